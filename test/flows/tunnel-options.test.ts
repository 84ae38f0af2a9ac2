import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freePort } from "../harness/free-port.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { startRawServer } from "../harness/raw-server.ts";
import { webhook } from "../harness/webhook.ts";

const publicUrl = ["--public-url", "https://hooks.example.com"];
const leaveOut = "Leave one of them out.";

test.each([
  [["--no-tunnel", ...publicUrl], "--no-tunnel and --public-url cannot be used together.", leaveOut],
  [["--no-tunnel", "--exit-on-disconnect"], "--no-tunnel and --exit-on-disconnect cannot be used together.", leaveOut],
  [["--tunnel", "quick", ...publicUrl], "--tunnel quick and --public-url cannot be used together.", leaveOut],
  [[...publicUrl, "--cloudflared", "/x"], "--public-url and --cloudflared cannot be used together.", leaveOut],
  [
    [...publicUrl, "--tunnel-token", "@token.txt"],
    "--tunnel-token is for --tunnel named, and that was not asked for.",
    "Add --tunnel named, or leave it out.",
  ],
  [
    ["--tunnel", "named"],
    "--tunnel named needs --public-url.",
    "Add the address under which the tunnel is reached, such as --public-url https://hooks.example.com.",
  ],
  [
    ["--tunnel", "named", ...publicUrl],
    "--tunnel named needs --tunnel-token.",
    "Put the tunnel's token into APPDIRECT_HOOKS_TUNNEL_TOKEN, or into a file and give --tunnel-token @<file>.",
  ],
  [["--tunnel", "qick"], "--tunnel qick cannot be used: it must be quick, given or named.", "Did you mean quick?"],
])("listen %j is refused before anything is done", async (args, message, hint) => {
  const { run, folder } = await temporaryProject();
  await writeFile(join(folder, "token.txt"), "sesame");
  expect(await run(["listen", ...args])).toEqual({ status: 2, stdout: "", stderr: `✖ ${message}\n  ${hint}\n` });
});

test("a variable that refuses the tunnel is named where something typed needs one", async () => {
  const { run } = await temporaryProject();
  const { stderr } = await run(["listen", ...publicUrl], { env: { APPDIRECT_HOOKS_TUNNEL: "none" } });
  expect(stderr).toBe(`✖ APPDIRECT_HOOKS_TUNNEL=false and --public-url cannot be used together.\n  ${leaveOut}\n`);
});

test("a cloudflared that may not be run is named, and so is the option that asked for it", async () => {
  const { run, folder } = await temporaryProject();
  const file = join(folder, "cloudflared of mine");
  await writeFile(file, "#!/bin/sh\n");
  await chmod(file, 0o644);
  expect(await run(["listen", "--cloudflared", "cloudflared of mine"])).toEqual({
    status: 3,
    stdout: "",
    stderr:
      `✖ ${file} cannot be used as cloudflared: this user may not run it (chmod +x makes it a program).\n` +
      "  It was asked for with --cloudflared, APPDIRECT_HOOKS_CLOUDFLARED or CLOUDFLARED_BIN: change or drop that.\n",
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
  const other = await run(["listen", ...publicUrl, "--port", new URL(taken.url).port]);
  expect(other.stderr).toContain("is already in use (asked for with --port).");
  expect((await run(["listen", ...publicUrl, "--port", String(port), "--for", "1ms"])).status).toBe(0);
});

test("a ready file that cannot be written is told before anything starts", async () => {
  const { run } = await temporaryProject();
  const { status, stderr } = await run(["listen", "--no-tunnel", "--port", "0", "--ready-file", "nowhere/ready.json"]);
  expect([status, stderr]).toEqual([
    3,
    expect.stringMatching(/^✖ The file \S+nowhere\/ready\.json cannot be written \(asked for with --ready-file\)\.\n/),
  ]);
  expect(stderr).not.toContain("listening");
});
