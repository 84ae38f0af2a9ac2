/** The lines are those of public issues at cloudflare/cloudflared; see the exit statuses beside them. */
const api = 'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel":';
const requesting = (log) => log.info("Requesting new quick Tunnel on trycloudflare.com...");
const badJson = "invalid character 'e' looking for beginning of value";

const failures = {
  "rate limited": [
    1,
    requesting,
    (log) => {
      log.error("Error unmarshaling QuickTunnel response: error code: 1015", {
        error: badJson,
        status_code: "429 Too Many Requests",
      });
      log.plain(`failed to unmarshal quick Tunnel: ${badJson}`);
    },
  ],
  "rate limited, old": [1, requesting, (log) => log.plain(`failed to unmarshal quick Tunnel: ${badJson}`)],
  hiccup: [1, requesting, (log) => log.plain("failed to parse quick Tunnel ID: invalid UUID length: 0")],
  "no DNS": [
    1,
    requesting,
    (log) => log.plain(`${api} dial tcp: lookup api.trycloudflare.com on 127.0.0.11:53: no such host`),
  ],
  refused: [1, requesting, (log) => log.plain(`${api} dial tcp 176.53.43.44:443: connect: connection refused`)],
  "timed out": [
    1,
    requesting,
    (log) => log.plain(`${api} context deadline exceeded (Client.Timeout exceeded while awaiting headers)`),
  ],
  intercepted: [
    1,
    requesting,
    (log) => log.plain(`${api} tls: failed to verify certificate: x509: certificate signed by unknown authority`),
  ],
  "bad token": [
    255,
    (log) => {
      log.plain("Provided Tunnel token is not valid.");
      log.plain("See 'cloudflared tunnel run --help'.");
    },
  ],
  "unknown flag": [
    0,
    () =>
      process.stdout.write(
        "Incorrect Usage: flag provided but not defined: -protocol\n\nNAME:\n   cloudflared tunnel\n",
      ),
  ],
  "ends at once": [0],
  unheard: [
    1,
    (log) => {
      log.error("something that nobody has seen before");
      log.plain("and a last line without a time");
    },
  ],
  "metrics port taken": [
    1,
    (log) =>
      log.error("Error opening metrics server listener", {
        error: "listen tcp 127.0.0.1:20241: bind: address already in use",
      }),
  ],
};

export async function fail(name, { log, end }) {
  const [status, ...steps] = failures[name];
  for (const step of steps) step(log);
  await Promise.all(
    [process.stdout, process.stderr].map((stream) => new Promise((resolve) => stream.write("", resolve))),
  );
  end(status);
}
