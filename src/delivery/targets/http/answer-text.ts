import { brotliDecompressSync, constants, gunzipSync, inflateSync } from "node:zlib";

const shownBytes = 2_048;

/** The beginning of an answer's body as text, 2 kB at most, decoded for showing. Takes the beginning of a body too. */
export function answerText(body: Buffer, encoding: string | undefined): string {
  const whole = decompress(body, encoding?.trim().toLowerCase());
  if (whole.length < shownBytes) return whole.toString();
  // As a stream it leaves out the half of a character at the cut.
  return new TextDecoder().decode(whole.subarray(0, shownBytes), { stream: true });
}

/** Only a beginning is there to decompress, and what it grows into stays bounded. */
const limits = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4 * 1024 ** 2 };

function decompress(body: Buffer, encoding: string | undefined): Buffer {
  try {
    if (encoding === "gzip" || encoding === "x-gzip") return gunzipSync(body, limits);
    if (encoding === "deflate") return inflateSync(body, limits);
    if (encoding === "br")
      return brotliDecompressSync(body, { ...limits, finishFlush: constants.BROTLI_OPERATION_FLUSH });
    return body;
  } catch (cause) {
    // Not what its header says: it is then shown as it came, for it is only shown.
    if (cause instanceof Error && "code" in cause) return body;
    throw cause;
  }
}
