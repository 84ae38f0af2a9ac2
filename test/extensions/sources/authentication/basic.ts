import { createHash, timingSafeEqual } from "node:crypto";
import type { Endpoint, HeaderList } from "../endpoint.ts";
import type { Authentication, Verdict } from "./authentication.ts";
import type { Credentials } from "./credentials.ts";

/** HTTP Basic: not one of AppDirect's, but a scheme with other credentials and another header than the token's. */
export const basic: Authentication = {
  headers: ["authorization"],
  make: (random) => ({ user: `appdirect:${random.token()}` }),
  open: (expected) => ({
    asksFor: "a user name and password (HTTP Basic)",
    toPaste({ user = "" }) {
      const [, name = "", password = ""] = /^([^:]*):(.*)$/s.exec(user) ?? [];
      return user === "" ? [] : [labelled("user name", name), labelled("password", password)];
    },
    endpoints: (webhookPath) => [whoAmI(`${webhookPath.replace(/\/$/, "")}/who-am-i`, expected)],
    verify: (headers) => verdictOn(headers, expected.user),
  }),
  present: ({ user }) => ({
    headersFor: async () => (user === undefined ? [] : [{ name: "authorization", value: valueFor(user), inShell }]),
    preview: () => (user === undefined ? [] : [{ name: "authorization", value: "[redacted]", inShell }]),
    refused: () => undefined,
  }),
};

/** Tells a caller whether its credentials are right: an endpoint of the scheme's own, as one that issues tokens is. */
function whoAmI(path: string, expected: Credentials): Endpoint {
  return {
    method: "POST",
    path,
    async take(call) {
      const { accepted } = verdictOn(call.headers, expected.user);
      const read = await call.readBody();
      const body = read.outcome === "read" ? `${accepted} ${read.body.toString()}` : read.outcome;
      return { status: accepted ? 200 : 403, headers: { "content-type": "text/plain" }, body };
    },
  };
}

const inShell = '"Basic $(printf %s "$APPDIRECT_HOOKS_USER" | base64 | tr -d "\\n")"';

const labelled = (label: string, value: string) => ({ label, value, isCredential: true });

function verdictOn(headers: HeaderList, user: string | undefined): Verdict {
  const presented = headers.find(([name]) => name.toLowerCase() === "authorization")?.[1];
  if (presented === undefined) return { accepted: false, reason: "no user name and password" };
  if (user !== undefined && isSame(presented, valueFor(user))) return { accepted: true };
  return { accepted: false, reason: "another user name or password" };
}

const valueFor = (user: string) => `Basic ${Buffer.from(user).toString("base64")}`;
const digest = (text: string) => createHash("sha256").update(text).digest();
const isSame = (left: string, right: string) => timingSafeEqual(digest(left), digest(right));
