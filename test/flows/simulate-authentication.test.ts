import { join } from "node:path";
import { expect, test } from "vitest";
import { freePort } from "../harness/free-port.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { temporaryProject, type Project } from "../harness/project.ts";
import { startRawServer } from "../harness/raw-server.ts";
import { recordedFixtures } from "../harness/recordings.ts";
import { startListener } from "../harness/running-listener.ts";
import { simulateArgs, startSimulator } from "../harness/running-simulator.ts";
import { purchase as purchaseEvents } from "../harness/purchase.ts";

const token = "sesame-token-1";
const client = "shop:sesame-client-2";
const user = "ada:sesame-user-3";

/** The variables of `listen` and of `simulate` that hold credentials. */
const listening = { APPDIRECT_HOOKS_TOKEN: token, APPDIRECT_HOOKS_CLIENT: client, APPDIRECT_HOOKS_USER: user };
const simulating = {
  APPDIRECT_HOOKS_SIMULATE_TOKEN: token,
  APPDIRECT_HOOKS_SIMULATE_CLIENT: client,
  APPDIRECT_HOOKS_SIMULATE_USER: user,
};
const purchase = (url: string, count: number) =>
  simulateArgs("--to", url, "--scenario", "purchase", "--rate", "100", "--count", String(count));

const told = purchaseEvents.toSorted();

test.each(["none", "token", "oauth2-client", "oauth2-password", "oauth2"])(
  "%s: what listen demands simulate presents, and all of a purchase arrives",
  async (auth) => {
    const project = await temporaryProject();
    const listener = await startListener(project, ["--auth", auth, "--count", "6"], { env: listening });
    const args = [...purchase(listener.url, 6), "--auth", auth, "--json"];
    const { status, stdout, stderr } = await project.run(args, { env: simulating });
    expect([status, stderr]).toEqual([0, ""]);
    const lines = jsonLines(stdout);
    const attempts = lines.filter(({ type }) => type === "attempt");
    expect(attempts.map((attempt) => [attempt["status"], attempt["number"]])).toEqual(
      Array.from({ length: 6 }, () => [200, 1]),
    );
    expect(lines.at(-1)).toMatchObject({ type: "end", events: 6, delivered: 6, failed: 0, pending: 0 });
    expect(await receivedBy(listener.ended, project)).toEqual({ status: 0, refusals: [], events: told });
  },
);

test.each([
  ["token", "token", []],
  ["oauth2", "client and user", ["--auth", "oauth2"]],
])("%s: what listen made for the project need not be pasted", async (auth, what, args) => {
  const project = await temporaryProject();
  const listener = await startListener(project, ["--auth", auth, "--count", "6"]);
  const { status, stderr } = await project.run([...purchase(listener.url, 6), ...args]);
  expect(stderr).toContain(`To ${listener.url}, with this project's ${what}.\n`);
  expect(status).toBe(0);
  expect(await receivedBy(listener.ended, project)).toEqual({ status: 0, refusals: [], events: told });
});

test("what stands in variables of listen is not for simulate", async () => {
  const project = await temporaryProject();
  const listener = await startListener(project, ["--auth", "token"], { env: listening });
  const simulator = project.start(purchase(listener.url, 1), { env: listening });
  await listener.untilErr(/refused: no token/);
  expect(await simulator.untilOut(/ 401 /)).toBe(" 401 ");
});

test("a wrong token is a 401 on one side, and a wrong token on the other", async () => {
  const project = await temporaryProject();
  const listener = await startListener(project, ["--auth", "token"], { env: listening });
  const env = { APPDIRECT_HOOKS_SIMULATE_TOKEN: "another" };
  const { untilOut, kill, ended } = await startSimulator(project, ["--to", listener.url, "--count", "1"], { env });
  await untilOut(new RegExp(`\n +→ ${listener.url} +401 .* again in 5 min\n`));
  await listener.untilErr(/\nrefused: wrong token \(in x-appdirect-webhook-token\)\n/);
  kill("SIGINT");
  expect((await ended).stderr).toContain("\ndelivered  0\npending    1, lost with this run; --state keeps them\n");
  expect(await recordedFixtures(join(project.folder, "fixtures"))).toEqual([]);
});

test.each([
  ["oauth2-client", "APPDIRECT_HOOKS_SIMULATE_CLIENT", "401 (invalid_client)", "client id or secret"],
  ["oauth2-password", "APPDIRECT_HOOKS_SIMULATE_USER", "400 (invalid_grant)", "user name or password"],
])("%s: a wrong secret in %s is no access token, and both sides say why", async (auth, variable, answer, what) => {
  const project = await temporaryProject();
  const listener = await startListener(project, ["--auth", auth], { env: listening });
  const env = { ...simulating, [variable]: "shop:another" };
  const args = ["--to", listener.url, "--auth", auth, "--count", "1"];
  const simulator = await startSimulator(project, args, { env });
  await simulator.untilOut(/ again in 5 min\n/);
  expect(unwrapped(simulator.stdout())).toMatch(/ → \S+ failed after \d+ ms /);
  const words = `no access token: ${listener.url}oauth2/token answered ${answer} again in 5 min`;
  expect(unwrapped(simulator.stdout())).toContain(words);
  await listener.untilErr(new RegExp(`\nrefused: token request with a wrong ${what}\n`));
  expect(await recordedFixtures(join(project.folder, "fixtures"))).toEqual([]);
});

test("a token endpoint that is down is said, and the webhook is not called", async () => {
  const project = await temporaryProject();
  const listener = await startListener(project, ["--auth", "oauth2-client"], { env: listening });
  const place = `http://127.0.0.1:${await freePort()}/oauth2/token`;
  const args = ["--to", listener.url, "--auth", "oauth2-client", "--token-url", place, "--count", "1"];
  const simulator = await startSimulator(project, args, { env: simulating });
  await simulator.untilOut(/ again in 5 min\n/);
  expect(unwrapped(simulator.stdout())).toContain(`no access token: nothing listens at ${place} again in 5 min`);
  listener.kill("SIGINT");
  const { stderr } = await listener.ended;
  expect(stderr).toMatch(/\nreceived {2}0 events in /);
  expect(stderr).not.toContain("refused");
});

test.skipIf(process.platform === "win32")("Ctrl-C does not wait for a token endpoint that never answers", async () => {
  const project = await temporaryProject();
  const silent = await startRawServer(() => undefined);
  const args = ["--to", silent.url, "--auth", "oauth2-client"];
  const { kill, ended } = await startSimulator(project, args, { env: simulating });
  await silent.untilRequests(1);
  kill("SIGINT");
  const { status, stdout } = await ended;
  expect([status, stdout.includes("→")]).toEqual([0, false]);
});

/** Without the ends of lines that the width of a terminal makes. */
function unwrapped(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

/** What a listener that ends by itself said, and recorded: the events by name. */
async function receivedBy(ended: Promise<{ status: number | null; stderr: string }>, { folder }: Project) {
  const { status, stderr } = await ended;
  const fixtures = await recordedFixtures(join(folder, "fixtures"));
  return { status, refusals: stderr.match(/refused.*/g) ?? [], events: fixtures.map(({ event }) => event) };
}
