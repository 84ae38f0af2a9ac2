import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { architecture } from "../../../src/doctor/checks/architecture.ts";
import type { VersionAnswer } from "../../../src/tunnel/index.ts";
import { checkSurroundings } from "../../harness/check-surroundings.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";

const elf = Buffer.alloc(64);
elf.write("\u007fELF\u0002\u0001\u0001", "latin1");
elf.writeUInt16LE(0xb7, 18); // arm64
const fails: VersionAnswer = { isCloudflareds: false, said: "", isSilent: false };

/** On a Linux with this processor, of a program with these bytes. */
async function judged(content: Buffer | string, answer: VersionAnswer, processor = "x64") {
  const file = join(await temporaryFolder(), "cloudflared");
  await writeFile(file, content);
  const facts = { program: async () => ({ file }), version: async () => answer };
  const machine = { platform: "linux", architecture: processor };
  const found = await architecture(await checkSurroundings({ facts, machine }));
  return found.map(({ state, message, mend }) => ({ state, message: message.replace(file, "<file>"), mend }));
}

test("what answers as cloudflared starts here, whatever its bytes", async () => {
  const answer = { ...fails, isCloudflareds: true };
  expect(await judged(elf, answer)).toEqual([{ state: "ok", message: "It starts on this machine (linux x64)." }]);
});

test.each([
  [elf, "x64", "<file> is a program for arm64, but this machine is x64."],
  [Buffer.from("cffaedfe0c000001", "hex"), "arm64", "<file> is a program for macOS, but this machine runs Linux."],
  ["<html>", "x64", "<file> is not a program: the file is empty, broken or of another kind."],
])("what does not is told by its first bytes", async (content, processor, message) => {
  const [found] = await judged(content, { ...fails, notStarted: "It does not run." }, processor);
  expect(found).toMatchObject({ state: "failure", message });
  expect([found?.mend?.[0], found?.mend?.at(-1)]).toEqual([
    "Install it (~/.local/bin must be on PATH):",
    "Or name another one with --cloudflared.",
  ]);
});

test("one for this machine that does not start all the same, and a script, are told by how they fail", async () => {
  const answer = { ...fails, notStarted: "It does not run." };
  const all = [await judged(elf, answer, "arm64"), await judged("#!/bin/sh\n", answer)];
  const failure = { state: "failure", message: "It does not run." };
  expect(all).toMatchObject([[failure], [failure]]);
});

test.each<[string, Partial<VersionAnswer>, string]>([
  ["answers as another one", { status: 0, said: "git version 2.43.0" }, "It starts, but is not cloudflared."],
  ["says nothing", { status: 0 }, "It starts, but prints nothing."],
  ["fails", { status: 1, said: "usage" }, "It starts, but ends with exit status 1."],
  ["hangs", { isSilent: true }, "It starts, but does not answer."],
])("a program that %s is not judged", async (_, answer, message) => {
  expect(await judged("#!/bin/sh\n", { ...fails, ...answer })).toEqual([{ state: "skipped", message }]);
});

test("one that dies by a signal is in the way, with the signal's name", async () => {
  expect(await judged(elf, { ...fails, status: "SIGSEGV" }, "arm64")).toMatchObject([
    {
      state: "failure",
      message: "<file> starts, but ends with SIGSEGV: it may be broken or incomplete.",
    },
  ]);
});

test("without a program there is nothing to look at", async () => {
  expect(await architecture(await checkSurroundings({ machine: { platform: "linux" } }))).toEqual([
    { state: "skipped", message: "No cloudflared to check." },
  ]);
});
