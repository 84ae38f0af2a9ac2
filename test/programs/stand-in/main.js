// Stands in for cloudflared: `node main.js <settings.json> <cloudflared's own arguments>`. It speaks the real one's log
// lines, answers on its metrics port as the real one does, and carries real calls from a second loopback address to the
// listener. What it does of itself stands in the report that the settings name, one JSON object a line.
import { readArguments } from "./arguments.js";
import { startControl } from "./control.js";
import { startDns } from "./dns.js";
import { Edge } from "./edge.js";
import { fail } from "./failures.js";
import { createLog } from "./log.js";
import { startMetrics } from "./metrics.js";
import { startProxy } from "./proxy.js";
import { openReport } from "./report.js";
import { ask, quickName, tokenFacts } from "./tunnel-names.js";
import { say, sayBox, sayChecks, sayConfiguration } from "./usual-lines.js";

const [settingsFile = "", ...argv] = process.argv.slice(2);
const { settings, report, starts } = openReport(settingsFile, argv);
const log = createLog(settings);
const end = (status) => {
  report("ended", { status });
  process.exit(status);
};

const given = readArguments(argv, { settings, log, end });
const failing = settings.failure !== undefined && starts <= (settings.failTimes ?? Number.POSITIVE_INFINITY);
if (failing) await fail(settings.failure, { log, end });

const named = given.isNamed ? tokenFacts(given.token, { log, end }) : undefined;
if (named === undefined) await ask({ settings, log, report });
const hostname = named ?? settings.hostname ?? quickName();
const edge = new Edge({ settings, log, report, protocol: given.protocol });
const service = settings.namedService ?? given.url;
const proxy = await startProxy({
  edge,
  log,
  hostname: settings.publicName ?? hostname,
  service,
  swallows: given.swallows,
});
report("public", { hostname, address: proxy.address });
if (named === undefined) await sayBox({ hostname, settings, log });
if (given.metrics !== undefined && settings.metrics !== false)
  await startMetrics(given.metrics, { edge, hostname: named === undefined ? hostname : "", log, end });
report("control", { address: await startControl({ edge, end }) });
if (settings.dnsPort !== undefined) await startDns(settings.dnsPort, { edge, hostname, settings, report });
say.start({ log, settings, argv });
void edge
  .connect()
  .then(() => named !== undefined && sayConfiguration({ log, hostname: settings.routeName ?? hostname, service }))
  .then(() => settings.checksAreLate && sayChecks({ settings, log }));
if (settings.crashAfterMs !== undefined) setTimeout(() => end(settings.crashStatus ?? 1), settings.crashAfterMs);
say.flood({ settings });

let asked = false;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    report("signal", { signal });
    if ((settings.ignoresSignals ?? []).includes(signal)) return;
    if (asked) return endBy(signal);
    asked = true;
    log.info(`Initiating graceful shutdown due to signal ${signal === "SIGINT" ? "interrupt" : "terminated"} ...`);
    void proxy.close(given.graceMs).then(() => {
      edge.unregister();
      log.info("Tunnel server stopped");
      log.info("Metrics server stopped");
      end(0);
    });
  });
}

/** It listens for the first signal only: the next one ends it as it ends any program. */
function endBy(signal) {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
