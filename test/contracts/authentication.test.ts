import { expect, test } from "vitest";
import {
  authentications,
  isSecretHeader,
  needsOf,
  schemeNames,
  type AuthenticationName,
  type Credentials,
  type PresentedHeader,
} from "../../src/authentication/index.ts";
import { seededRandom } from "../../src/random.ts";
import { manualClock } from "../harness/manual-clock.ts";
import { serveAcceptance } from "../harness/serve-acceptance.ts";
import { current, legacy, secret, stages } from "./authentication-stages.ts";

const names = schemeNames().filter((name) => name in stages);
const surroundings = { clock: manualClock(), random: seededRandom(1) };

async function opened(name: AuthenticationName, credentials: Credentials) {
  return (await authentications[name].load()).open(credentials, surroundings);
}

/** What is presented of these credentials to a listener that wants them, and whether that takes it. */
async function presented(name: AuthenticationName, credentials: Credentials) {
  const acceptance = await opened(name, credentials);
  const { url } = await serveAcceptance(acceptance);
  const { present } = await authentications[name].load();
  const tokenUrl = acceptance.tokenUrl?.(url);
  const headers = await present(credentials, { ...surroundings, ...(tokenUrl && { tokenUrl }) }).headersFor([]);
  if (!Array.isArray(headers)) throw new Error(headers.failure);
  return { headers, verdict: acceptance.verify(headers.map((header: PresentedHeader) => [header.name, header.value])) };
}

test("every authentication says what it is, and is tested here", () => {
  expect(names).toEqual(Object.keys(stages));
  expect(Object.values(authentications).map(({ summary }) => summary.length > 0)).toEqual(names.map(() => true));
});

test.each(names)("%s: takes who presents what is asked for", async (name) => {
  const acceptance = await opened(name, stages[name].expected);
  const right = await stages[name].right(acceptance);
  expect(right.map((headers) => acceptance.verify(headers))).toEqual(right.map(() => ({ accepted: true })));
});

test.each(names)("%s: refuses everybody else, and tells the user why", async (name) => {
  const { wrong, expected } = stages[name];
  const { verify } = await opened(name, expected);
  expect(wrong.map(({ headers }) => verify(headers))).toEqual(wrong.map(({ reason }) => ({ accepted: false, reason })));
});

test.each(names)("%s: no reason holds what was presented or expected", async (name) => {
  const { wrong, expected } = stages[name];
  const { verify } = await opened(name, expected);
  const told = JSON.stringify(wrong.map(({ headers }) => verify(headers)));
  expect(told).not.toContain(secret.slice(0, 6));
  expect(told).not.toContain('old"');
});

test.each(names.filter((name) => stages[name].wrong.length > 0))(
  "%s: where nothing to compare with is known, nobody is taken",
  async (name) => {
    const { verify } = await opened(name, {});
    const right = await stages[name].right(await opened(name, stages[name].expected));
    const verdicts = right.map((headers) => verify(headers));
    expect(verdicts).toEqual(verdicts.map(() => ({ accepted: false, reason: expect.any(String) })));
  },
);

test.each(names)("%s: makes what it needs and nothing else, anew each time", async (name) => {
  const { make } = await authentications[name].load();
  const random = seededRandom(1);
  const [first, second] = [make(random), make(random)];
  expect(Object.keys(first)).toEqual(needsOf(name));
  expect(Object.values(first).filter((value) => Object.values(second).includes(value))).toEqual([]);
});

test.each(names)("%s: who presents what was made is taken", async (name) => {
  const { make } = await authentications[name].load();
  expect((await presented(name, make(seededRandom(1)))).verdict).toEqual({ accepted: true });
});

test.each(names)("%s: without what it needs, nothing is presented", async (name) => {
  const { present } = await authentications[name].load();
  const presenter = present({}, { ...surroundings, tokenUrl: "http://127.0.0.1:1/oauth2/token" });
  const recorded = [current, legacy, "authorization"];
  expect([await presenter.headersFor(recorded), presenter.preview(recorded)]).toEqual([[], []]);
});

test.each(names)("%s: every header that it uses is known as a secret, also where others record it", async (name) => {
  const { headers, make } = await authentications[name].load();
  const made = make(seededRandom(1));
  const shown = (await presented(name, made)).headers;
  expect(headers.filter((header) => !isSecretHeader(header))).toEqual([]);
  expect(shown.filter((header) => !headers.includes(header.name))).toEqual([]);
  expect(shown.filter(({ value, inShell }) => inShell.includes(value))).toEqual([]);
});

test.each(names)(
  "%s: says in a few words what it asks for, and what has to stand in AppDirect's form",
  async (name) => {
    const { asksFor, toPaste } = await opened(name, stages[name].expected);
    expect(asksFor).toBe(stages[name].asksFor);
    expect(toPaste(stages[name].expected).map(({ value }) => value)).toEqual(stages[name].pasted);
    expect(toPaste({})).toEqual([]);
  },
);
