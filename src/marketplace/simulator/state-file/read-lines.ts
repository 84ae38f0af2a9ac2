import type { FileHandle } from "node:fs/promises";

/** A line that ended, without its end. */
export interface WholeLine {
  bytes: Buffer;
  /** Where the next one begins. */
  end: number;
}

/** So much is read at once: a file may be larger than a text can be. */
const pieceBytes = 256 * 1024;

/** The lines from a place on, up to the last that is whole. Rejects with the system's errors. */
export async function* readLines(file: FileHandle, start: number): AsyncGenerator<WholeLine> {
  let begun: Buffer[] = [];
  for (let at = start; ;) {
    const piece = await readPiece(file, at, pieceBytes);
    if (piece.length === 0) return;
    let from = 0;
    for (let end = piece.indexOf("\n"); end !== -1; end = piece.indexOf("\n", from)) {
      const rest = piece.subarray(from, end);
      yield { bytes: begun.length === 0 ? rest : Buffer.concat([...begun, rest]), end: at + end + 1 };
      begun = [];
      from = end + 1;
    }
    if (from < piece.length) begun.push(piece.subarray(from));
    at += piece.length;
  }
}

/** As many bytes as there are, up to `length`. Rejects with the system's errors. */
export async function readPiece(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
