import { downloadCloudflared, type DownloadReport } from "../../tunnel/index.ts";
import { untilAborted } from "../../waiting.ts";
import { defineCommand } from "../command.ts";

/** What `listen` starts to fetch cloudflared: it ends when the download does, or when standard input does. */
export const fetchCloudflaredCommand = defineCommand({
  description: "Downloads cloudflared to a file, and reports in JSON lines. listen starts it.",
  positionals: [
    { form: "<file>", help: "file to write" },
    { form: "<version>", help: "version to download" },
  ],
  positionalLimit: 2,
  options: [],
  examples: [],
  leavesVariables: true,
  async run({ positionals: [to = "", version = ""] }, { host, terminal }) {
    const left = new AbortController();
    host.stdin.once("end", () => left.abort()).once("error", () => left.abort());
    host.stdin.resume();
    const report = (one: DownloadReport) => void terminal.out(`${JSON.stringify(one)}\n`);
    await untilAborted(downloadCloudflared(to, version, report), left.signal);
    return 0;
  },
});
