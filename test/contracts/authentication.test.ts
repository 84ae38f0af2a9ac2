import { expect, test } from "vitest";
import {
  authentications,
  isSecretHeader,
  needsOf,
  schemeNames,
  type AuthenticationName,
  type Credentials,
  type PresentedHeader,
  type Presenter,
} from "../../src/authentication/index.ts";
import type { HeaderList } from "../../src/endpoint.ts";
import { seededRandom } from "../../src/random.ts";
import { manualClock } from "../harness/manual-clock.ts";

/** An authentication of each kind: what a caller has to present, what is right, and what is wrong with why. */
interface Stage {
  expected: Credentials;
  right: HeaderList[];
  wrong: { headers: HeaderList; reason: string }[];
  asksFor: string | undefined;
}

const secret = "s3cret-of-32-characters-or-there";
const current = "x-appdirect-webhook-token";
const legacy = "appdirect-webhook-token";
const another = "wrong token (in x-appdirect-webhook-token)";

const stages: Record<AuthenticationName, Stage> = {
  none: {
    expected: {},
    right: [[], [["authorization", "Bearer any"]], [[current, "any"]]],
    wrong: [],
    asksFor: undefined,
  },
  token: {
    expected: { token: secret },
    right: [
      [[current, secret]],
      [["X-AppDirect-Webhook-Token", secret]],
      [[legacy, secret]],
      [
        [legacy, "old"],
        [current, secret],
      ],
    ],
    wrong: [
      { headers: [], reason: "no token" },
      { headers: [["authorization", `Bearer ${secret}`]], reason: "no token" },
      { headers: [[current, ""]], reason: another },
      { headers: [[current, `${secret} `]], reason: another },
      { headers: [[current, secret.slice(0, -1)]], reason: another },
      { headers: [[current, secret.toUpperCase()]], reason: another },
      { headers: [[legacy, "old"]], reason: "wrong token (in appdirect-webhook-token, the legacy header)" },
    ],
    asksFor: "the token in x-appdirect-webhook-token",
  },
};

const names = schemeNames().filter((name) => name in stages);
const surroundings = { clock: manualClock(), random: seededRandom(1) };

async function opened(name: AuthenticationName, credentials: Credentials) {
  return (await authentications[name].load()).open(credentials, surroundings);
}

async function presentedBy(presenter: Presenter): Promise<PresentedHeader[]> {
  const presented = await presenter.headersFor([]);
  if (!Array.isArray(presented)) throw new Error(presented.failure);
  return presented;
}

test("every authentication says what it is, and is tested here", () => {
  expect(names).toEqual(Object.keys(stages));
  expect(Object.values(authentications).map(({ summary }) => summary.length > 0)).toEqual(names.map(() => true));
});

test.each(names)("%s: takes who presents what is asked for", async (name) => {
  const { right, expected } = stages[name];
  const { verify } = await opened(name, expected);
  expect(right.map((headers) => verify(headers))).toEqual(right.map(() => ({ accepted: true })));
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
    const verdicts = stages[name].right.map((headers) => verify(headers));
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
  const { make, present } = await authentications[name].load();
  const made = make(seededRandom(1));
  const presented = await presentedBy(present(made, surroundings));
  const verdict = (await opened(name, made)).verify(presented.map((header) => [header.name, header.value]));
  expect(verdict).toEqual({ accepted: true });
});

test.each(names)("%s: without what it needs, nothing is presented", async (name) => {
  const { present } = await authentications[name].load();
  const presenter = present({}, surroundings);
  const recorded = [current, legacy, "authorization"];
  expect([await presenter.headersFor(recorded), presenter.preview(recorded)]).toEqual([[], []]);
});

test.each(names)("%s: every header that it uses is known as a secret, also where others record it", async (name) => {
  const { headers, make, present } = await authentications[name].load();
  const presented = await presentedBy(present(make(seededRandom(1)), surroundings));
  expect(headers.filter((header) => !isSecretHeader(header))).toEqual([]);
  expect(presented.filter((header) => !headers.includes(header.name))).toEqual([]);
  expect(presented.filter(({ value, inShell }) => inShell.includes(value))).toEqual([]);
});

test.each(names)(
  "%s: says in a few words what it asks for, and what has to stand in AppDirect's form",
  async (name) => {
    const { asksFor, toPaste } = await opened(name, stages[name].expected);
    const values = Object.values(stages[name].expected);
    expect(asksFor).toBe(stages[name].asksFor);
    expect(toPaste(stages[name].expected).map(({ value }) => value)).toEqual(values);
    expect(toPaste({})).toEqual([]);
  },
);
