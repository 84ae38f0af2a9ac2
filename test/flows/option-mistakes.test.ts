import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { startHandler } from "../harness/handler.ts";
import { temporaryProject } from "../harness/project.ts";

const events = /^✖ No event matches "subscribtion" \(from (\S+)\)\.\n {2}Did you mean subscription\? Resources: .*\n$/;
const statuses =
  /^✖ "abc" is no list of HTTP statuses \(from (\S+)\)\.\n {2}Give statuses from 200 on and ranges, .*: 200-299,404\.\n$/;
const target = /^✖ ":::" is no target \(from (\S+)\)\.\n {2}Give a URL \(http:\/\/localhost:3000\/hooks\), .*\n$/;

// What would be asked, selected, waited for or sent comes after: nothing is recorded, and there is nothing to replay.
test.each([
  ["listen", ["listen", "--no-tunnel"], "--events", "subscribtion", events],
  ["listen", ["listen", "--no-tunnel"], "--forward-to", ":::", target],
  ["replay", ["replay", "last"], "--events", "subscribtion", events],
  ["replay", ["replay", "last", "--to", "3000"], "--expect", "abc", statuses],
  ["replay", ["replay", "last"], "--to", ":::", target],
  ["generate", ["generate"], "--expect", "abc", statuses],
] as const)("%s (%j) refuses %s %s before any work, typed or in its variable", async (_, typed, flag, value, said) => {
  const { run, folder, stateFolder } = await temporaryProject();
  const variable = `APPDIRECT_HOOKS_${flag.slice(2).replaceAll("-", "_").toUpperCase()}`;
  const results = [await run([...typed, flag, value]), await run(typed, { env: { [variable]: value } })];
  expect(results.map(({ status, stdout, stderr }) => [status, stdout, said.exec(stderr)?.[1]])).toEqual([
    [2, "", flag],
    [2, "", variable],
  ]);
  const written = await Promise.all([folder, stateFolder].map((place) => readdir(place).catch(() => [])));
  expect(written.flat().filter((name) => name !== "package.json")).toEqual([]);
});

test("generate prints, whatever the variable of --to says", async () => {
  const { run } = await temporaryProject();
  const handler = await startHandler();
  for (const to of [handler.url, ":::"]) {
    const { status, stdout } = await run(["generate", "user.added"], { env: { APPDIRECT_HOOKS_TO: to } });
    expect([status, JSON.parse(stdout).resource.type]).toEqual([0, "USER"]);
  }
  expect(handler.headers()).toEqual([]);
});

test("a certificate that cannot be read is told with what named it", async () => {
  const { run } = await temporaryProject();
  await run(["generate", "user.added", "--out", "made"]);
  const again = ["replay", "made", "--to", "3000"];
  for (const [args, env, named] of [
    [[...again, "--cacert", "none.pem"], {}, "--cacert"],
    [again, { APPDIRECT_HOOKS_CACERT: "none.pem" }, "APPDIRECT_HOOKS_CACERT"],
  ] as const) {
    const { status, stderr } = await run([...args], { env });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^✖ The file \S+none\.pem cannot be read/)]);
    expect(stderr).toContain(`(asked for with ${named}).`);
  }
});

test("a JSON answer has the same words", async () => {
  const { run } = await temporaryProject();
  const { stderr } = await run(["replay", "last", "--json"], { env: { APPDIRECT_HOOKS_TO: ":::" } });
  expect(JSON.parse(stderr)).toMatchObject({
    error: { code: "BAD_VALUE", message: '":::" is no target (from APPDIRECT_HOOKS_TO).' },
  });
});
