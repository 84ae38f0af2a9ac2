import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configFiles } from "../../../src/doctor/checks/config-files.ts";
import { standardTunnelSettings } from "../../../src/tunnel/index.ts";
import { checkSurroundings } from "../../harness/check-surroundings.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { writeFiles } from "../../harness/write-files.ts";

/** A home and two folders of the machine, with these files. */
async function judged(names: readonly string[]) {
  const root = await temporaryFolder();
  await writeFiles(root, Object.fromEntries(names.map((name) => [name, "tunnel: mine\n"])));
  const settings = { ...standardTunnelSettings, configFolders: [join(root, "etc/a"), join(root, "etc/b")] };
  const found = await configFiles(await checkSurroundings({ settings, machine: { homeFolder: join(root, "home") } }));
  return found.map(({ state, message }) => [state, message.replaceAll(`${root}/`, "")]);
}

const folders = ["home/.cloudflared", "home/.cloudflare-warp", "home/cloudflare-warp", "etc/a", "etc/b"];
const places = folders.flatMap((folder) => [`${folder}/config.yml`, `${folder}/config.yaml`]);

test.each(places)("%s is found", async (place) => {
  expect(await judged([place])).toEqual([
    ["note", `cloudflared reads ${place} when you start it yourself; listen ignores that.`],
  ]);
});

test("of several the one that cloudflared takes is named first", async () => {
  const [[, message = ""] = []] = await judged(places.toReversed());
  expect(message).toBe(
    `cloudflared reads ${places[0]} (and ${places.slice(1).join(", ")}) when you start it yourself; listen ignores that.`,
  );
});

test("files of other names and places are none", async () => {
  const others = ["home/.cloudflared/cert.pem", "home/.cloudflared/config.json", "home/config.yml", "etc/config.yml"];
  expect(await judged(others)).toEqual([["ok", "No configuration file of cloudflared found."]]);
});

test("a folder of that name is none", async () => {
  const homeFolder = await temporaryFolder();
  await mkdir(join(homeFolder, ".cloudflared/config.yml"), { recursive: true });
  expect(await configFiles(await checkSurroundings({ machine: { homeFolder } }))).toMatchObject([{ state: "ok" }]);
});

test("a user's machine has both folders of the system", () => {
  expect(standardTunnelSettings.configFolders).toEqual(["/etc/cloudflared", "/usr/local/etc/cloudflared"]);
});
