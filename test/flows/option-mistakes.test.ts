import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mistaken } from "../../src/values/sentences.ts";
import { parseTarget } from "../../src/delivery/index.ts";
import { badStatuses } from "../../src/delivery/sentences.ts";
import { parsePatterns } from "../../src/events/index.ts";
import { startHandler } from "../harness/handler.ts";
import { listening } from "../harness/listening.ts";
import { temporaryProject } from "../harness/project.ts";
import { refusal } from "../harness/refusal.ts";
import { shownError } from "../harness/shown-error.ts";
import { writeFiles } from "../harness/write-files.ts";

const events = refusal(() => parsePatterns("subscribtion"));
const statuses = badStatuses("abc");
const target = refusal(() => parseTarget(":::"));

/** What was meant, or what to write. */
const likely = { subscribtion: /Did you mean subscription\?/, abc: /200-299/, ":::": /localhost:3000/ };

// What would be asked, selected, waited for or sent comes after: nothing is recorded, and there is nothing to replay.
test.each([
  ["listen", ["listen", "--no-tunnel"], "--events", "subscribtion", events],
  ["listen", ["listen", "--no-tunnel"], "--forward-to", ":::", target],
  ["replay", ["replay", "last", "--to", "3000"], "--expect", "abc", statuses],
  ["replay", ["replay", "last"], "--to", ":::", target],
  ["generate", ["generate"], "--expect", "abc", statuses],
] as const)(
  "%s (%j) refuses %s %s before any work, typed or in its variable",
  async (_, typed, flag, value, mistake) => {
    const { run, folder, stateFolder } = await temporaryProject();
    const variable = `APPDIRECT_HOOKS_${flag.slice(2).replaceAll("-", "_").toUpperCase()}`;
    const results = [await run([...typed, flag, value]), await run(typed, { env: { [variable]: value } })];
    const said = (named: string) => shownError(mistaken({ named, hint: "" }, mistake));
    expect(results).toEqual([
      { status: 2, stdout: "", stderr: said(flag) },
      { status: 2, stdout: "", stderr: said(variable) },
    ]);
    for (const [index, named] of [flag, variable].entries()) {
      expect(results[index]?.stderr).toContain(`"${value}"`);
      expect(results[index]?.stderr).toContain(`(from ${named}).\n`);
      expect(results[index]?.stderr).toMatch(likely[value]);
    }
    const written = await Promise.all([folder, stateFolder].map((place) => readdir(place).catch(() => [])));
    expect(written.flat().filter((name) => name !== "package.json")).toEqual([]);
  },
);

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
  const { run, folder } = await temporaryProject();
  await run(["generate", "user.added", "--out", "made"]);
  const again = ["replay", "made", "--to", "3000"];
  for (const [args, env, named] of [
    [[...again, "--cacert", "none.pem"], {}, "--cacert"],
    [again, { APPDIRECT_HOOKS_CACERT: "none.pem" }, "APPDIRECT_HOOKS_CACERT"],
  ] as const) {
    const { status, stderr } = await run([...args], { env });
    expect([status, stderr]).toEqual([
      2,
      `✖ The file ${join(folder, "none.pem")} (from ${named}) cannot be read.\n  Name a file with PEM certificates.\n`,
    ]);
  }
});

test.each([
  ["--cacert", "junk.pem", /contains no certificate in PEM format \(from (\S+)\)\.$/],
  ["--host", "203.0.113.7", /^203\.0\.113\.7 \(from (\S+)\) is not an address of this machine\.$/],
  ["--ready-file", "nowhere/ready.json", /ready\.json \(from (\S+)\) cannot be written\.$/],
] as const)("what turns out to be wrong with %s %s later is told with what gave it too", async (flag, value, said) => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "junk.pem": "no certificate" });
  const listen = ["listen", "3000", "--no-tunnel", "--json", "--for", "1ms"];
  const variable = `APPDIRECT_HOOKS_${flag.slice(2).replaceAll("-", "_").toUpperCase()}`;
  const results = [await run([...listen, flag, value]), await run(listen, { env: { [variable]: value } })];
  expect(results.map(({ stderr }) => said.exec(JSON.parse(stderr).error.message)?.[1])).toEqual([flag, variable]);
});

test("a port that is taken is told with what asked for it", async () => {
  const { run } = await temporaryProject();
  const { port } = await listening();
  const listen = ["listen", "--no-tunnel", "--for", "1ms"];
  const { status, stderr } = await run(listen, { env: { APPDIRECT_HOOKS_PORT: String(port) } });
  expect([status, stderr]).toEqual([
    3,
    expect.stringContaining(`${port} (from APPDIRECT_HOOKS_PORT) is already in use.`),
  ]);
});

test("a JSON answer has the same words", async () => {
  const { run } = await temporaryProject();
  const { stderr } = await run(["replay", "last", "--json"], { env: { APPDIRECT_HOOKS_TO: ":::" } });
  const { code, message, hint } = mistaken({ named: "APPDIRECT_HOOKS_TO", hint: "" }, target);
  expect(JSON.parse(stderr)).toEqual({ error: { code, message, hint } });
});
