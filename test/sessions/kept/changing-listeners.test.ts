import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import { stopHolder } from "../../../src/sessions/kept/holder-link.ts";
import { eventually } from "../../harness/eventually.ts";
import { heldTunnel, path, up } from "../../harness/held-tunnel.ts";
import { post } from "../../harness/post.ts";
import { rawClient } from "../../harness/raw-client.ts";
import { webhook } from "../../harness/webhook.ts";

const head = (length: number) =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

test("while listeners come and go every call gets 200 or 503, and who got 200 was taken", async () => {
  const { script, attach, status } = await heldTunnel();
  script.tell(up);
  const { reachedAt } = await status();
  const statuses: number[] = [];
  let isOver = false;
  const caller = async () => {
    while (!isOver) statuses.push((await post(reachedAt + path, webhook())).status);
  };
  const callers = [caller(), caller(), caller()];
  let taken = 0;
  for (let round = 0; round < 5; round += 1) {
    const { tunnel, listener, until } = await attach();
    await until("up");
    await eventually(() => listener.taken.length > 5 || undefined);
    await tunnel.withdraw?.();
    await Promise.all([listener.close(), tunnel.close()]);
    taken += listener.taken.length;
  }
  isOver = true;
  await Promise.all(callers);
  expect([...new Set(statuses)].toSorted()).toEqual([200, 503]);
  expect(statuses.filter((one) => one === 200)).toHaveLength(taken);
});

test("who connected before the change and speaks after it is led to whoever is there then", async () => {
  const { script, attach, status } = await heldTunnel();
  script.tell(up);
  const { port } = await status();
  const first = await attach();
  await first.until("up");
  const caller = await rawClient(port);
  await first.tunnel.withdraw?.();
  await Promise.all([first.listener.close(), first.tunnel.close()]);
  const body = webhook();
  await caller.write(head(Buffer.byteLength(body)) + body);
  expect(await caller.untilAnswer("HTTP")).toMatch(/^HTTP\/1\.1 503 /);
});

test("calls that follow each other on one connection do not keep the holder from ending", async () => {
  const { control, ended, script, status } = await heldTunnel();
  script.tell(up);
  const caller = await rawClient((await status()).port);
  await caller.write(`${head(2)}{}${head(2)}{}${head(2)}{}`);
  expect(await caller.untilClosed()).toMatch(/^HTTP\/1\.1 503 /);
  expect(await stopHolder(control, systemClock)).toBe(true);
  await ended;
});

test("who asks the holder and leaves without reading the answer does not end it", async () => {
  const { control, status, script } = await heldTunnel();
  script.tell(up);
  const defects: unknown[] = [];
  const note = (cause: unknown) => defects.push(cause);
  process.on("unhandledRejection", note);
  onTestFinished(() => void process.off("unhandledRejection", note));
  for (let round = 0; round < 10; round += 1) {
    const socket = connect(control).on("error", () => undefined);
    await new Promise<void>((resolve) => socket.once("connect", resolve));
    socket.write('{"ask":"status"}\nno json\n');
    await new Promise((resolve) => socket.once("readable", resolve));
    socket.destroy();
  }
  expect([(await status()).state, defects]).toEqual(["up", []]);
});
