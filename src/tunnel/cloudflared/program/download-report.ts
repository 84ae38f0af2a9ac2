/** What becomes of a download, as its process tells it: a JSON object a line. */
export type DownloadReport =
  /** What it goes through: `proxy.example.com:8080`. */
  | { what: "proxy"; host: string }
  /** The beginning of an answer; `bytes` as it says itself. */
  | { what: "answer"; status: number; bytes?: number; isPage: boolean }
  | { what: "received"; bytes: number; isWhole: boolean }
  | { what: "failed"; code?: string; message: string }
  | { what: "done" };

/** The code of a failure: what should name a proxy names none that can be used. */
export const badProxy = "BAD_PROXY";
/** An answer led on to what the package cannot ask for; the message is that address, as far as it is told. */
export const badRedirect = "BAD_REDIRECT";
/** Answers led on and on. */
export const endlessRedirects = "ENDLESS_REDIRECTS";
