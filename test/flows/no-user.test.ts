import { spawnSync } from "node:child_process";
import { chown } from "node:fs/promises";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { everyCommand } from "../../src/commands/typed/every-command.ts";
import { freePort } from "../harness/free-port.ts";
import { temporaryProject } from "../harness/project.ts";
import { webhook } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

/** No passwd file has it. */
const unknownUser = 54_321;
const asUnknown = `setpriv --reuid=${unknownUser} --regid=${unknownUser} --clear-groups`;
const canRun = spawnSync("sh", ["-c", `${asUnknown} test -r "$0"`, import.meta.filename]).status === 0;

/** As a user that the system does not know where that can be, else as one whose home folder is not there. */
async function homelessProject() {
  const project = await temporaryProject();
  const temporary = project.env["TMPDIR"] ?? "";
  if (canRun) {
    const owned = [dirname(project.folder), project.folder, temporary];
    await Promise.all(owned.map((folder) => chown(folder, unknownUser, unknownUser)));
  }
  const variables = `TMPDIR='${temporary}'${canRun ? "" : " HOME=/nonexistent"}`;
  const through = `exec ${canRun ? asUnknown : ""} env -i ${variables} "$@"`;
  return { ...project, run: (args: readonly string[]) => project.run(args, { through }) };
}

test.skipIf(process.platform === "win32")(
  "every command starts with nothing in its environment",
  async () => {
    const { folder, run } = await homelessProject();
    await writeFiles(folder, { "event.json": webhook() });
    const helps = (await everyCommand()).map(({ name }) => [...name.split(" "), "--help"]);
    const port = String(await freePort());
    const runs: [readonly string[], number][] = [
      [["events"], 0],
      [["validate", "event.json"], 1],
      [["generate", "user.added"], 0],
      [["replay", "event.json", "--to", port, "--dry-run"], 0],
      [["tunnel", "status"], 0],
      [["demo", "--fast", "--json"], 0],
      [["listen", "--no-tunnel", "--port", "0", "--for", "100ms"], 0],
      ...helps.map((words): [readonly string[], number] => [words, 0]),
    ];
    for (const [words, status] of runs) {
      const ended = await run(words);
      expect([words.join(" "), ended.status, ended.stderr]).toEqual([
        words.join(" "),
        status,
        expect.not.stringMatching(/ENOENT|no home folder|SystemError|defect/),
      ]);
    }
  },
  60_000,
);
