import { expect, test } from "vitest";
import { curlCommand, type CurlRequest } from "../../../src/delivery/targets/http/curl.ts";
import { paste, pasteAll } from "../../harness/paste.ts";

const name = "x-appdirect-webhook-token";
const presented = [{ name, value: "not shown", inShell: '"${APPDIRECT_HOOKS_TOKEN:?}"' }];

const command = (different: Partial<CurlRequest>) =>
  curlCommand({ url: "http://localhost:3000/", headers: [], body: Buffer.from("{}"), ...different });

const values = [`it's "so"`, "$HOME `id` $(id)", "back\\slash \\n", "wow!! !1 100%", " spaces  within", "*.json ~ # &"];

test("each header value comes to curl as it is", async () => {
  const headers = values.map((value, index) => [`x-${index}`, value] as const);
  const { started, errors } = await paste(command({ headers }));
  const [words = []] = started;
  expect(errors).toBe("");
  expect(words.filter((_, index) => words[index - 1] === "--header").slice(0, -1)).toEqual(
    values.map((value, index) => `x-${index}: ${value}`),
  );
});

const bodies = [
  `{"a":"it's \\"so\\""}`,
  '{\n  "a": 1,\n  "b": "it\'s!"\n}\n',
  "$HOME `id` $(id) ${a:?} \\",
  "!! !1 wow!",
  "# no comment\n; && | > <",
  "",
];

test("each payload comes to curl as it is, over several lines too", async () => {
  const pasted = await pasteAll(bodies.map((body) => command({ body: Buffer.from(body) })));
  expect(pasted.map(({ errors }) => errors).join("")).toBe("");
  expect(pasted.map(({ started }) => started[0]?.at(-1))).toEqual(bodies);
});

test("without the token's variable, or with an empty one, bash says so and curl is not started", async () => {
  const text = command({ headers: [[name, "not shown"]], presented });
  const pasted = [await paste(text), await paste(text, { APPDIRECT_HOOKS_TOKEN: "" })];
  expect(pasted.flatMap(({ started }) => started)).toEqual([]);
  expect(pasted.map(({ status }) => status)).not.toContain(0);
  const said = expect.stringContaining("APPDIRECT_HOOKS_TOKEN: parameter null or not set");
  expect(pasted.map(({ errors }) => errors)).toEqual([said, said]);
});

test("with the variable set, its value is the header's", async () => {
  const text = command({ headers: [[name, "not shown"]], presented });
  const { started } = await paste(text, { APPDIRECT_HOOKS_TOKEN: `a "b" $c\\` });
  expect(started[0]).toContain(`${name}: a "b" $c\\`);
});

test("a secret of another header stops bash as loudly", async () => {
  const { started, status, errors } = await paste(command({ headers: [["authorization", "Bearer x"]] }));
  expect([started, status === 0]).toEqual([[], false]);
  expect(errors).toContain("AUTHORIZATION: parameter null or not set");
});
