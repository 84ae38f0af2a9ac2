/** Lines on stderr as cloudflared writes them: for a person, or with `json` as objects. */
export function createLog({ logForm = "new", edgeAddress = "198.41.192.7" }) {
  const line = (level, name, message, facts = {}) => {
    const time = new Date().toISOString().replace(/\.\d+Z$/, "Z");
    const rest = Object.entries(facts).map(([key, value]) => ` ${key}=${quoted(value)}`);
    const text =
      logForm === "json"
        ? JSON.stringify({ level, time, message, ...facts })
        : `${time} ${name} ${message}${rest.join("")}`;
    process.stderr.write(`${text}\n`);
  };
  const connection = { connIndex: 0, event: 0, ip: edgeAddress };
  return {
    logForm,
    connection,
    info: (message, facts) => line("info", "INF", message, facts),
    warn: (message, facts) => line("warn", "WRN", message, facts),
    error: (message, facts) => line("error", "ERR", message, facts),
    fatal: (message, facts) => line("fatal", "FTL", message, facts),
    /** Without time and level: what its library for the command line prints. */
    plain: (text) => process.stderr.write(`${text}\n`),
  };
}

function quoted(value) {
  return /^[\w.:@/-]+$/.test(String(value)) ? value : JSON.stringify(value);
}
