import { expect, test } from "vitest";
import { openListener } from "../harness/open-listener.ts";
import { rawClient } from "../harness/raw-client.ts";

test.each([
  ["http://user:password@x/hooks", "/"],
  ["http://x:80/hooks/?a=1", "/?a=1"],
  ["HTTPS://x/hooks", "/"],
  ["http://user@pass@x/hooks", "/"],
])("a whole address in the request line counts as its path: %s", async (target, path) => {
  const listener = await openListener({ path: "/hooks" });
  expect(await statusOf(listener.port, `POST ${target}`)).toBe("200");
  expect(listener.taken).toMatchObject([{ path }]);
});

test.each([
  ["http://user:password@x/a/b?c=1", "/a/b?c=1"],
  ["http://user:password@x", "/"],
  ["http://x?c=1", "/?c=1"],
  ["//user", "//user"],
])("without a webhook path what is kept of %s is %s", async (target, path) => {
  const listener = await openListener();
  expect(await statusOf(listener.port, `POST ${target}`)).toBe("200");
  expect(listener.taken).toMatchObject([{ path }]);
});

test.each([
  ["http://user:password@x/other?token=secret", "/other"],
  ["http://user:password@x?token=secret", "/"],
  ["http://user:password@x", "/"],
  ["//evil.example/hooks", "//evil.example/hooks"],
  ["/other#token=secret", "/other"],
  ["http:///hooks/more", "/hooks/more"],
  ["*", "*"],
])("POST to %s is another path, and nothing but the path is told: %s", async (target, shown) => {
  const listener = await openListener({ path: "/hooks" });
  expect(await statusOf(listener.port, `POST ${target}`)).toBe("404");
  expect(listener.refusals).toEqual([{ status: 404, reason: `POST to another path (${shown})`, isAstray: true }]);
});

test.each([
  ["OPTIONS *", "405"],
  ["POST *", "404"],
  ["GET http://user:password@x/", "200"],
  ["POST http:/x", "400"],
  ["POST http:", "400"],
  ["POST hooks", "400"],
])("%s gets %s where every path takes events, and the next one is taken", async (line, status) => {
  const listener = await openListener();
  expect(await statusOf(listener.port, line)).toBe(status);
  expect(await statusOf(listener.port, "POST /")).toBe("200");
  expect([listener.taken.length, listener.failures]).toEqual([1, []]);
});

async function statusOf(port: number, line: string): Promise<string | undefined> {
  const client = await rawClient(port);
  await client.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`);
  return (await client.untilClosed()).split(" ")[1];
}
