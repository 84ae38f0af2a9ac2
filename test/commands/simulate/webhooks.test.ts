import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { meantIdentity, type PresentingInput } from "../../../src/commands/replay/presenting.ts";
import { tokenUrlForNothing } from "../../../src/commands/sentences/authentication.ts";
import { onlyOverHttp } from "../../../src/commands/sentences/simulating.ts";
import { webhooksFor } from "../../../src/commands/simulate/webhooks.ts";
import { parseTarget } from "../../../src/delivery/index.ts";
import { keep } from "../../../src/state/index.ts";
import { rejection } from "../../harness/rejection.ts";
import { statePlace } from "../../harness/state-place.ts";
import { presentingInput } from "../../harness/typed-options.ts";

const none = { scheme: "none", credentials: {} };
const far = "https://hooks.example.com/in";
const client = "shop:sesame";

/** How the webhooks for these targets are called. */
async function authenticationsFor(targets: string[], input: PresentingInput, tokenUrl?: string) {
  const identity = await meantIdentity(input, await statePlace());
  return webhooksFor(
    targets.map((text) => parseTarget(text)),
    { identity, tokenUrl },
  ).map(({ authentication }) => authentication);
}

test("a webhook has the target's address and patterns, and an id that is the same in each run", () => {
  const target = parseTarget("order,user.added=3000");
  const id = createHash("sha256").update("http://localhost:3000/\norder,user.added").digest("hex").slice(0, 12);
  const expected = { id, url: "http://localhost:3000/", events: "order,user.added", authentication: none };
  expect(webhooksFor([target], { identity: undefined })).toEqual([expected]);
});

test("an address keeps its password, which its id does not depend on", () => {
  const [one, other] = webhooksFor(
    [parseTarget("http://ada:a%3Ab@localhost:3000/?x=1"), parseTarget("http://localhost:3000/?x=1")],
    { identity: undefined },
  );
  expect(one).toEqual({ ...other, url: "http://ada:a%3Ab@localhost:3000/?x=1" });
});

test("what is no URL is refused", () => {
  const target = parseTarget("command:node handle.js");
  expect(() => webhooksFor([target], { identity: undefined })).toThrow(onlyOverHttp(target.name));
});

test("typed credentials are presented everywhere", async () => {
  const token = { scheme: "token", credentials: { token: "sesame" } };
  expect(await authenticationsFor(["3000", far], presentingInput({ typed: { token: "sesame" } }))).toEqual([
    token,
    token,
  ]);
});

test("credentials in variables are presented on this machine alone", async () => {
  const token = { scheme: "token", credentials: { token: "sesame" } };
  const input = presentingInput({ inVariables: { token: "sesame" } });
  expect(await authenticationsFor(["3000", "http://192.168.1.4/", far], input)).toEqual([token, none, none]);
});

test("credentials that were made for this project are presented on this machine alone", async () => {
  const state = await statePlace();
  await keep(state, "token", { token: "kept-429" });
  const identity = await meantIdentity(presentingInput({}), state);
  const [here, there] = webhooksFor([parseTarget("3000"), parseTarget(far)], { identity });
  expect(here?.authentication).toEqual({ scheme: "token", credentials: { token: "kept-429" } });
  expect(there?.authentication).toEqual(none);
  expect(identity?.kept).toEqual(["token"]);
});

test("a place for access tokens is refused where none are sent", async () => {
  const input = presentingInput({ typed: { token: "sesame", tokenUrl: "http://localhost:3000/token" } });
  expect(await rejection(meantIdentity(input, await statePlace()))).toEqual(tokenUrlForNothing("token"));
  const oauth2 = presentingInput({ typed: { client, tokenUrl: "http://localhost:3000/token" } });
  expect(await meantIdentity(oauth2, await statePlace())).toMatchObject({ scheme: "oauth2-client" });
});

test("without any credentials nothing is presented", async () => {
  expect(await authenticationsFor(["3000"], presentingInput({}))).toEqual([none]);
});

test("a scheme that was typed without its credentials is refused", async () => {
  await expect(authenticationsFor(["3000"], presentingInput({ typed: { auth: "oauth2-client" } }))).rejects.toThrow(
    "--auth oauth2-client requires --client.",
  );
});

test.each([
  ["3000", "http://localhost:3000/oauth2/token"],
  ["http://localhost:3000/hooks?tenant=7", "http://localhost:3000/hooks/oauth2/token"],
  ["http://localhost:3000/hooks/", "http://localhost:3000/hooks/oauth2/token"],
  ["http://ada:sesame@localhost:3000/", "http://localhost:3000/oauth2/token"],
])("the access token for %s is had at %s", async (target, tokenUrl) => {
  const [authentication] = await authenticationsFor([target], presentingInput({ typed: { client } }));
  expect(authentication).toEqual({ scheme: "oauth2-client", credentials: { client }, tokenUrl });
});

test("the access token is had where it was said to be", async () => {
  const elsewhere = "http://localhost:9000/token";
  const [authentication] = await authenticationsFor(["3000"], presentingInput({ typed: { client } }), elsewhere);
  expect(authentication?.tokenUrl).toBe(elsewhere);
});
