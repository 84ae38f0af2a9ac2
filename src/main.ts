import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import packageJson from "../package.json" with { type: "json" };
import { systemClock } from "./clock.ts";
import {
  findCommand,
  groupHelp,
  helpOf,
  isGroup,
  optionsOf,
  overview,
  parseCommand,
  programName,
  refuseConflicts,
  settle,
  unknownVariables,
  type CommandContext,
} from "./commands/index.ts";
import {
  openSources,
  resolveOptions,
  variableOf,
  yesOrNo,
  type EverywhereName,
  type OptionValues,
} from "./config/index.ts";
import { HooksError, type ExitStatus } from "./errors.ts";
import { exit, onUncaught, systemHost, type Host } from "./host.ts";
import { createTheme, errorView, hanging, plainTheme, printable } from "./output/index.ts";
import { systemRandom } from "./random.ts";
import { colourLevel, Terminal } from "./terminal/index.ts";

/** The program: what was typed becomes work, and the work an exit status. */
export async function start(): Promise<void> {
  const host = systemHost();
  onUncaught((cause) => void report(cause, host).then(exit));
  await exit(await run(host));
}

/** What only a test changes. */
export type RunSettings = Pick<CommandContext, "tunnelSettings">;

/** Runs one command line within `host`; never rejects. */
export async function run(host: Host, settings: RunSettings = {}): Promise<ExitStatus> {
  try {
    const status = await runCommand(host, settings);
    await host.flush();
    const reason: unknown = host.outputClosed.reason;
    if (reason instanceof HooksError) throw reason;
    return status;
  } catch (cause) {
    return report(cause, host);
  }
}

async function runCommand(host: Host, settings: RunSettings): Promise<ExitStatus> {
  const program = programName(host);
  const { name, found, rest, ...typed } = await findCommand(host.argv, program);
  const form = async () => ({ theme: await outTheme(host, typed.flags), program, width: helpWidth(host) });
  if (typed.version) return print(host, `${packageJson.version}\n`);
  if (found === undefined) return print(host, overview(await form()));
  if (isGroup(found)) return print(host, groupHelp(name, found, await form()));
  const parsed = await parseCommand(name, found, rest, program);
  if (parsed.version) return print(host, `${packageJson.version}\n`);
  if (typed.help || parsed.help) {
    const full = isVerbose(host, { ...typed.flags, ...parsed.flags });
    return print(host, await helpOf(name, found, { ...(await form()), full }));
  }
  const sourceSurroundings = {
    flags: { ...typed.flags, ...parsed.flags },
    env: host.env,
    readFile: (path: string) => readFileSync(resolve(host.cwd, path), "utf8"),
  };
  const sources = openSources(sourceSurroundings);
  const { values, given } = settle(found, await resolveOptions(optionsOf(found), sources, sourceSurroundings));
  const terminal = terminalOf(host, values);
  if (found.leavesVariables !== true) await sayUnknownVariables(host, terminal);
  const context = { host, terminal, clock: systemClock, random: systemRandom, program, ...settings };
  const input = { positionals: parsed.positionals, options: values, given };
  refuseConflicts(found, input);
  return found.run(input, context);
}

async function sayUnknownVariables({ env }: Host, terminal: Terminal): Promise<void> {
  for (const { message, hint } of await unknownVariables(env))
    terminal.fail(
      `${hanging(`! ${printable([message, hint].filter((part) => part !== undefined).join(" "))}`, terminal.errWidth)}\n`,
    );
}

function print(host: Host, text: string): ExitStatus {
  host.stdout.write(text);
  return 0;
}

function terminalOf(host: Host, options: OptionValues<EverywhereName>): Terminal {
  const { stdout, stderr, env } = host;
  const level = (stream: { isTTY?: boolean }) =>
    colourLevel({ isTerminal: stream.isTTY === true, env, asked: options.color });
  const mayAsk = options.input && !options.json && !env["CI"];
  return new Terminal({
    stdin: () => host.stdin,
    stdout,
    stderr,
    outputClosed: host.outputClosed,
    outIsPipe: host.outputIsPipe,
    outLevel: level(stdout),
    errLevel: level(stderr),
    quiet: options.quiet,
    mayAsk,
  });
}

/** The one place that prints errors. It reads flags and variables as they are: what failed may be their reading. */
async function report(cause: unknown, host: Host): Promise<ExitStatus> {
  const { argv, stderr, env } = host;
  const asked = argv.includes("--no-color") ? false : argv.includes("--color") ? true : switched(host, "color");
  const level = colourLevel({ isTerminal: stderr.isTTY === true, env, asked });
  // Whatever is broken, the error itself must still come out.
  const theme = await createTheme(level).catch(() => plainTheme);
  const isAsked = (name: "json" | "debug") => argv.includes(`--${name}`) || switched(host, name) === true;
  const width = stderr.isTTY === true ? (stderr.columns ?? 80) : Number.POSITIVE_INFINITY;
  const view = errorView(cause, { json: isAsked("json"), debug: isAsked("debug"), theme, width });
  stderr.write(view.text);
  return view.status;
}

/** What a variable says; nothing where it says neither yes nor no. */
function switched({ env }: Host, name: EverywhereName): boolean | undefined {
  return yesOrNo(env[variableOf(name)] ?? "");
}

/** Wider lines are hard to read; in a pipe or a file nobody knows how wide the reader is. */
function helpWidth({ stdout }: Host): number {
  return stdout.isTTY === true ? Math.min(stdout.columns ?? 80, 100) : 80;
}

function isVerbose(host: Host, flags: Record<string, unknown>): boolean {
  return flags["verbose"] === true || switched(host, "verbose") === true;
}

function outTheme(host: Host, flags: Record<string, unknown>) {
  const asked = typeof flags["color"] === "boolean" ? flags["color"] : switched(host, "color");
  return createTheme(colourLevel({ isTerminal: host.stdout.isTTY === true, env: host.env, asked }));
}
