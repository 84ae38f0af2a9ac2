import { brotliDecompressSync, constants, gunzipSync, inflateSync } from "node:zlib";

const readBytes = 65_536;

/** The beginning of an answer's body as text, 64 kB at most, decompressed. Takes the beginning of a body too. */
export function answerText(body: Buffer, encoding: string | undefined): string {
  return body.length === 0 ? "" : beginning(decompress(body, encoding?.trim().toLowerCase()), readBytes);
}

/** Of UTF-8 so many bytes as text, without half a character at the end. */
export function beginning(whole: Buffer, bytes: number): string {
  if (whole.length < bytes) return whole.toString();
  // As a stream it leaves out the half of a character at the cut.
  return new TextDecoder().decode(whole.subarray(0, bytes), { stream: true });
}

/** What it grows into. */
const maxOutputLength = 4 * 1024 ** 2;

/** Of what grows without measure so much is decompressed. */
const leastBytes = 2_048;

/** Only a beginning may be there. */
function decompress(body: Buffer, encoding: string | undefined): Buffer {
  try {
    switch (encoding) {
      case "gzip":
      case "x-gzip":
        return gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength });
      case "deflate":
        return inflateSync(body, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength });
      case "br":
        return brotliDecompressSync(body, { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength });
      default:
        return body;
    }
  } catch (cause) {
    const isTooLarge = cause instanceof RangeError && body.length > leastBytes;
    if (isTooLarge) return decompress(body.subarray(0, leastBytes), encoding);
    // Not what its header says: it is then shown as it came, for it is only shown.
    if (cause instanceof Error && "code" in cause) return body;
    throw cause;
  }
}
