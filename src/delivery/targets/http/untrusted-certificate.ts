import { checkServerIdentity, type DetailedPeerCertificate, type TLSSocket } from "node:tls";
import { systemCode } from "../../../errors.ts";

/** Why the certificate of a server was not taken, and what it says of itself. That is data of the server. */
export class UntrustedCertificate extends Error {
  /** As Node has it: `CERT_HAS_EXPIRED`. */
  readonly code: string;
  /** The name or address that was asked for. */
  readonly asked: string;
  /** Whether it is for what was asked for, however far it can be trusted. */
  readonly isForAsked: boolean;
  /** Names and addresses that it is for. */
  readonly names: readonly string[];
  /** The latest beginning and the earliest end in the chain, in ms since 1970; NaN where there is no date. */
  readonly validFrom: number;
  readonly validUntil: number;

  constructor(socket: TLSSocket, asked: string) {
    const problem: unknown = socket.authorizationError; // a text, whatever its type says
    const code = systemCode(problem) ?? String(problem);
    super(`The certificate for ${asked} is not trusted (${code}).`);
    const certificate = socket.getPeerCertificate(true);
    const chain = chainOf(certificate);
    this.code = code;
    this.asked = asked;
    this.isForAsked = checkServerIdentity(asked, certificate) === undefined;
    this.names = namesIn(certificate);
    this.validFrom = Math.max(...chain.map(({ valid_from }) => Date.parse(valid_from)));
    this.validUntil = Math.min(...chain.map(({ valid_to }) => Date.parse(valid_to)));
  }
}

/** From the server's own up; a root is its own issuer. */
function chainOf(certificate: DetailedPeerCertificate): DetailedPeerCertificate[] {
  const chain = new Set<DetailedPeerCertificate>();
  for (let one: DetailedPeerCertificate | undefined = certificate; one !== undefined && !chain.has(one);) {
    chain.add(one);
    one = one.issuerCertificate;
  }
  return [...chain];
}

/** `DNS:crm.local, IP Address:10.0.0.1`; what has a comma or a quotation mark in it is written as JSON. */
const alternativeName = /(?:^|, )(?:DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g;

/** Only without other names the common name counts. */
function namesIn({ subject, subjectaltname = "" }: DetailedPeerCertificate): string[] {
  const names = [...subjectaltname.matchAll(alternativeName)].map(([, name = ""]) => name);
  return names.length > 0 ? names : [subject?.CN ?? []].flat();
}
