import type { HeaderList } from "../endpoint.ts";
import type { Authentication, PresentedHeader, Verdict } from "./authentication.ts";
import { redacted } from "./redaction.ts";
import { isSame } from "./same.ts";

/** Source: developer.appdirect.com/webhooks/webookconfig/webhook-auth; the second is what legacy webhooks send. */
const current = "x-appdirect-webhook-token";
const legacy = "appdirect-webhook-token";

/** A shared token, compared in constant time. */
export const token: Authentication = {
  headers: [current, legacy],
  make: (random) => ({ token: random.token() }),
  open: (expected) => ({
    asksFor: `the token in ${current}`,
    toPaste: (shown) => (shown.token === undefined ? [] : [{ label: "token", value: shown.token, isCredential: true }]),
    endpoints: () => [],
    verify: (headers) => verdictOn(headers, expected.token),
  }),
  present: ({ token: value }) => ({
    headersFor: async (recorded) => (value === undefined ? [] : [header(recorded, value)]),
    preview: (recorded) => (value === undefined ? [] : [header(recorded, redacted)]),
    refused: () => undefined,
  }),
};

/** As legacy webhooks send it where the event came so. */
function header(recorded: readonly string[], value: string): PresentedHeader {
  const name = recorded.includes(legacy) && !recorded.includes(current) ? legacy : current;
  return { name, value, inShell: '"${APPDIRECT_HOOKS_TOKEN:?}"' };
}

function verdictOn(headers: HeaderList, wanted: string | undefined): Verdict {
  const presented = tokensIn(headers);
  const [first] = presented;
  if (first === undefined) return { accepted: false, reason: "no token" };
  if (wanted !== undefined && presented.some(({ value }) => isSame(value, wanted))) return { accepted: true };
  const place = first.name === legacy ? `in ${legacy}, the legacy header` : `in ${current}`;
  return { accepted: false, reason: `wrong token (${place})` };
}

function tokensIn(headers: HeaderList): { name: string; value: string }[] {
  return headers
    .map(([name, value]) => ({ name: name.toLowerCase(), value }))
    .filter(({ name }) => name === current || name === legacy);
}
