import { systemCode } from "../../../errors.ts";
import type { Failure } from "../../attempt.ts";
import type { ExchangeOutcome, Progress } from "./exchange.ts";

/** What a broken exchange means, told by its code. Throws the cause where that is a defect of ours. */
export function failureOf(broken: Extract<ExchangeOutcome, { kind: "broken" }>, host: string): Failure {
  const code = isMalformed(broken.cause) ? "malformed" : systemCode(broken.cause);
  if (code === undefined || isDefect(code)) throw broken.cause;
  return (
    connectionFailure(code, host) ?? certificateFailure(code, host) ?? protocolFailure(code, host, broken.progress)
  );
}

/** undici 7 means to give its parser's errors a code, and looks it up in the wrong direction: they have none. */
function isMalformed(cause: unknown): boolean {
  return cause instanceof Error && cause.name === "HTTPParserError";
}

/** What undici says of a request that it cannot send at all. */
function isDefect(code: string): boolean {
  return ["UND_ERR_INVALID_ARG", "UND_ERR_NOT_SUPPORTED", "UND_ERR_REQ_CONTENT_LENGTH_MISMATCH"].includes(code);
}

function connectionFailure(code: string, host: string): Failure | undefined {
  switch (code) {
    case "ECONNREFUSED":
      return { reason: "refused", detail: `nothing listens on ${host}` };
    case "ENOTFOUND":
      return { reason: "no such host", detail: `no host has the name in ${host}` };
    case "EAI_AGAIN":
      return { reason: "no such host", detail: `the name in ${host} could not be looked up: no name server answered` };
    default:
      return undefined;
  }
}

const certificateProblems: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "comes from an authority that is not known here",
  UNABLE_TO_GET_ISSUER_CERT: "comes from an authority that is not known here",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "comes from an authority that is not known here",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "comes from an authority that is not known here",
  CERT_HAS_EXPIRED: "has expired",
  CERT_NOT_YET_VALID: "is not valid yet",
  CERT_REVOKED: "was revoked",
  CERT_UNTRUSTED: "is not trusted",
  CERT_REJECTED: "is not trusted",
  INVALID_CA: "comes from an authority that may not issue any",
  INVALID_PURPOSE: "is not for a server",
  HOSTNAME_MISMATCH: "is for another name",
  ERR_TLS_CERT_ALTNAME_INVALID: "is for another name",
};

function certificateFailure(code: string, host: string): Failure | undefined {
  const problem = certificateProblems[code];
  if (problem === undefined) return undefined;
  const detail = `the certificate of ${host} ${problem}; trust it with --cacert, or any with --skip-verify`;
  return { reason: "bad certificate", detail };
}

function protocolFailure(code: string, host: string, progress: Progress): Failure {
  if (code === "EPROTO" || code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_")) {
    return { reason: "not HTTP", detail: `no TLS could be agreed on with ${host} (${code}); is it http:// there?` };
  }
  if (code === "UND_ERR_HEADERS_OVERFLOW")
    return { reason: "not HTTP", detail: `the headers of the answer of ${host} are too long` };
  if (code === "malformed" && progress !== "answering") {
    return { reason: "not HTTP", detail: `what listens on ${host} does not answer in HTTP` };
  }
  switch (progress) {
    case "unsent":
      return { reason: "unreachable", detail: `${host} cannot be reached (${code})` };
    case "sent":
      return { reason: "cut off", detail: `${host} closed the connection before it answered` };
    case "answering":
      return { reason: "cut off", detail: `${host} closed the connection in the middle of its answer` };
  }
}
