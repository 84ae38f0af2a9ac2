import { expect, test } from "vitest";
import { certificateFailure } from "../../../src/delivery/targets/http/certificate-failure.ts";
import { failureOf, mayBeTls } from "../../../src/delivery/targets/http/failure.ts";

const surroundings = { host: "crm.example:443", trustedFile: undefined, isTls: true, speaksTls: false };
const failed = (code: string) => Object.assign(new Error(code), { code });

function detailFor(names: readonly string[]) {
  const untrusted = { code: "ERR_TLS_CERT_ALTNAME_INVALID", asked: "crm.example", isForAsked: false, names };
  const dates = { validFrom: Number.NaN, validUntil: Number.NaN };
  return certificateFailure({ ...untrusted, ...dates, name: "Error", message: "" }, surroundings).detail;
}

test("of many names of a certificate three are shown, and the others counted from the first", () => {
  expect(detailFor(["a.example", "b.example", "c.example"])).toContain("a.example, b.example, c.example, not for");
  expect(detailFor(["a.example", "b.example", "c.example", "d.example"])).toContain("c.example and 1 more, not for");
});

test("a name that is shown shortened is not given as a Host header", () => {
  const long = `${"a".repeat(40)}.${"b".repeat(40)}.example`;
  expect(detailFor([long, "b.example"])).toContain("use -H 'Host: b.example'");
  expect(detailFor([long])).toContain("use an address with one of its names");
});

test("TLS that is too weak for this side is about its settings, not about http", () => {
  const cause = failed("ERR_SSL_UNSUPPORTED_PROTOCOL");
  expect(failureOf({ kind: "broken", cause, progress: "unsent" }, surroundings).detail).toContain(
    "check its TLS settings",
  );
});

test("a closed connection is about the TLS handshake only before anything was sent", () => {
  const detailAt = (progress: "sent" | "unsent") =>
    failureOf({ kind: "broken", cause: failed("ECONNRESET"), progress }, surroundings).detail;
  expect(detailAt("unsent")).toContain("during the TLS handshake");
  expect(detailAt("sent")).not.toContain("TLS");
});

test("only a request that was sent makes a closed connection look like TLS", () => {
  const cause = failed("ECONNRESET");
  expect([
    mayBeTls({ kind: "broken", cause, progress: "sent" }),
    mayBeTls({ kind: "broken", cause, progress: "unsent" }),
  ]).toEqual([true, false]);
});
