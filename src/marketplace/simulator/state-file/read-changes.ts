import type { FileHandle } from "node:fs/promises";
import type { Change } from "../change.ts";
import { isChange } from "./is-change.ts";
import { readLines } from "./read-lines.ts";
import { badLine } from "./sentences.ts";

/**
 * The changes from a place behind the head on, and where the last whole line ends. Throws `HooksError` UNREADABLE_STATE,
 * and the system's errors.
 */
export async function readChanges(
  file: FileHandle,
  start: number,
  path: string,
): Promise<{ changes: Change[]; end: number }> {
  const changes: Change[] = [];
  let end = start;
  for await (const line of readLines(file, start)) {
    changes.push(changeIn(line.bytes, path, changes.length + 2)); // the head is line 1
    end = line.end;
  }
  return { changes, end };
}

function changeIn(bytes: Buffer, path: string, line: number): Change {
  const value = jsonIn(bytes);
  if (value === undefined) throw badLine(path, line, "is not JSON");
  if (!isChange(value)) throw badLine(path, line, "is not a change that this version of appdirect-hooks knows");
  return value;
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(strict.decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** Bytes that are no text would else come as another one. */
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
