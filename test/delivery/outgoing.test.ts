import { expect, test } from "vitest";
import { outgoingFromFixture, outgoingFromReceived } from "../../src/delivery/index.ts";
import type { HeaderList } from "../../src/endpoint.ts";
import { describeEvent, type ReceivedEvent } from "../../src/events/index.ts";
import type { Fixture } from "../../src/fixtures/index.ts";

const payload = { uuid: "429afed8-0001", resource: { type: "USER" }, resourceAction: "ADDED" };

function received(headers: HeaderList, path = "/"): ReceivedEvent {
  const body = Buffer.from(JSON.stringify(payload));
  const receivedAt = new Date("2026-11-23T14:05:11.123Z");
  return { receivedAt, method: "POST", path, headers, body, parsed: { payload }, description: describeEvent(payload) };
}

function fixture(headers: Fixture["request"]["headers"], different: Partial<Fixture> = {}): Fixture {
  const receivedAt = "2026-11-23T14:05:11.123Z";
  return {
    appdirectHooks: 1,
    event: "user.added",
    receivedAt,
    request: { method: "POST", path: "/?tenant=7", headers },
    payload,
    ...different,
  };
}

test("what was received goes on with its headers in order, case and number, and its bytes", () => {
  const headers: HeaderList = [
    ["X-Custom", "1"],
    ["content-type", "application/json"],
    ["x-custom", "2"],
    ["Authorization", "Bearer abc"],
  ];
  const event = received(headers, "/?tenant=7&x=%2F");
  const outgoing = outgoingFromReceived(event, fixture({}), { file: "user.added/1.json", redact: [] });
  expect(outgoing).toMatchObject({
    event: "user.added",
    uuid: "429afed8-0001",
    file: "user.added/1.json",
    query: "tenant=7&x=%2F",
    headers,
  });
  expect(outgoing.body).toBe(event.body);
});

test("headers of the connection, and what it names, do not go on", () => {
  const left =
    "Host Content-Length Content-Encoding Transfer-Encoding Keep-Alive Proxy-Connection Proxy-Authenticate TE Trailer Upgrade Expect X-Hop";
  const headers: HeaderList = [
    ["Connection", "close, X-HOP"],
    ...left.split(" ").map((name) => [name, "1"] as const),
    ["x-kept", "1"],
  ];
  expect(outgoingFromReceived(received(headers), fixture({}), { redact: [] }).headers).toEqual([["x-kept", "1"]]);
});

test("a command is given the fixture of an event that waited as it is on disk", () => {
  const { outgoing } = outgoingFromFixture(fixture({ authorization: "[redacted]" }), { withheld: [] });
  expect(JSON.parse(outgoing.fixtureText())).toEqual(fixture({ authorization: "[redacted]" }));
});

test("a command to which a fixture is sent again is given nothing that is redacted", () => {
  const { outgoing } = outgoingFromFixture(fixture({ authorization: "[redacted]", "x-team": "crm" }));
  expect(JSON.parse(outgoing.fixtureText())).toEqual(fixture({ "x-team": "crm" }));
});

test("a fixture is sent without what is redacted in it, which is said", () => {
  const redacted = fixture(
    { "content-type": "application/json", "x-custom": ["1", "2"], authorization: "[redacted]" },
    {
      request: {
        method: "POST",
        path: "/?tenant=7&token=[redacted]",
        headers: { "content-type": "application/json", "x-custom": ["1", "2"], authorization: "[redacted]" },
      },
    },
  );
  const { outgoing, leftOut } = outgoingFromFixture(redacted, { file: "a.json" });
  expect(outgoing.headers).toEqual([
    ["content-type", "application/json"],
    ["x-custom", "1"],
    ["x-custom", "2"],
  ]);
  expect(outgoing).toMatchObject({ query: "tenant=7", file: "a.json", uuid: "429afed8-0001" });
  expect(leftOut).toEqual(["authorization", "token"]);
});

test("headers that were withheld from the file are put back and not said to be left out", () => {
  const withheld: HeaderList = [["Authorization", "Bearer abc"]];
  const { outgoing, leftOut } = outgoingFromFixture(fixture({ authorization: "[redacted]" }), { withheld });
  expect(outgoing.headers).toEqual(withheld);
  expect(leftOut).toEqual([]);
});

test("a header that was edited into what HTTP forbids is left out and said", () => {
  const { outgoing, leftOut } = outgoingFromFixture(
    fixture({ "x y": "1", "x-note": "one\r\nx-evil: 1", "x-city": "Łódź" }),
  );
  expect(outgoing.headers).toEqual([["x-city", "Łódź"]]);
  expect(leftOut).toEqual(["x y", "x-note"]);
});

test("the bytes that came are sent, not what the payload would give", () => {
  const data = `{ "uuid":"429afed8-0001","resource":{"type":"USER"},"resourceAction":"ADDED" }`;
  const { outgoing } = outgoingFromFixture(fixture({}, { rawBody: { encoding: "utf8", data } }));
  expect(outgoing.body.toString()).toBe(data);
});
