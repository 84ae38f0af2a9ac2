import {
  namesIn,
  needsOf,
  schemeFor,
  schemeNames,
  type AuthenticationName,
  type Credentials,
} from "../../../authentication/index.ts";
import { answerTimeoutMs, httpAddressOf, parseTarget, retryWaitsMs, type Target } from "../../../delivery/index.ts";
import { simulateDefaults } from "../../../defaults.ts";
import { parseDuration, type Duration } from "../../../duration.ts";
import { HooksError } from "../../../errors.ts";
import { seeds } from "../../../random.ts";
import {
  GivenOptions,
  numberOnly,
  readHeaderText,
  readMoment,
  readWholeNumber,
  textOnly,
  Unusable,
} from "../../../values/index.ts";
import { webhookAt } from "../webhook-at.ts";
import type { Webhook, WebhookAuthentication } from "../webhook.ts";

/** Options of `startMarketplace`: those of the `simulate` command (`--to`, `--auth` and so on). */
export interface MarketplaceOptions {
  /** Where events are posted: `3000`, `subscription.*=http://localhost:4001/hooks`, or a list of such. */
  to?: string | readonly string[];
  /** What the marketplace presents there. Default: what fits the credentials that are given, else `none`. */
  auth?: string;
  token?: string;
  /** `id:secret` */
  client?: string;
  /** `name:password` */
  user?: string;
  /** Where it gets OAuth2 access tokens. Default: `/oauth2/token` below each address of `to`. */
  tokenUrl?: string;
  /** The client that its own API accepts, `id:secret`. Default: `demo:demo-secret`. */
  apiClient?: string;
  /** Default: a free one. */
  port?: number;
  /** A whole number from 0: the same events each time. */
  seed?: number;
  /** When its clock begins: a `Date`, ISO 8601, or an age such as `2h`. Default: now. */
  at?: Date | string;
  /** Real time instead of a clock that you move, with retries so many times faster. */
  timeScale?: number;
  /** The waits behind the documented ones, which AppDirect does not document. Default: `["4h", "8h", "16h", "32h"]`. */
  retryTail?: readonly Duration[];
  /** How long a handler may take, in real time. Default: `30s`, as AppDirect's. */
  timeout?: Duration;
}

export interface ReadMarketplaceOptions {
  webhooks: readonly Webhook[];
  apiClient: string;
  port: number;
  seed: number | undefined;
  at: (now: Date) => Date;
  timeScale: number | undefined;
  waitsMs: readonly number[];
  timeoutMs: number;
}

/** @throws HooksError USAGE for an option that does not exist, BAD_VALUE for a value that cannot be used. */
export function readMarketplaceOptions(given: unknown): ReadMarketplaceOptions {
  const options = new GivenOptions<Name>(given, { caller: "startMarketplace", examples, secret });
  const tail = options.read("retryTail", readTail);
  return {
    webhooks: readWebhooks(options),
    apiClient: options.read("apiClient", readNameAndSecret) ?? simulateDefaults.apiClient,
    port: options.read("port", (value) => readWholeNumber(numberOnly(value), { min: 0, max: 65_535 })) ?? 0,
    seed: options.read("seed", (value) => readWholeNumber(numberOnly(value), seeds)),
    at: options.read("at", readMoment) ?? ((now) => now),
    timeScale: options.read("timeScale", readTimeScale),
    waitsMs: retryWaitsMs(tail),
    timeoutMs: options.read("timeout", readDuration) ?? answerTimeoutMs,
  };
}

type Name = keyof MarketplaceOptions;

const examples: Readonly<Record<Name, string>> = {
  to: '"http://localhost:3000/"',
  auth: '"token"',
  token: '"…"',
  client: '"id:secret"',
  user: '"name:password"',
  tokenUrl: '"http://localhost:3000/oauth2/token"',
  apiClient: '"id:secret"',
  port: "4748",
  seed: "7",
  at: '"2026-01-15T09:00:00Z"',
  timeScale: "1000",
  retryTail: '["4h", "8h", "16h", "32h"]',
  timeout: '"30s"',
};

const secret = ["token", "client", "user", "apiClient"] as const;

function readWebhooks(options: GivenOptions<Name>): Webhook[] {
  const targets = options.read("to", readTargets) ?? [];
  const authentication = readAuthentication(options);
  return targets.flatMap((target) => webhookAt(target, authentication) ?? []);
}

function readTargets(value: unknown): Target[] {
  const texts = (Array.isArray(value) ? value : [value]).map((text: unknown) => parseTarget(textOnly(text)));
  if (texts.some((target) => httpAddressOf(target) === undefined))
    throw new Unusable("is not a port or an http:// address");
  return texts;
}

/** What is presented to every target. */
function readAuthentication(options: GivenOptions<Name>): WebhookAuthentication {
  const credentials: Credentials = {
    token: options.read("token", readSecret),
    client: options.read("client", readNameAndSecret),
    user: options.read("user", readNameAndSecret),
  };
  const given = namesIn(credentials);
  const scheme = options.read("auth", readScheme) ?? schemeFor(given);
  const missing = needsOf(scheme).filter((name) => !given.includes(name));
  const unneeded = given.filter((name) => !needsOf(scheme).includes(name));
  if (missing.length > 0) throw notFitting(`auth "${scheme}" needs ${missing.join(" and ")}.`, missing);
  if (unneeded.length > 0) throw notFitting(`auth "${scheme}" does not use ${unneeded.join(" and ")}.`, unneeded);
  const tokenUrl = options.read("tokenUrl", readAddress);
  return { scheme, credentials, ...(tokenUrl !== undefined && { tokenUrl }) };
}

function notFitting(message: string, names: readonly string[]): HooksError {
  return new HooksError("USAGE", { message, hint: `Change ${names.join(", ")} or auth.` });
}

function readScheme(value: unknown): AuthenticationName {
  const scheme = schemeNames().find((name) => name === value);
  if (scheme === undefined) throw new Unusable(`is not one of ${schemeNames().join(", ")}`);
  return scheme;
}

function readSecret(value: unknown): string {
  return readHeaderText(textOnly(value));
}

function readNameAndSecret(value: unknown): string {
  const text = readSecret(value);
  if (!/^[^:]+:./s.test(text)) throw new Unusable("is not a name and a secret with a colon between them");
  return text;
}

function readAddress(value: unknown): string {
  const text = textOnly(value);
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) throw new Unusable("is not an http:// or https:// address");
  return text;
}

function readTail(value: unknown): number[] {
  if (!Array.isArray(value)) throw new Unusable("is not a list of durations");
  return value.map((one: unknown) => readDuration(one));
}

function readDuration(value: unknown): number {
  const ms = parseDuration(textOnly(value));
  if (ms === undefined) throw new Unusable("is not a duration such as 500ms, 30s or 4h");
  return ms;
}

function readTimeScale(value: unknown): number {
  if (typeof value !== "number" || !(value >= 1) || !Number.isFinite(value))
    throw new Unusable("is not a number from 1");
  return value;
}
