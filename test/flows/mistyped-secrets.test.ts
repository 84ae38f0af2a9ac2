import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryProject } from "../harness/project.ts";
import { writeFiles } from "../harness/write-files.ts";

const listen = ["listen", "--no-tunnel"];

// Each is wrong in some way, or cannot be reached, and quotes what was typed.
test.each([
  ["a target of another scheme", [...listen, "ftp://ada:sesame@crm.example/x?token=sesame"]],
  ["a target without a scheme", [...listen, "ada:sesame@crm.example"]],
  ["a target whose password has a slash", [...listen, "https://ada:ses/sesame@crm.example:99999/"]],
  ["a port out of range", [...listen, "subscription.*=https://ada:sesame@crm.example:99999/"]],
  ["an address to listen on", [...listen, "--host", "ada:sesame@crm.example"]],
  ["a public address", ["listen", "--public-url", "https://ada:sesame@crm.example"]],
  ["half a public address", ["listen", "--public-url", "hooks?token=sesame"]],
  ["a command", [...listen, "--exec", "curl -H 'x-token: sesame"]],
  ["a command as a target", [...listen, 'command:curl --password "sesame']],
  ["a path", [...listen, "--path", "/hooks?token=sesame"]],
  ["a pattern", [...listen, "--events", "ada:sesame@crm.example"]],
  ["a file of certificates", [...listen, "3000", "--cacert", "x?token=sesame"]],
  ["a path to redact", [...listen, "--redact", "a..token=sesame"]],
  ["a file to replay", ["replay", "http://ada:sesame@crm.example/", "--to", "3000"]],
  ["a pattern of files", ["replay", "x?token=sesame", "--to", "3000"]],
  ["what goes with --failed", ["replay", "--failed", "http://ada:sesame@crm.example/"]],
  ["a flag with a value", ["replay", "last", "--tokn=sesame"]],
  ["a flag and a value", ["replay", "last", "--tokn", "sesame"]],
  ["a change", ["replay", "last", "--to", "3000", "--set", "resource..password=sesame"]],
  ["a header", ["replay", "last", "--to", "3000", "-H", "x api: sesame"]],
  ["a marketplace", ["generate", "user.added", "--marketplace-url", "https://ada:sesame@crm.example/?token=sesame"]],
  ["an event", ["generate", "ada:sesame@crm.example"]],
  ["a command of ours", ["https://ada:sesame@crm.example"]],
])("a mistake in %s shows no secret, with --json and --debug neither", async (_, typed) => {
  const { run } = await temporaryProject();
  for (const how of [["--debug"], ["--json"]]) {
    const { status, stdout, stderr } = await run([...typed, ...how]);
    expect([status, stdout]).toEqual([2 + Number(typed.includes("--host")), ""]);
    expect(stderr).not.toContain("sesame");
    expect(stderr).not.toBe("");
  }
});

test("a dry run shows no secret of what it would send", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "order.json": JSON.stringify({ "access-token": "sesame", note: 1 }) });
  const file = join(folder, "order.json");
  for (const to of ["http://ada:sesame@localhost:3000/in;token=sesame?sig=sesame", "command:curl -u ada:sesame"])
    for (const how of [[], ["--json"]]) {
      const typed = ["replay", file, "--to", to, "--dry-run", "-H", "x-api_key: sesame", ...how];
      const { status, stdout, stderr } = await run(typed);
      expect([status, stdout.includes("note"), `${stdout}${stderr}`.includes("sesame")]).toEqual([0, true, false]);
      expect(stderr).toContain("Not shown, because it looks like a secret: access-token");
    }
});
