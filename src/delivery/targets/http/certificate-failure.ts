import type { Failure } from "../../attempt.ts";
import type { UntrustedCertificate } from "./untrusted-certificate.ts";

/** `host` with its port; `trustedFile` holds the certificates that are trusted beside the well-known ones. */
export interface CertificateSurroundings {
  host: string;
  trustedFile?: string;
}

/** A certificate that was not taken: what is wrong with it, and what mends that. */
export function certificateFailure(untrusted: UntrustedCertificate, surroundings: CertificateSurroundings): Failure {
  return { reason: "bad certificate", detail: detailOf(untrusted, surroundings) };
}

function detailOf(untrusted: UntrustedCertificate, { host, trustedFile }: CertificateSurroundings): string {
  const its = `the certificate of ${host}`;
  switch (untrusted.code) {
    case "ERR_TLS_CERT_ALTNAME_INVALID":
    case "HOSTNAME_MISMATCH":
      return `the certificate ${namesText(untrusted)}; use ${renaming(untrusted)}, or --skip-verify`;
    case "CERT_HAS_EXPIRED":
      return `${its} expired on ${dateText(untrusted.validUntil)}; renew it, or accept any with --skip-verify`;
    case "CERT_NOT_YET_VALID":
      return `${its} is not valid before ${dateText(untrusted.validFrom)}; check this machine's clock, or accept any with --skip-verify`;
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
      return trustedFile === undefined
        ? `${its} is self-signed${trusting(untrusted, "trust it with --cacert")}`
        : `${its} is self-signed and not in ${trustedFile}${trusting(untrusted, "add it there")}`;
    case "SELF_SIGNED_CERT_IN_CHAIN":
    case "UNABLE_TO_GET_ISSUER_CERT":
    case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
      return trustedFile === undefined
        ? `${its} is signed by an unknown authority${trusting(untrusted, "trust its issuer's certificate with --cacert")}`
        : `${its} is not signed by the certificates in ${trustedFile}${trusting(untrusted, "add its issuer's certificate there")}`;
    default:
      return `${its} ${otherProblems[untrusted.code] ?? `is not trusted (${untrusted.code})`}; replace it, or accept any with --skip-verify`;
  }
}

const otherProblems: Record<string, string> = {
  CERT_REVOKED: "was revoked",
  CERT_SIGNATURE_FAILURE: "has an invalid signature",
  INVALID_CA: "is signed by an authority that is not allowed to sign certificates",
  INVALID_PURPOSE: "is not a server certificate",
};

/** What makes it trusted. Where it is for another name too, that alone would not do. */
function trusting(untrusted: UntrustedCertificate, mend: string): string {
  if (untrusted.isForAsked) return `; ${mend}, or accept any with --skip-verify`;
  return `, and ${namesText(untrusted)}; ${mend} and use ${renaming(untrusted)}, or accept any with --skip-verify`;
}

const shownNames = 3;
const shownCharacters = 80;

function namesText({ names, asked }: UntrustedCertificate): string {
  if (names.length === 0) return `names no host, so it is not for ${asked}`;
  const more = names.length - shownNames;
  const shown = names.slice(0, shownNames).map(cut).join(", ");
  return `is for ${shown}${more > 0 ? ` and ${more} more` : ""}, not for ${asked}`;
}

/** The header changes the name that is asked for, and nothing needs to know where the name leads. */
function renaming({ names }: UntrustedCertificate): string {
  const plain = names.find(
    (name) => /^(?!\d+(?:\.\d+)*$)[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(name) && name.length <= shownCharacters,
  );
  if (plain !== undefined) return `-H 'Host: ${plain}' or an address with one of its names`;
  return names.length > 0 ? "an address with one of its names" : "a certificate with this name";
}

function cut(name: string): string {
  return name.length > shownCharacters ? `${name.slice(0, shownCharacters)}…` : name;
}

/** `2026-01-15 09:00Z` */
function dateText(ms: number): string {
  if (Number.isNaN(ms)) return "an unreadable date";
  return new Date(ms)
    .toISOString()
    .replace("T", " ")
    .replace(/:\d\d\.\d+Z$/, "Z");
}
