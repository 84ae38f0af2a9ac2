import type { CredentialName } from "../../authentication/index.ts";
import { withoutSecrets, type EverywhereName, type OptionValues, type Provenance } from "../../config/index.ts";
import type { Target } from "../../delivery/index.ts";
import type { ExitStatus } from "../../errors.ts";
import { everyEvent } from "../../events/index.ts";
import {
  previewReplay,
  replay,
  type ReplayNotice,
  type ReplayOptions,
  type ReplayResult,
} from "../../sessions/index.ts";
import { projectState } from "../../state/index.ts";
import type { CommandContext } from "../command.ts";
import { openReports, type OpenReports } from "../reports/open-reports.ts";
import { nothingLeft } from "../sentences/selecting.ts";
import { noneReached } from "../sentences/targets.ts";
import { readTrusted } from "../targets.ts";
import { type Countable, deliveryCounts } from "./delivery-counts.ts";
import type { Plan } from "./plan.ts";
import { startEditing, type Editing } from "./edit/editing.ts";
import { ReplayReporter } from "./reporter.ts";
import { curlPrinter, replayPrinter } from "./printer.ts";
import { meantIdentity, presentersOf, type Identity, type PresentingInput } from "./presenting.ts";
import { askAboutTargets, firstLine, waitAgain, waitFor } from "./targets.ts";
import type { WatchedPlaces } from "./watch/change-watch.ts";

export interface Consignment extends Countable, Pick<ReplayOptions, "fixtures"> {
  /** Whether nobody named the targets. */
  areOfLastListen: boolean;
  /** Whether what is sent may lie in files, so that what fails can be sent again. */
  isRecorded: boolean;
  plan: Plan;
  /** Sends again at each change there: `again` gives the fixtures anew, to be read anew. */
  watch?: { places: WatchedPlaces; again(): ReplayOptions["fixtures"] };
}

/** The options that sending needs; where they came from matters for authentication and certificates alone. */
export interface SendInput {
  options: OptionValues<SendName | EverywhereName>;
  given: PresentingInput["given"] & Pick<Provenance<"cacert">, "nameOf">;
}

type SendName =
  | "set"
  | "unset"
  | "fresh"
  | "edit"
  | "times"
  | "concurrency"
  | "dryRun"
  | "report"
  | "wait"
  | "timeout"
  | "expect"
  | "auth"
  | CredentialName
  | "tokenUrl"
  | "skipVerify"
  | "cacert";

/** Asks, waits, sends, sums up: what `replay` and `generate --to` have in common. */
export async function sendFixtures(
  consignment: Consignment,
  input: SendInput,
  context: CommandContext,
): Promise<ExitStatus> {
  const { targets, count, plan, watch } = consignment;
  const identity = await meantIdentity(input, projectState(context.host));
  const editing = input.options.edit ? startEditing({ targets, count, criteria: plan.criteria }, context) : undefined;
  const options = await replayOptions(consignment, { identity, editing }, input, context);
  const line = firstLine(consignment, identity);
  if (line !== undefined) context.terminal.say(`${line}\n`);
  if (input.options.dryRun) return preview(options, plan, input, context);
  const reports = await openReports(input.options.report, "appdirect-hooks replay", context);
  await askAboutTargets(targets, input, context);
  const { wait } = input.options;
  const send = (fixtures: ReplayOptions["fixtures"]) =>
    sendOnce({ ...consignment, editing, reports }, { ...options, fixtures }, input, context);
  if (watch === undefined) {
    await waitFor(targets, wait, context);
    return send(options.fixtures);
  }
  const { sendAtChanges } = await import("./watch/send-at-changes.ts");
  return sendAtChanges(
    {
      places: watch.places,
      options: input.options,
      async send({ isFirst }) {
        await (isFirst ? waitFor(targets, wait, context) : waitAgain(targets, wait, context));
        return send(watch.again());
      },
    },
    context,
  );
}

async function sendOnce(
  consignment: Consignment & { editing: Editing | undefined; reports: OpenReports },
  options: ReplayOptions,
  input: SendInput,
  context: CommandContext,
): Promise<ExitStatus> {
  const { targets, plan, isRecorded, editing, reports } = consignment;
  const { host, clock, random } = context;
  // Where nobody asked for a report, what it would say of each delivery takes longer than to send it.
  const isReported = input.options.report.length > 0;
  const reporter = isReported
    ? new ReplayReporter(reports, { host, hasSeveralTargets: targets.length > 1 })
    : undefined;
  const printer = await replayPrinter({
    context,
    options: input.options,
    replay: options,
    ...deliveryCounts(consignment, input.options),
    isOutTaken: reports.areOnStdout,
    hasEdited: () => (editing?.changed ?? 0) > 0,
  });
  const notify = (notice: ReplayNotice) => {
    printer.notify(notice);
    reporter?.notify(notice);
  };
  const surroundings = {
    clock,
    random,
    networkRandom: plan.networkRandom,
    env: withoutSecrets(host.env),
    processes: host,
    processId: host.processId,
    // What was made up lies in no file: a journal of it would only hide the one of the last session.
    state: isRecorded ? projectState(host) : undefined,
    notify: editing === undefined ? notify : (notice: ReplayNotice) => editing.whenClosed(() => notify(notice)),
    signal: AbortSignal.any([host.interruption(), host.outputClosed]),
  };
  const result = await replay(options, surroundings).finally(() => printer.close());
  if (result.sent === 0 && result.unreadable === 0 && !result.interrupted)
    throw nothingLeft({ criteria: plan.criteria, targets });
  printer.end(result);
  await reporter?.end();
  if (!result.reachedAny && result.sent > 0 && !result.interrupted)
    throw noneReached(namesOf(targets), reasonsOf(result));
  return statusOf(result);
}

const namesOf = (targets: readonly Target[]) => targets.map(({ name }) => name);
const reasonsOf = ({ failures }: ReplayResult) => failures.map(({ why }) => why);

async function replayOptions(
  { fixtures, targets, plan }: Consignment,
  { identity, editing }: { identity: Identity | undefined; editing: Editing | undefined },
  input: SendInput,
  context: CommandContext,
): Promise<ReplayOptions> {
  const { options } = input;
  const { skipVerify, tokenUrl } = options;
  const trusted = options.cacert === undefined ? undefined : await readTrusted(options.cacert, input, context);
  const { clock } = context;
  const { networkRandom: _, ...planned } = plan;
  return {
    ...planned,
    fixtures: editing === undefined ? fixtures : editing.all(fixtures),
    // The editing has looked at them already, and what it changed need not meet them any more.
    ...(editing !== undefined && { criteria: { events: everyEvent, where: [] } }),
    targets,
    alteration: { set: options.set, unset: options.unset, fresh: options.fresh },
    times: options.times,
    concurrency: editing === undefined ? options.concurrency : 1,
    timeoutMs: options.timeout,
    expected: options.expect,
    presenting: identity && (await presentersOf(identity, { clock, tokenUrl, skipVerify, trusted: trusted?.pem })),
    skipVerify,
    trusted,
  };
}

async function preview(
  options: ReplayOptions,
  { networkRandom, criteria }: Plan,
  input: SendInput,
  context: CommandContext,
): Promise<ExitStatus> {
  const { clock, random } = context;
  const printer = await curlPrinter(context, input.options);
  const notify = (notice: ReplayNotice) => printer.notify(notice);
  const surroundings = { clock, random, networkRandom, notify };
  for await (const sending of previewReplay(options, surroundings)) await printer.print(sending);
  if (printer.printed > 0) return 0;
  if (printer.unreadable > 0) return 2;
  throw nothingLeft({ criteria, targets: options.targets });
}

/** 2 where there was nothing to attempt. */
function statusOf(result: ReplayResult): ExitStatus {
  if (result.interrupted) return 1;
  if (result.sent === 0) return 2;
  return result.failed > 0 || result.unreadable > 0 ? 1 : 0;
}
