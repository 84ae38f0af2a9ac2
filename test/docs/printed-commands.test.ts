import { expect, test } from "vitest";
import { nothingKept } from "../../src/commands/sentences/authentication.ts";
import { nothingNamed, scenarioNamed, withAllEvents } from "../../src/commands/sentences/generating.ts";
import { keptTunnelHasPort } from "../../src/commands/sentences/listening.ts";
import {
  noSuchCommand,
  noSuchFlag,
  notParsed,
  notTaken,
  ofOtherCommands,
} from "../../src/commands/sentences/parsing.ts";
import { program as programCheck } from "../../src/doctor/checks/program.ts";
import { port7844 } from "../../src/doctor/checks/port-7844.ts";
import { HooksError } from "../../src/errors.ts";
import {
  demoEnding,
  errorView,
  eventListLegend,
  findingLines,
  plainTheme,
  replaySummary,
} from "../../src/output/index.ts";
import type { Notice } from "../../src/sessions/index.ts";
import { programNotExecutable } from "../../src/tunnel/sentences.ts";
import { accept, oursIn } from "../harness/accept.ts";
import { checkSurroundings } from "../harness/check-surroundings.ts";
import { listenView } from "../harness/listen-view.ts";
import { deliveryNotice, endNotice, readyNotice, targetNamed } from "../harness/notices.ts";
import { paste, pasteAll } from "../harness/paste.ts";
import { printedCommands } from "../harness/printed-commands.ts";

const program = "npx appdirect-hooks";
const widths = [60, 80, 100, Number.POSITIVE_INFINITY];

/** What a text is on a screen of this width. */
type Said = (width: number) => string | Promise<string>;

const notice =
  (one: Notice): Said =>
  async (width) => {
    const { out = "", err = "" } = (await listenView("pretty", { width: () => width, errWidth: () => width }))(one);
    return out + err;
  };
const error =
  (one: HooksError): Said =>
  () =>
    errorView(one, { json: false, debug: false, theme: plainTheme }).text;

const refused = { outcome: "failed", reason: "refused", detail: "nothing listens there", durationMs: 1 } as const;
const failedAt = (file: string, address?: string) =>
  notice(deliveryNotice(refused, { number: 0, file, target: targetNamed("crm", address) }));
const demoIn = (folder: string): Said => {
  const crm = { companies: [], contacts: [], deals: [] };
  const result = { sent: 6, delivered: 6, attempts: 8, replayed: true, crm, interrupted: false };
  return (width) => demoEnding(result, { theme: plainTheme, program, folder, width });
};
const replayed: Said = (width) => {
  const counts = {
    sent: 1,
    succeeded: 0,
    failed: 1,
    unreadable: 0,
    untaken: 0,
    selected: 1,
    retries: 0,
    recordedFailures: 1,
  };
  const result = { ...counts, failures: [], reachedAny: true, latencyMs: undefined, durationMs: 1, interrupted: false };
  return replaySummary(result, {
    theme: plainTheme,
    width,
    program,
    isListed: true,
    hasSeveralTargets: false,
    canGoOn: false,
    concurrency: 1,
  });
};
const finding =
  (mend: readonly string[]): Said =>
  (width) =>
    findingLines({ check: "x", state: "note", message: "", mend }, { theme: plainTheme, nameWidth: 9, width });
const noHelp = { suggestion: undefined, typed: program, program };
const unknownEvent = new HooksError("UNKNOWN_EVENT", { message: "x", hint: "Did you mean user.added?" });
const withoutCloudflared = async () => {
  const surroundings = await checkSurroundings({
    typedProgram: program,
    machine: { platform: "linux", architecture: "x64" },
  });
  return (await programCheck(surroundings))[0]?.mend ?? [];
};

/** What is said, and what the user is to type then. */
const all: [what: string, said: Said, typed: string[][]][] = [
  ["unknown command", error(noSuchCommand("x", noHelp)), [["--help"]]],
  ["unknown flag", error(noSuchFlag("--x", { ...noHelp, program: `${program} listen` })), [["listen", "--help"]]],
  ["flag of others", error(ofOtherCommands("--to", { owners: ["replay"], program })), [["--help"]]],
  ["unparsable", error(notParsed(new Error("error: x"), `${program} demo`)), [["demo", "--help"]]],
  ["too many words", error(notTaken("x", { name: "tunnel stop", program })), [["tunnel", "stop", "--help"]]],
  ["nothing named", error(nothingNamed({ program, scenarios: ["purchase"], resources: [] })), [["events"]]],
  ["unknown event", error(withAllEvents(unknownEvent, program)), [["events"]]],
  ["a scenario", error(scenarioNamed("purchase", program)), [["generate", "--scenario", "purchase"]]],
  ["no token", error(nothingKept("token", program)), [["listen", "--auth", "token"]]],
  ["port kept", error(keptTunnelHasPort(4747, { named: "--port", program })), [["tunnel", "stop"]]],
  ["a kept token", notice(readyNotice({ usesKept: true })), [["listen", "--show-token"]]],
  [
    "events left on disk",
    notice({ kind: "warning", about: "left on disk", target: "crm", waiting: 2 }),
    [["replay", "--failed"]],
  ],
  ["the end", notice(endNotice({ sendable: 1 })), [["replay", "--failed"]]],
  ["a tunnel left", notice(endNotice({ tunnelKeptForMs: 60_000 })), [["tunnel", "stop"]]],
  ["a replay that failed", replayed, [["replay", "--failed"]]],
  [
    "the legend of events",
    (width) => eventListLegend(program, { theme: plainTheme, width }),
    [["events", "subscription.added"]],
  ],
  ["no cloudflared", async (width) => finding(await withoutCloudflared())(width), [["listen", "--yes"]]],
  ...[
    ["a failed delivery", "fixtures/a.json", "fixtures/a.json"],
    ["one in a folder with a space", "my fixtures/a.json", "my fixtures/a.json"],
    ["one with a quote", 'it\'s "so"/a.json', 'it\'s "so"/a.json'],
    ["one with a $, ` and \\", "$HOME `id`\\!/a.json", "$HOME `id`\\!/a.json"],
    ["one with a dash in front", "-f/a.json", "./-f/a.json"],
  ].map(([what = "", file = "", typed = ""]): [string, Said, string[][]] => [
    what,
    failedAt(file),
    [["replay", typed, "--to", "http://localhost:3000/"]],
  ]),
  [
    "a failed delivery to a long address",
    failedAt("fixtures/a.json", "localhost:3000/hooks?a=1&b='2'"),
    [["replay", "fixtures/a.json", "--to", "http://localhost:3000/hooks?a=1&b=%272%27"]],
  ],
  ...["/tmp/demo-1", "/tmp/my files/demo-1", "/tmp/it's/demo-1", "/tmp/$HOME `id`/demo-1", '/tmp/"so"!/demo-1'].map(
    (folder): [string, Said, string[][]] => [
      `the end of a demo in ${folder}`,
      demoIn(folder),
      [
        ["listen", "3000", "--no-tunnel"],
        ["replay", folder, "--to", "3000", "--dry-run"],
        ["generate", "--scenario", "purchase"],
      ],
    ],
  ),
];

test("each command that we print runs as pasted, the same at every width", async () => {
  const rows = all.flatMap(([what, said, typed]) => widths.map((width) => ({ what, said, typed, width })));
  const printed = await Promise.all(rows.map(async ({ said, width }) => printedCommands(await said(width), program)));
  const pasted = await pasteAll(printed.flat());
  const found = rows.map(({ what, width }, index) => {
    const started = pasted.splice(0, printed[index]?.length ?? 0);
    return {
      what,
      width,
      typed: oursIn(started.flatMap((one) => one.started)),
      errors: started.map((one) => one.errors).join(""),
    };
  });
  expect(found).toEqual(rows.map(({ what, width, typed }) => ({ what, width, typed, errors: "" })));
});

test.each(all)("the program takes what it prints: %s", async (_what, _said, typed) => {
  await expect(Promise.all(typed.map(accept))).resolves.toBeDefined();
});

test("doctor's command for UDP runs as pasted", async () => {
  const checks = [
    { component: "TCP", status: "fail" as const },
    { component: "UDP", status: "pass" as const },
  ];
  const trial = { protocol: "quic", trouble: undefined, network: { checks, advice: [] } };
  const facts = { trial: async () => ({ trial }) } as never;
  const [judged] = await port7844(await checkSurroundings({ typedProgram: program, facts }));
  const [command = ""] = printedCommands(await finding(judged?.mend ?? [])(60), program);
  const [typed = []] = oursIn((await paste(command)).started);
  expect(typed).toEqual(["listen", "--tunnel-protocol", "quic"]);
  await accept(typed);
});

test("a program that this user may not run is made runnable by what is printed, whatever its name", async () => {
  const file = "/opt/it's here/cloudflared";
  const lines = programNotExecutable(file).hint?.split("\n") ?? [];
  const command = lines.find((line) => line.startsWith("  ")) ?? "";
  expect((await paste(command)).started).toEqual([["chmod", "+x", file]]);
});
