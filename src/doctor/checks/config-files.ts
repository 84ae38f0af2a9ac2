import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Check } from "../check.ts";
import { note, ok } from "../judgements.ts";

const homeFolders = [".cloudflared", ".cloudflare-warp", "cloudflare-warp"];
const names = ["config.yml", "config.yaml"];

/** Where cloudflared looks for a configuration: config/configuration.go in cloudflare/cloudflared. */
export const configFiles: Check = async ({ settings, tunnel: { machine } }) => {
  const folders = [...homeFolders.map((folder) => join(machine.homeFolder, folder)), ...settings.configFolders];
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const are = await Promise.all(files.map(isFile));
  const lying = files.filter((_, index) => are[index]);
  const [first] = lying;
  if (first === undefined) return [ok("No configuration file of cloudflared found.")];
  const others = lying.length === 1 ? "" : ` (and ${lying.slice(1).join(", ")})`;
  const message = `cloudflared reads ${first}${others} when you start it yourself; listen ignores that.`;
  return [
    note(
      message,
      "Its rules override --url. To start cloudflared without it:",
      "  cloudflared tunnel --config '' --url <address>",
    ),
  ];
};

function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
