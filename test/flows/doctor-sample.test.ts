import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { doctoredMachine } from "../harness/doctored-machine.ts";

/** Without what is another one at each run. */
const steady = (text: string) => text.replace(/\d+(?= months old)/, "…").replace(/(?<=projects\/)\S+/, "…");

test.skipIf(process.platform !== "linux" || process.arch !== "x64")(
  "what docs/doctor.md shows is what doctor says on such a machine",
  async () => {
    const { doctor, home, port, project, standIn } = await doctoredMachine({ version: "2023.7.3", checks: [] });
    await mkdir(join(home, ".cloudflared"));
    await writeFile(join(home, ".cloudflared/config.yml"), "");
    const { stdout, stderr } = await doctor([], { env: { HTTPS_PROXY: "http://proxy.example.com:8080" } });
    const places = [
      [standIn.folder, "/usr/local/bin"],
      [project.stateFolder, "/home/you/.local/state"],
      [home, "/home/you"],
      [`${port} is free`, "4747 is free"],
    ] as const;
    const said = places.reduce((text, [place, shown]) => text.replaceAll(place, shown), stderr + stdout);
    const document = await readFile(new URL("../../docs/doctor.md", import.meta.url), "utf8");
    const [, shown = ""] = /^\$ npx appdirect-hooks doctor\n(.*?)^```/ms.exec(document) ?? [];
    expect(steady(shown)).toBe(steady(said));
  },
);
