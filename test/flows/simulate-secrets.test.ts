import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allTexts } from "../harness/all-texts.ts";
import { ApiProgram, askForToken } from "../harness/marketplace.ts";
import { temporaryProject, type Project } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { startListener } from "../harness/running-listener.ts";
import { simulateArgs, startSimulator } from "../harness/running-simulator.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { startTokenServer } from "../harness/token-server.ts";
import { writeFiles } from "../harness/write-files.ts";

const secrets = { TOKEN: "sesame-token-1", CLIENT: "shop:sesame-client-2", USER: "ada:sesame-user-3" };
const apiClient = "crm:sesame-api-4";
/** Any of them, also in base64: of "shop:" and of "crm:", where they begin. */
const given = /sesame|c2hvcDpz|Y3JtOnNl/;
/** What the token endpoints of `listen` and of `simulate` issue: src/authentication/oauth2/issuing/access-tokens.ts */
const issued = /\d{13}\.[\w-]{32}\.[\w-]{43}/;

const variables = Object.entries(secrets).flatMap(([name, value]) => [
  [`APPDIRECT_HOOKS_${name}`, value],
  [`APPDIRECT_HOOKS_SIMULATE_${name}`, value],
]);
const byVariable = async () =>
  Object.fromEntries([...variables, ["APPDIRECT_HOOKS_SIMULATE_API_CLIENT", apiClient]]) as Record<string, string>;
const byFile = async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, { ...secrets, API_CLIENT: apiClient });
  const names = variables.map(([name = ""]) => [name, `@${join(folder, name.replace(/^.*_/, ""))}`]);
  const client = ["APPDIRECT_HOOKS_SIMULATE_API_CLIENT", `@${join(folder, "API_CLIENT")}`];
  return Object.fromEntries([...names, client]) as Record<string, string>;
};

const kinds = ["token", "oauth2-client", "oauth2-password", "oauth2"];

test.each([
  ...kinds.map((auth) => [auth, "by variable", byVariable, []] as const),
  ...kinds.map((auth) => [auth, "by @file", byFile, ["--json"]] as const),
])("%s %s: nothing that was given or issued is printed or written", async (auth, _, give, form) => {
  const project = await temporaryProject();
  const env = await give();
  const more = ["--auth", auth, "-v", "--debug", "--count", "2", ...form];
  const listener = await startListener(project, more, { env });
  const sent = await project.run(simulateArgs("--to", listener.url, "--rate", "50", "--state", "s", ...more), { env });
  const received = await listener.ended;
  expect([sent.status, received.status]).toEqual([0, 0]);
  const everything = [sent.stdout, sent.stderr, received.stdout, received.stderr, await textsOf(project)].join("\n");
  expect([given.exec(everything)?.[0], issued.exec(everything)?.[0]]).toEqual([undefined, undefined]);
  expect(everything).toContain("[redacted]");
});

test.each([["-v"], ["-v", "--json"]])(
  "with %j %s, what API clients give stands in the state file alone, though handlers repeat it",
  async (...form) => {
    const project = await temporaryProject();
    // An access token whose shape gives nothing away.
    const tokens = await startTokenServer('{"access_token":"sesame-bearer-5","token_type":"Bearer"}');
    const repeating = await startRawServer((socket, number) =>
      socket.write(answerWith(500, repeating.requests[number - 1]?.split("\r\n\r\n")[0])),
    );
    const args = ["--debug", "--state", "s", "--rate", "50", "--scenario", "purchase", ...form];
    const env = { APPDIRECT_HOOKS_SIMULATE_API_CLIENT: apiClient };
    const { url, stdout, untilOut, kill, ended } = await startSimulator(project, args, { env });
    const api = await ApiProgram.open(url, apiClient);
    const { access_token: ownToken } = JSON.parse((await askForToken(url, apiClient)).body);
    const oauth2 = { accessTokenUri: tokens.tokenUrl, clientId: "shop", clientSecret: "sesame-client-2" };
    const statuses = await Promise.all(
      [
        { type: "token", token: "sesame-token-1" },
        { type: "oauth2-client", ...oauth2 },
        { type: "oauth2-password", ...oauth2, username: "ada", password: "sesame-user-3" },
      ].map(async (authentication) => {
        const asked = { url: repeating.url, resource: "COMPANY", actions: ["ADDED"], authentication };
        const { status, body } = await api.call("POST", "/simulator/v1/webhooks", asked);
        return [status, given.test(body)];
      }),
    );
    expect(statuses).toEqual([
      [201, false],
      [201, false],
      [201, false],
    ]);
    await tokens.untilRequests(2);
    await repeating.untilRequests(repeating.requests.length + 3); // the tokens of both are presented, and repeated
    await untilOut(/user\.added/);
    const log = (await api.call("GET", "/simulator/v1/events")).body;
    const listed = (await api.call("GET", "/simulator/v1/webhooks")).body;
    kill("SIGINT");
    const { stderr } = await ended;
    const presented = ["sesame-token-1", "Bearer sesame-bearer-5"];
    expect(presented.filter((one) => !repeating.requests.some((request) => request.includes(one)))).toEqual([]);
    const said = [stdout(), stderr, log, listed].join("\n");
    expect([given.exec(said)?.[0], said.includes(ownToken)]).toEqual([undefined, false]);
    expect(await holdersOf(/sesame-(token|client|user)/, project)).toEqual([["s", 0o600]]);
    expect(await holdersOf(/sesame-(bearer|api)/, project)).toEqual([]);
  },
);

test("what listen made stands in its block to paste and in the state folder, and nowhere that simulate writes", async () => {
  const project = await temporaryProject();
  const more = ["-v", "--debug", "--count", "2"];
  const listener = await startListener(project, ["--auth", "oauth2", ...more]);
  const args = ["--to", listener.url, "--auth", "oauth2", "--rate", "50", "--state", "s", ...more];
  const sent = await project.run(simulateArgs(...args));
  const { stdout, stderr } = await listener.ended;
  const [, client = "none", password = "none"] =
    /\nThe client secret .*:\n(\S+)\n[^]*\nThe password .*:\n(\S+)\n/.exec(stderr) ?? [];
  expect([sent.status, client.length, password.length]).toEqual([0, 32, 32]);
  for (const made of [client, password]) {
    expect([stderr.split(made).length, `${stdout}${sent.stdout}${sent.stderr}`.includes(made)]).toEqual([2, false]);
    expect(await holdersOf(new RegExp(made), project)).toEqual([["kept.json", 0o600]]);
  }
  expect(issued.exec(`${stdout}${stderr}${sent.stdout}${sent.stderr}${await textsOf(project)}`)).toBe(null);
});

async function textsOf({ folder, stateFolder }: Project): Promise<string> {
  return [await allTexts(folder), await allTexts(stateFolder)].join("\n");
}

/** The files of the project, and of what is kept between runs, that hold something, with their modes. */
async function holdersOf(what: RegExp, { folder, stateFolder }: Project): Promise<[string, number][]> {
  const holders: [string, number][] = [];
  for (const place of [folder, stateFolder]) {
    for (const entry of await readdir(place, { recursive: true, withFileTypes: true }).catch(() => [])) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !what.test(await readFile(path, "utf8"))) continue;
      holders.push([entry.name, (await stat(path)).mode & 0o777]);
    }
  }
  return holders;
}
