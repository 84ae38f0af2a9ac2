import { systemCode } from "../../../errors.ts";
import type { Failure } from "../../attempt.ts";
import { certificateFailure, type CertificateSurroundings } from "./certificate-failure.ts";
import type { ExchangeOutcome, Progress } from "./exchange.ts";
import { isTlsAlert } from "./speaks-tls.ts";
import { UntrustedCertificate } from "./untrusted-certificate.ts";

export type BrokenExchange = Extract<ExchangeOutcome, { kind: "broken" }>;

export interface FailureSurroundings extends CertificateSurroundings {
  /** Whether TLS was asked for. */
  isTls: boolean;
  /** Whether TLS is spoken there, although it was not asked for. */
  speaksTls: boolean;
}

/** What a broken exchange means, told by its code. Throws the cause where that is a defect of ours. */
export function failureOf({ cause, progress }: BrokenExchange, surroundings: FailureSurroundings): Failure {
  if (cause instanceof UntrustedCertificate) return certificateFailure(cause, surroundings);
  const { host, isTls, speaksTls } = surroundings;
  const code = isMalformed(cause) ? "malformed" : systemCode(cause);
  if (code === undefined || isDefect(code)) throw cause;
  if (speaksTls) return { reason: "not HTTP", detail: `${host} does not answer plain HTTP; try https://` };
  return (
    connectionFailure(code, host) ??
    (isTls ? tlsFailure(code, host, progress) : undefined) ??
    protocolFailure(code, host, progress)
  );
}

/** Whether a server that speaks TLS alone may have done that: it closes the connection, or answers in TLS. */
export function mayBeTls({ cause, progress }: BrokenExchange): boolean {
  return progress === "sent" && (isMalformed(cause) || isClosed(systemCode(cause) ?? ""));
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
      return { reason: "no such host", detail: `the host name in ${host} was not found` };
    case "EAI_AGAIN":
      return {
        reason: "no such host",
        detail: `the host name in ${host} could not be looked up: no name server answered`,
      };
    default:
      return undefined;
  }
}

/** Refused by the other side, in TLS; or there is none to agree with. */
function tlsFailure(code: string, host: string, progress: Progress): Failure | undefined {
  if (code.endsWith("_CERTIFICATE_REQUIRED")) {
    return { reason: "not HTTP", detail: `${host} requires a client certificate, which this program cannot send` };
  }
  if (isTlsAlert(code) || isWeak(code)) {
    return { reason: "not HTTP", detail: `the TLS handshake with ${host} failed (${code}): check its TLS settings` };
  }
  if (code === "EPROTO" || code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_")) {
    return { reason: "not HTTP", detail: `the TLS handshake with ${host} failed (${code}); try http://` };
  }
  if (progress !== "unsent" || !isClosed(code)) return undefined;
  const detail = `${host} closed the connection during the TLS handshake; try http://`;
  return { reason: "cut off", detail };
}

/** What this side refuses of a server that does speak TLS. */
function isWeak(code: string): boolean {
  return /^ERR_SSL_(?:UNSUPPORTED_PROTOCOL|DH_KEY_TOO_SMALL|EE_KEY_TOO_SMALL|CA_MD_TOO_WEAK|WRONG_SIGNATURE_TYPE)$/.test(
    code,
  );
}

function isClosed(code: string): boolean {
  return ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(code);
}

function protocolFailure(code: string, host: string, progress: Progress): Failure {
  if (code === "UND_ERR_HEADERS_OVERFLOW")
    return { reason: "not HTTP", detail: `${host} answered with headers that are too long` };
  if (code === "malformed" && progress !== "answering") {
    return { reason: "not HTTP", detail: `the server at ${host} does not answer in HTTP` };
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
