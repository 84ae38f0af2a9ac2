import { open } from "node:fs/promises";

/** What a file says of itself in its first bytes: for which system it is a program, and for which processors. */
export type ProgramHeader =
  { kind: "program"; platform: string; processors: readonly string[] } | { kind: "script" } | { kind: "no program" };

/** Processors and systems as Node calls them. Rejects where the file cannot be read. */
export async function readHeader(file: string): Promise<ProgramHeader> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4_096), 0, 4_096, 0);
    return headerIn(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

function headerIn(bytes: Buffer): ProgramHeader {
  if (bytes.subarray(0, 2).toString("latin1") === "#!") return { kind: "script" };
  try {
    return elf(bytes) ?? machO(bytes) ?? universal(bytes) ?? windows(bytes) ?? { kind: "no program" };
  } catch (cause) {
    if (cause instanceof RangeError) return { kind: "no program" }; // it ends within its header
    throw cause;
  }
}

/** elf(5) */
function elf(bytes: Buffer): ProgramHeader | undefined {
  if (bytes.readUInt32BE(0) !== 0x7f454c46) return undefined;
  const machine = bytes[5] === 2 ? bytes.readUInt16BE(18) : bytes.readUInt16LE(18);
  return found("linux", [elfMachines[machine]]);
}

const elfMachines: Record<number, string> = {
  0x03: "ia32",
  0x15: "ppc64",
  0x16: "s390x",
  0x28: "arm",
  0x3e: "x64",
  0xb7: "arm64",
  0xf3: "riscv64",
};

/** mach-o/loader.h: 64 bits, and 32 */
function machO(bytes: Buffer): ProgramHeader | undefined {
  if (![0xfeedfacf, 0xfeedface].includes(bytes.readUInt32LE(0))) return undefined;
  return found("darwin", [appleProcessors[bytes.readUInt32LE(4)]]);
}

/** mach-o/fat.h: programs for several processors in one file. */
function universal(bytes: Buffer): ProgramHeader | undefined {
  if (bytes.readUInt32BE(0) !== 0xcafebabe) return undefined;
  const count = Math.min(bytes.readUInt32BE(4), mostPrograms);
  const types = Array.from({ length: count }, (_, index) => bytes.readUInt32BE(8 + index * 20));
  return found(
    "darwin",
    types.map((type) => appleProcessors[type]),
  );
}

const mostPrograms = 16;
const appleProcessors: Record<number, string> = {
  0x7: "ia32",
  0xc: "arm",
  0x1000007: "x64",
  0x100000c: "arm64",
};

/** learn.microsoft.com/windows/win32/debug/pe-format */
function windows(bytes: Buffer): ProgramHeader | undefined {
  if (bytes.subarray(0, 2).toString("latin1") !== "MZ") return undefined;
  const at = bytes.readUInt32LE(0x3c);
  if (bytes.readUInt32LE(at) !== 0x4550) return undefined;
  return found("win32", [windowsMachines[bytes.readUInt16LE(at + 4)]]);
}

const windowsMachines: Record<number, string> = { 0x14c: "ia32", 0x1c4: "arm", 0x8664: "x64", 0xaa64: "arm64" };

function found(platform: string, processors: readonly (string | undefined)[]): ProgramHeader {
  return { kind: "program", platform, processors: processors.map((one) => one ?? "an unknown processor") };
}
