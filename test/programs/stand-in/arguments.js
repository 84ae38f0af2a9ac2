import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const switches = ["--no-autoupdate", "--no-prechecks"];
// prettier-ignore
const values = ["--config", "--metrics", "--url", "--protocol", "--grace-period", "--edge-ip-version", "--loglevel", "--output", "--token", "--quick-service", "--region"];

/** What the real one makes of its arguments, and of what lies around on the machine. Ends where that makes no tunnel. */
export function readArguments(argv, { settings, log, end }) {
  if (argv.includes("--version")) {
    const { version = "2026.8.2", versionText } = settings;
    process.stdout.write(versionText ?? `cloudflared version ${version} (built 2026-08-20-1000 UTC)\n`);
    end(0);
  }
  const { flags, words } = flagsIn(argv, end);
  refuseForeignVariables(end);
  const swallows = swallowingConfig(flags["--config"], { log, end });
  const isNamed = words.includes("run");
  if (flags["--url"] === undefined && !isNamed) {
    process.stderr.write("You did not specify any valid additional argument to the cloudflared tunnel command.\n");
    end(1);
  }
  const [, seconds = "30"] = /^(\d+)s$/.exec(flags["--grace-period"] ?? "") ?? [];
  return {
    isNamed,
    token: flags["--token"] ?? process.env.TUNNEL_TOKEN ?? "",
    swallows,
    url: flags["--url"] ?? "http://localhost:4747",
    metrics: flags["--metrics"],
    protocol: flags["--protocol"] ?? "quic",
    graceMs: Number(seconds) * 1_000,
  };
}

function flagsIn(argv, end) {
  const flags = {};
  const words = [];
  for (let index = 0; index < argv.length; index += 1) {
    const [flag, value] = argv[index].split(/=(.*)/s);
    if (!flag.startsWith("-")) words.push(flag);
    else if (switches.includes(flag)) flags[flag] = true;
    else if (values.includes(flag)) flags[flag] = value ?? argv[(index += 1)];
    else {
      process.stdout.write(
        `Incorrect Usage: flag provided but not defined: ${flag.slice(1)}\n\nNAME:\n   cloudflared\n`,
      );
      end(0);
    }
  }
  return { flags, words };
}

/** These turn a quick tunnel into something else. */
function refuseForeignVariables(end) {
  const name = ["TUNNEL_NAME", "TUNNEL_HOSTNAME", "TUNNEL_URL", "TUNNEL_HELLO_WORLD"].find((one) => process.env[one]);
  if (name === undefined) return;
  process.stderr.write(`You cannot use ${name} together with a quick tunnel.\n`);
  end(1);
}

/** A file goes before `--url`, even one that lies around: whatever it does not name gets its 404. */
function swallowingConfig(config, { log, end }) {
  if (config === "") return false; // then it looks for none
  const file = config ?? lyingAround();
  if (file === undefined) return false;
  if (!existsSync(file)) {
    log.fatal(`Cannot read configuration file ${file}: no such file or directory`);
    end(1);
  }
  const text = readFileSync(file, "utf8");
  if (text === "") log.error(`Configuration file ${file} was empty`);
  return text.includes("ingress:");
}

/** Those of the whole machine are left out, so that tests do not depend on it. */
function lyingAround() {
  const folders = [".cloudflared", ".cloudflare-warp", "cloudflare-warp"];
  const files = folders.flatMap((folder) => ["config.yml", "config.yaml"].map((name) => join(folder, name)));
  return files.map((file) => join(process.env.HOME ?? "/nowhere", file)).find((file) => existsSync(file));
}
