import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandTarget } from "../../harness/command-target.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { rawClient } from "../../harness/raw-client.ts";
import { recordedFiles } from "../../harness/recordings.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { webhook } from "../../harness/webhook.ts";

const program = `require("node:fs").writeFileSync(process.argv[1], "")`;

test.each([
  ["https://evil.example", "https://evil.example"],
  ["null", "null"],
  ["", '""'],
  [`https://${"x".repeat(200)}`, `https://${"x".repeat(92)}`],
])("a web page that posts (Origin %j) is refused, and nothing is recorded or run", async (origin, named) => {
  const ran = join(await temporaryFolder(), "ran");
  const target = commandTarget(`"${process.execPath}" -e '${program}' "${ran}"`);
  const { url, port, until, end, folder, notices } = await listening({ targets: [target] });
  const page = await rawClient(port);
  await page.write(fromPage(origin, webhook()));
  expect(await page.untilAnswer('{"status":403}')).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
  const reason = `a web page (Origin ${named}) posted here`;
  expect(await until("refused")).toEqual([{ kind: "refused", reason, times: 1 }]);
  expect([notices("event"), await recordedFiles(folder), existsSync(ran)]).toEqual([[], [], false]);
  await post(url, webhook());
  await until("delivery");
  expect([(await recordedFiles(folder)).length, existsSync(ran)]).toEqual([1, true]);
  expect((await end()).notice).toMatchObject({ refused: 1, events: { "user.added": 1 } });
});

test("a web page learns the status and nothing else: no header lets it read more", async () => {
  const { url } = await listening();
  const answer = await post(url, webhook(), { origin: "https://evil.example" });
  expect([answer.status, answer.body]).toEqual([403, '{"status":403}']);
  expect(Object.keys(answer.headers).toSorted()).toEqual(["connection", "content-length", "content-type", "date"]);
});

test("a web page is refused before its token is looked at and before its body has come", async () => {
  const { port, until } = await listening({ authentication: "token", credentials: { token: "right" } });
  const page = await rawClient(port);
  await page.write("POST / HTTP/1.1\r\nhost: x\r\nORIGIN: http://x\r\ncontent-length: 1000000\r\n\r\n{");
  expect(await page.untilAnswer('{"status":403}')).toMatch(/^HTTP\/1\.1 403 /);
  expect(await until("refused")).toMatchObject([{ reason: "a web page (Origin http://x) posted here" }]);
});

/** A POST that a browser sends across sites without asking first. */
function fromPage(origin: string, body: string): string {
  const head = ["POST / HTTP/1.1", "Host: 127.0.0.1:4747", "Content-Type: text/plain;charset=UTF-8"];
  const more = [`Origin: ${origin}`, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"];
  return [...head, ...more, `Content-Length: ${Buffer.byteLength(body)}`, "", body].join("\r\n");
}
