import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readHeader } from "../../src/doctor/program-header.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const program = (platform: string, ...processors: string[]) => ({ kind: "program", platform, processors });
/** Numbers of bytes, from their places in the specifications on. */
const bytes = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const elf = (order: string, machine: string) => bytes(`7f454c46 02${order}01 ${"00".repeat(11)} ${machine} 00`);
const windows = bytes(`4d5a ${"00".repeat(58)} 40000000 50450000 64aa`);

test.each([
  ["ELF for x64", elf("01", "3e00"), program("linux", "x64")],
  ["ELF for arm64", elf("01", "b700"), program("linux", "arm64")],
  ["ELF the other way round", elf("02", "0016"), program("linux", "s390x")],
  ["ELF for what we do not know", elf("01", "ffff"), program("linux", "an unknown processor")],
  ["Mach-O for arm64", bytes("cffaedfe 0c000001"), program("darwin", "arm64")],
  [
    "Mach-O for two",
    bytes(`cafebabe 00000002 01000007 ${"00".repeat(16)} 0100000c ${"00".repeat(16)}`),
    program("darwin", "x64", "arm64"),
  ],
  ["PE for arm64", windows, program("win32", "arm64")],
  ["a script", Buffer.from("#!/bin/sh\n"), { kind: "script" }],
  ["a half header", elf("01", "3e00").subarray(0, 10), { kind: "no program" }],
  ["nothing", Buffer.alloc(0), { kind: "no program" }],
  ["text", Buffer.from("<html>Not found</html>"), { kind: "no program" }],
])("%s is read", async (_, content, header) => {
  const file = join(await temporaryFolder(), "program");
  await writeFile(file, content);
  expect(await readHeader(file)).toEqual(header);
});
