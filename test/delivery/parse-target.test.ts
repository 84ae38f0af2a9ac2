import { expect, test } from "vitest";
import { parseTarget } from "../../src/delivery/index.ts";
import { failureOf } from "../harness/failure-of.ts";

const forms =
  "Use a URL (http://localhost:3000/hooks), host:port (localhost:3000) or a port (3000); or a command (command:node handle.js). To send only some events, put them first: order=3000.";

test.each([
  ["http://localhost:4001/hooks", "http://localhost:4001/hooks"],
  ["https://crm.example.com", "https://crm.example.com/"],
  ["HTTP://Localhost:3000", "http://localhost:3000/"],
  ["http://localhost:3000/hooks?tenant=7", "http://localhost:3000/hooks?tenant=7"],
  ["http://localhost:3000/hooks#top", "http://localhost:3000/hooks"],
  ["localhost:3000", "http://localhost:3000/"],
  ["localhost:3000/hooks?a=b", "http://localhost:3000/hooks?a=b"],
  ["crm.example.com:80/in", "http://crm.example.com/in"],
  ["[::1]:3000", "http://[::1]:3000/"],
  ["192.168.1.7:8080", "http://192.168.1.7:8080/"],
  ["3000", "http://localhost:3000/"],
  [" 3000 ", "http://localhost:3000/"],
])("%s is the target %s with every event", (text, url) => {
  const target = parseTarget(text);
  expect(target.address).toEqual({ kind: "http", url });
  expect(target.name).toBe(url);
  expect(target.patterns.matches("subscription.added")).toBe(true);
});

test.each([
  ["subscription.*,order=http://localhost:4001/hooks", "http://localhost:4001/hooks"],
  ["subscription.*,order=localhost:4001/hooks?a=b", "http://localhost:4001/hooks?a=b"],
  ["subscription.*,order=4001", "http://localhost:4001/"],
])("%s is a target for these events only", (text, url) => {
  const target = parseTarget(text);
  expect(target.address).toEqual({ kind: "http", url });
  expect(["subscription.removed", "order.added", "user.added"].map(target.patterns.matches)).toEqual([
    true,
    true,
    false,
  ]);
});

test("credentials in a URL become a header and stand nowhere else", () => {
  const target = parseTarget("order=http://crm:s%20cret@localhost:3000/hooks");
  // base64 of "crm:s cret"
  const authorization = "Basic Y3JtOnMgY3JldA==";
  expect(target).toMatchObject({
    name: "http://localhost:3000/hooks",
    address: { url: "http://localhost:3000/hooks", authorization },
  });
});

test("a user name alone has an empty password, and a stray percent sign stands for itself", () => {
  // base64 of "tok%en:"
  expect(parseTarget("http://tok%en@localhost/").address).toMatchObject({ authorization: "Basic dG9rJWVuOg==" });
});

test("a command is a target too, and has no headers; a host of that name is a host", () => {
  const target = parseTarget("order=command:node handle.js --plan=a", { headers: [["X-Team", "billing"]] });
  expect(target).toMatchObject({ name: "node", patterns: { text: "order" }, headers: [] });
  expect(target.address).toMatchObject({ kind: "command", argv: ["node", "handle.js", "--plan=a"] });
  expect(parseTarget("command:3000").address).toEqual({ kind: "http", url: "http://command:3000/" });
});

test("headers go with the target as they are given", () => {
  expect(parseTarget("3000", { headers: [["X-Team", "billing"]] }).headers).toEqual([["X-Team", "billing"]]);
});

test.each([
  ["", "A target is empty."],
  ["   ", "A target is empty."],
  ["ftp://example.com/x?a=b", 'The target "ftp://example.com/x?a=b" does not start with http:// or https://.'],
  ["order=ftp://example.com", 'The target "order=ftp://example.com" does not start with http:// or https://.'],
  ["http://", 'The target "http://" is not a complete URL.'],
  ["http://local host/", 'The target "http://local host/" is not a complete URL.'],
  ["localhost", '"localhost" is not a target.'],
  ["subscription.*", '"subscription.*" is not a target.'],
  ["subscription.*=", 'The target "subscription.*=" has no address after the =.'],
  ["=3000", 'The target "=3000" has no events before the =.'],
  ["0", 'Port 0 in the target "0" is outside 1 to 65535.'],
  ["localhost:70000", 'Port 70000 in the target "localhost:70000" is outside 1 to 65535.'],
  ["http://localhost:0/", 'Port 0 in the target "http://localhost:0/" is outside 1 to 65535.'],
  ["order=http://localhost:70000", 'Port 70000 in the target "order=http://localhost:70000" is outside 1 to 65535.'],
])("%j is refused as a target", (text, message) => {
  expect(failureOf(() => parseTarget(text))).toEqual({ code: "BAD_VALUE", message, hint: forms });
});

test.each([
  ["http://crm:secret@local host/", 'The target "http://***@local host/" is not a complete URL.'],
  [
    "order=http://crm:se@cret=@localhost:0/",
    'Port 0 in the target "order=http://***@localhost:0/" is outside 1 to 65535.',
  ],
  ["http://crm:sec//ret@local host/", 'The target "http://***@local host/" is not a complete URL.'],
  ["ftp://crm:secret@host", 'The target "ftp://***@host" does not start with http:// or https://.'],
  ["crm:secret@host", '"***@host" is not a target.'],
  ["http://crm:0/?token=secret", 'Port 0 in the target "http://crm:0/?token=[redacted]" is outside 1 to 65535.'],
])("the credentials in %s are in no message", (text, message) => {
  expect(failureOf(() => parseTarget(text))).toMatchObject({ code: "BAD_VALUE", message });
});

test("events that AppDirect does not send are refused by their own message", () => {
  expect(failureOf(() => parseTarget("subscriptoin.*=3000"))).toMatchObject({ code: "UNKNOWN_EVENT" });
});

const ofConnection = "cannot be set: each request sets its own";
const unsendable = "cannot be sent: its name or value has characters that headers cannot contain";

test.each([
  ["Content-Length", "7", ofConnection],
  ["transfer-encoding", "chunked", ofConnection],
  ["x team", "crm", unsendable],
  ["x-team", "crm\r\nx-evil: 1", unsendable],
])("the header %s: %j is refused", (name, value, reason) => {
  const failure = failureOf(() => parseTarget("3000", { headers: [[name, value]] }));
  expect(failure).toEqual({
    code: "BAD_VALUE",
    message: `The header "${name}" ${reason}.`,
    hint: 'Write a header as "name: value", on one line.',
  });
});

test("a secret in the address's query is sent, and not shown", () => {
  const target = parseTarget("http://localhost:3000/hooks?tenant=7&token=s3cret");
  expect(target.name).toBe("http://localhost:3000/hooks?tenant=7&token=[redacted]");
  expect(target.address).toMatchObject({ url: "http://localhost:3000/hooks?tenant=7&token=s3cret" });
});
