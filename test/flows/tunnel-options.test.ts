import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cannotBeUsedTogether } from "../../src/commands/sentences/listening.ts";
import { notTogether } from "../../src/commands/sentences/not-together.ts";
import { portInUse } from "../../src/listener/sentences.ts";
import { unusableProgram } from "../../src/tunnel/sentences.ts";
import { freePort } from "../harness/free-port.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { startRawServer } from "../harness/raw-server.ts";
import { shownError } from "../harness/shown-error.ts";
import { webhook } from "../harness/webhook.ts";

const publicUrl = ["--public-url", "https://hooks.example.com"];

test.each([
  [["--no-tunnel", ...publicUrl], "--no-tunnel", "--public-url"],
  [["--no-tunnel", "--exit-on-disconnect"], "--no-tunnel", "--exit-on-disconnect"],
  [["--tunnel", "quick", ...publicUrl], "--tunnel quick", "--public-url"],
  [[...publicUrl, "--cloudflared", "/x"], "--public-url", "--cloudflared"],
])("listen %j is refused before anything is done", async (args, one, other) => {
  const { run } = await temporaryProject();
  const error = notTogether(`${one} and ${other} cannot be used together.`);
  expect(await run(["listen", ...args])).toEqual({ status: 2, stdout: "", stderr: shownError(error) });
});

test.each([
  [
    [...publicUrl, "--tunnel-token", "@token.txt"],
    "--tunnel-token requires --tunnel named.",
    "Add --tunnel named, or leave --tunnel-token out.",
  ],
  [
    ["--tunnel", "named"],
    "--tunnel named requires --public-url.",
    "Add the tunnel's public address, for example --public-url https://hooks.example.com",
  ],
  [
    ["--tunnel", "named", ...publicUrl],
    "--tunnel named requires --tunnel-token.",
    "Set APPDIRECT_HOOKS_TUNNEL_TOKEN to the tunnel's token, or put the token in a file and use --tunnel-token @<file>.",
  ],
  [["--tunnel", "qick"], "--tunnel qick is unknown: use quick, given or named.", "Did you mean quick?"],
])("listen %j is refused with what to do instead", async (args, message, hint) => {
  const { run, folder } = await temporaryProject();
  await writeFile(join(folder, "token.txt"), "sesame");
  expect(await run(["listen", ...args])).toEqual({ status: 2, stdout: "", stderr: `✖ ${message}\n  ${hint}\n` });
});

test("a variable that refuses the tunnel is named where something typed needs one", async () => {
  const { run } = await temporaryProject();
  const { stderr } = await run(["listen", "--keep-tunnel"], { env: { APPDIRECT_HOOKS_TUNNEL: "none" } });
  expect(stderr).toBe(shownError(cannotBeUsedTogether("APPDIRECT_HOOKS_TUNNEL=false", "--keep-tunnel")));
});

test("a cloudflared that may not be run is named, and so is the option that asked for it", async () => {
  const { run, folder } = await temporaryProject();
  const file = join(folder, "cloudflared of mine");
  await writeFile(file, "#!/bin/sh\n");
  await chmod(file, 0o644);
  expect(await run(["listen", "--cloudflared", "cloudflared of mine"])).toEqual({
    status: 3,
    stdout: "",
    stderr: shownError(unusableProgram(file, "this user may not run it (chmod +x makes it executable)")),
  });
});

test("a proxy that changes the path has the one that arrives named with --path", async () => {
  const { start } = await temporaryProject();
  const given = ["--public-url", "https://hooks.example.com/appdirect/", "--path", "/inner"];
  const { untilOut, stdout } = start(["listen", "--port", "0", "--json", ...given]);
  await untilOut(/"type":"ready".*\n/);
  const { url, local } = jsonLines(stdout())[0] ?? {};
  expect(url).toBe("https://hooks.example.com/appdirect");
  expect(new URL(String(local)).pathname).toBe("/inner");
  expect((await post(String(local), webhook())).status).toBe(200);
});

test("an address of one's own leads to one port, so another is not taken for it", async () => {
  const { run } = await temporaryProject();
  const port = await freePort();
  const taken = await startRawServer(() => undefined);
  const { port: takenPort } = new URL(taken.url);
  const other = await run(["listen", ...publicUrl, "--port", takenPort]);
  expect(other.stderr).toBe(shownError(portInUse(Number(takenPort), "--port", undefined)));
  expect((await run(["listen", ...publicUrl, "--port", String(port), "--for", "1ms"])).status).toBe(0);
});

test("a ready file that cannot be written is told before anything starts", async () => {
  const { run } = await temporaryProject();
  const { status, stderr } = await run(["listen", "--no-tunnel", "--port", "0", "--ready-file", "nowhere/ready.json"]);
  expect([status, stderr]).toEqual([
    3,
    expect.stringMatching(/^✖ The file \S+nowhere\/ready\.json \(from --ready-file\) cannot be written\.\n/),
  ]);
  expect(stderr).not.toContain("listening");
});
