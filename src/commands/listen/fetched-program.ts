import { printable, sizeText } from "../../output/index.ts";
import type { TunnelNotice } from "../../sessions/index.ts";
import {
  cacheFolder,
  fetchCloudflared,
  installedBy,
  lacksCloudflared,
  programMissing,
  releasedFor,
  type Released,
  type TunnelSettings,
} from "../../tunnel/index.ts";
import { shownPath, type CommandContext, type CommandInput } from "../command.ts";
import { FetchProgress } from "./fetch-progress.ts";

interface Telling {
  settings: TunnelSettings;
  say(notice: TunnelNotice): void;
}

/**
 * Fetches cloudflared where there is none and somebody agrees to that; false where it was interrupted. Throws
 * `HooksError` TUNNEL_PROGRAM_MISSING, DOWNLOAD_FAILED and FOLDER_UNWRITABLE.
 */
export async function fetchWhereMissing(
  { options }: CommandInput<never>,
  context: CommandContext,
  telling: Telling,
): Promise<boolean> {
  const { host } = context;
  const released = telling.settings.released ?? releasedFor(host);
  if (released === undefined || !(await lacksCloudflared(host))) return true;
  const isAgreed = options.yes || (await agreed(released, context));
  if (isAgreed === undefined) return false;
  if (!isAgreed) {
    throw programMissing([`To download and verify it: ${context.program} listen --yes`, ...installedBy(host)]);
  }
  return fetchIt(released, context, { ...telling, isJson: options.json });
}

/** Undefined where the question was left, as by Ctrl-C. */
async function agreed({ version, bytes }: Released, { host, terminal }: CommandContext): Promise<boolean | undefined> {
  if (!terminal.canAsk) return false;
  const into = shownPath(cacheFolder(host), host.cwd);
  const question = `cloudflared is not installed. Download version ${version} (${sizeText(bytes)}) from ${source} into ${into}?`;
  return terminal.askWhether(question, host.interruption());
}

const source = "github.com";

async function fetchIt(
  released: Released,
  { host, clock, terminal }: CommandContext,
  { settings, say, isJson }: Telling & { isJson: boolean },
): Promise<boolean> {
  const { version, bytes } = released;
  say({ kind: "tunnel", state: "fetching", version, bytes, from: source, into: printable(cacheFolder(host)) });
  const progress = await FetchProgress.open(released, { host, clock, terminal, isJson });
  try {
    const fetched = await fetchCloudflared(
      released,
      {
        clock,
        machine: host,
        ownProgram: [host.nodeFile, host.programFile],
        settings,
        isAlive: (processId) => host.isAlive(processId),
        atExit: (act) => host.atExit(act),
      },
      { signal: AbortSignal.any([host.interruption(), host.outputClosed]), progress: (came) => progress.show(came) },
    );
    progress.close();
    if (fetched === undefined) return false;
    say({ kind: "tunnel", state: "fetched", version, bytes, afterMs: fetched.ms });
    return true;
  } finally {
    progress.close();
  }
}
