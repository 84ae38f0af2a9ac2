/** A program as it is published. */
export interface Released {
  version: string;
  /** Of what is downloaded: the program, or on macOS the archive with it. */
  bytes: number;
  /** Of the program as it lies in the cache, in hexadecimal digits. */
  sha256: string;
}

const version = "2026.8.2";

/** The digests that GitHub publishes with the release; of the archives' contents, what lies in them. */
const programs: Record<string, Omit<Released, "version">> = {
  "linux-x64": { bytes: 39_799_316, sha256: "fcfb02b575a52ca1af2e3267af4e1517bcdeb30ac48c834c69abaed3c0576ad2" },
  "linux-arm64": { bytes: 37_404_344, sha256: "7747d94570fb390cf47dcb4f9555c193c6355cda9793f0d878d9049e5d6a7790" },
  "darwin-x64": { bytes: 21_116_242, sha256: "b0f770e1e0b281399a57219b840fd8eef1cc25387a404124248157ea2073727a" },
  "darwin-arm64": { bytes: 19_214_189, sha256: "b61054d3d6326ea558cb49826eebf5676e0d0a36d51b546975096ca3e0e3c89d" },
  "win32-x64": { bytes: 54_893_480, sha256: "c29eee2b121f5436a642eed69fd9767da7e7b8c510fa50aaa130337f931357b5" },
};

/** The one that is fetched for this machine; undefined where none is. */
export function releasedFor({
  platform,
  architecture,
}: {
  platform: string;
  architecture: string;
}): Released | undefined {
  const program = programs[`${platform}-${architecture}`];
  return program === undefined ? undefined : { version, ...program };
}
