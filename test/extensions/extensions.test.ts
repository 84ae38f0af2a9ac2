import { afterAll, beforeAll } from "vitest";
import { temporaryProject } from "../harness/project.ts";
import { testAuthentication } from "./authentication.ts";
import { buildExtended, type ExtendedProgram, type Extension } from "./extended-program.ts";
import { testChecks } from "./checks.ts";
import { testCommands } from "./commands.ts";
import { testOptions } from "./options.ts";
import { testReports } from "./reports.ts";
import { testResources } from "./resources.ts";
import { testScenarios } from "./scenarios.ts";
import { testTargets } from "./targets.ts";
import { testTunnels } from "./tunnels.ts";
import { testViews } from "./views.ts";

// What CONTRIBUTING promises under "Add something": one new file and one line in a table, and nothing else.
const extensions: readonly Extension[] = [
  {
    file: "authentication/basic.ts",
    table: "authentication/table.ts",
    line: '  basic: { summary: "HTTP Basic", needs: ["user"], load: async () => (await import("./basic.ts")).basic },',
    before: "} satisfies",
  },
  {
    file: "delivery/targets/file.ts",
    table: "delivery/targets/table.ts",
    line: "  file,",
    before: "  http,",
    imported: 'import { file } from "./file.ts";',
  },
  {
    file: "tunnel/beside.ts",
    table: "tunnel/table.ts",
    line: '  beside: { summary: "a second port of this machine", needs: [], load: async () => (await import("./beside.ts")).beside },',
    before: "} satisfies",
  },
  {
    file: "config/sources/settings-file.ts",
    table: "config/sources/table.ts",
    line: '  "settings file": openSettingsFile,',
    before: "} satisfies",
    imported: 'import { openSettingsFile } from "./settings-file.ts";',
  },
  {
    file: "commands/beacon/table.ts",
    table: "commands/table.ts",
    line: '  beacon: { summary: "say where the listener is", load: async () => (await import("./beacon/table.ts")).beacon },',
    before: "} satisfies",
  },
  {
    file: "output/views/html.ts",
    table: "output/views/table.ts",
    line: '  html: { summary: "a list for a browser", load: async () => (await import("./html.ts")).htmlView },',
    before: "} satisfies",
  },
  {
    file: "output/reports/tap.ts",
    table: "output/reports/table.ts",
    line: '  tap: { takesFile: false, load: async () => (await import("./tap.ts")).tapReport },',
    before: "} satisfies",
  },
  {
    file: "events/resources/voucher.ts",
    table: "events/resources/index.ts",
    line: "  voucher,",
    before: "} satisfies",
    imported: 'import { voucher } from "./voucher.ts";',
    use: "voucher-types.ts",
  },
  {
    file: "doctor/checks/moon.ts",
    table: "doctor/table.ts",
    line: '  moon: { summary: "the phase of the moon", load: async () => (await import("./checks/moon.ts")).moon },',
    before: "} satisfies",
  },
  {
    file: "generate/scenarios/upgrade.ts",
    table: "generate/scenarios/table.ts",
    line: '  upgrade: { summary: "A subscription is upgraded.", load: async () => (await import("./upgrade.ts")).upgrade },',
    before: "} satisfies",
  },
];

let program: ExtendedProgram | undefined;

// One copy and one build for all of them: two minutes are for a machine that does much else.
beforeAll(async () => {
  program = await buildExtended(extensions);
}, 120_000);

afterAll(() => program?.remove());

const openProject = () => temporaryProject({ program: program?.file ?? "" });

const built = () => {
  if (program === undefined) throw new Error("The extended copy was not built.");
  return program;
};

testAuthentication(openProject);
testTargets(openProject);
testTunnels(openProject);
testOptions(openProject);
testCommands(openProject);
testChecks(openProject);
testViews(openProject);
testReports(openProject);
testResources(openProject, built);
testScenarios(openProject, built);
