import { resolve } from "node:path";
import { withoutSecrets } from "../../config/index.ts";
import { retryWaitsMs } from "../../delivery/index.ts";
import type { ExitStatus } from "../../errors.ts";
import { printableJson } from "../../output/index.ts";
import { seededRandom } from "../../random.ts";
import { simulate, type SimulateOptions, type SimulateResult } from "../../sessions/simulate/index.ts";
import { simulatorApi } from "../../marketplace/simulator/index.ts";
import { projectState } from "../../state/index.ts";
import type { CommandContext } from "../command.ts";
import { meantIdentity, type Identity } from "../replay/presenting.ts";
import { askAboutTargets, firstLine } from "../replay/targets.ts";
import type { SimulateInput } from "../simulate.ts";
import { readTrusted, refuseTwins } from "../targets.ts";
import { whatHappens } from "./what-happens.ts";
import { openSimulateView } from "./view.ts";
import { webhooksFor } from "./webhooks.ts";

/** Runs a marketplace until what ends it. Throws what its parts throw. */
export async function runSimulate(input: SimulateInput, context: CommandContext): Promise<ExitStatus> {
  if (input.options.printApi) return printApi(context);
  const { host, clock, random, terminal } = context;
  const { seed, count } = input.options;
  const identity = await meantIdentity(input, projectState(host));
  const options = await simulateOptions(input, identity, context);
  await askAboutTargets(input.options.to, input, context);
  const line = firstLine({ targets: input.options.to, areOfLastListen: false }, identity);
  if (line !== undefined) terminal.say(`${line}\n`);
  terminal.unblock();
  const view = await openSimulateView(options, input, context);
  const result = await simulate(options, {
    clock,
    random,
    story: seed === undefined ? random : seededRandom(seed),
    env: withoutSecrets(host.env),
    processes: host,
    processId: host.processId,
    isAlive: (processId) => host.isAlive(processId),
    notify: (notice) => view.show(notice),
    signal: AbortSignal.any([host.interruption(), host.outputClosed]),
  });
  return statusOf(result, count);
}

async function printApi({ terminal }: CommandContext): Promise<ExitStatus> {
  await terminal.out(printableJson(JSON.stringify(simulatorApi, null, 2)));
  return 0;
}

async function simulateOptions(
  input: SimulateInput,
  identity: Identity | undefined,
  context: CommandContext,
): Promise<SimulateOptions> {
  const { options, given } = input;
  const { host, port, count, state, cacert, tokenUrl } = options;
  return {
    ...(await whatHappens(options)),
    ...(count !== undefined && { count }),
    perSecond: options.rate,
    host,
    port,
    orFreePort: !given.isGiven("port"),
    named: { host: given.nameOf("host"), port: given.nameOf("port") },
    apiClient: options.apiClient,
    showsSecret: !given.isGiven("apiClient"),
    webhooks: webhooksFor(refuseTwins([...options.to]), { identity, tokenUrl }),
    waitsMs: retryWaitsMs(options.retryTail),
    timeScale: options.timeScale,
    timeoutMs: options.timeout,
    duplicatePercent: options.duplicate,
    shuffle: options.shuffle,
    outageMs: options.outage,
    skipVerify: options.skipVerify,
    ...(cacert !== undefined && { trusted: await readTrusted(cacert, input, context) }),
    ...(state !== undefined && { stateFile: resolve(context.host.cwd, state) }),
  };
}

/** What a count was set for is reached when all of it was delivered; without one, it runs until it is stopped. */
function statusOf({ delivered, failed, pending, interrupted }: SimulateResult, count: number | undefined): ExitStatus {
  if (count === undefined) return 0;
  return delivered > 0 && failed === 0 && pending === 0 && !interrupted ? 0 : 1;
}
