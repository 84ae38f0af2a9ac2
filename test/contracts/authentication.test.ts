import { expect, test } from "vitest";
import type { HeaderList } from "../../src/endpoint.ts";
import { authentications, type AuthenticationName, type Expected } from "../../src/listener/index.ts";

/** For each kind: what a caller has to present, what is right, and what is wrong with why. */
interface Stage {
  expected: Expected;
  right: HeaderList[];
  wrong: { headers: HeaderList; reason: string }[];
}

const secret = "s3cret-of-32-characters-or-there";
const current = "x-appdirect-webhook-token";
const legacy = "appdirect-webhook-token";
const another = "another token (in x-appdirect-webhook-token)";

const stages: Record<AuthenticationName, Stage> = {
  none: { expected: {}, right: [[], [["authorization", "Bearer any"]], [[current, "any"]]], wrong: [] },
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
      { headers: [[legacy, "old"]], reason: "another token (in appdirect-webhook-token, the legacy header)" },
    ],
  },
};

const names = Object.keys(authentications).filter((name): name is AuthenticationName => name in stages);

test("every authentication says what it is, and is tested here", () => {
  expect(names).toEqual(Object.keys(stages));
  expect(Object.values(authentications).map(({ summary }) => summary.length > 0)).toEqual(names.map(() => true));
});

test.each(names)("%s: takes who presents what is asked for", async (name) => {
  const { verify } = await authentications[name].load();
  const { right, expected } = stages[name];
  expect(right.map((headers) => verify(headers, expected))).toEqual(right.map(() => ({ accepted: true })));
});

test.each(names)("%s: refuses everybody else, and tells the user why", async (name) => {
  const { verify } = await authentications[name].load();
  const { wrong, expected } = stages[name];
  expect(wrong.map(({ headers }) => verify(headers, expected))).toEqual(
    wrong.map(({ reason }) => ({ accepted: false, reason })),
  );
});

test.each(names)("%s: no reason holds what was presented or expected", async (name) => {
  const { verify } = await authentications[name].load();
  const { wrong, expected } = stages[name];
  const told = JSON.stringify(wrong.map(({ headers }) => verify(headers, expected)));
  expect(told).not.toContain(secret.slice(0, 6));
  expect(told).not.toContain('old"');
});

test.each(names.filter((name) => stages[name].wrong.length > 0))(
  "%s: where nothing to compare with is known, nobody is taken",
  async (name) => {
    const { verify } = await authentications[name].load();
    const verdicts = stages[name].right.map((headers) => verify(headers, {}));
    expect(verdicts).toEqual(verdicts.map(() => ({ accepted: false, reason: expect.any(String) })));
  },
);
