import { expect, test } from "vitest";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { startListener } from "../harness/running-listener.ts";
import { numberedWebhook } from "../harness/webhook.ts";

/** The warnings of a `listen` to whose handler these events come one after another: `x` is cut off, `o` answered. */
async function warningsAfter(fates: string): Promise<unknown[]> {
  const project = await temporaryProject();
  const handler = await startRawServer((socket, number) => {
    if (fates[number - 1] === "x") socket.destroy();
    else socket.write(answerWith(200));
  });
  const listener = await startListener(project, ["--json", "--forward-to", handler.url, "--count", `${fates.length}`]);
  for (let number = 1; number <= fates.length; number += 1) {
    await post(listener.url, numberedWebhook(number));
    await listener.untilOut(new RegExp(`"type":"delivery","number":${number},`));
  }
  return jsonLines((await listener.ended).stdout).flatMap(({ type, code }) => (type === "warning" ? [code] : []));
}

test("a handler that cuts off two deliveries in a row is said to restart, once", async () => {
  expect(await warningsAfter("xxx")).toEqual(["HANDLER_RESTARTS"]);
});

test("a delivery between two that were cut off is not such a handler", async () => {
  expect(await warningsAfter("xox")).toEqual([]);
});
