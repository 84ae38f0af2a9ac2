import type { Clock } from "../clock.ts";
import type { Endpoint, HeaderList } from "../endpoint.ts";
import type { Random } from "../random.ts";
import type { Credentials } from "./credentials.ts";

/**
 * One of the ways in which AppDirect can identify itself, from both sides: who receives accepts it, who sends presents
 * it. Source: developer.appdirect.com/webhooks/webookconfig/webhook-auth
 */
export interface Authentication {
  /** The headers in which a caller identifies itself, in lower case. What they hold is a secret. */
  headers: readonly string[];
  /** Makes all that it needs. */
  make(random: Random): Credentials;
  /** For who receives. What is missing in the credentials is demanded all the same: nobody is then accepted. */
  open(credentials: Credentials, surroundings: { clock: Clock; random: Random }): Acceptance;
  /** For who sends; without what it needs, nothing is presented. */
  present(credentials: Credentials): Presenter;
}

/** An authentication that checks callers. */
export interface Acceptance {
  /** What a caller must send, in a few words: `the token in …`; missing where everybody is accepted. */
  asksFor?: string;
  /** What has to stand in AppDirect's form for these credentials. */
  toPaste(credentials: Credentials): LabelledValue[];
  /** Endpoints of its own below the path of the webhooks, such as one that issues tokens. */
  endpoints(webhookPath: string): Endpoint[];
  verify(headers: HeaderList): Verdict;
}

export interface LabelledValue {
  /** What the value is, in the middle of a sentence: `token`. */
  label: string;
  value: string;
}

/** What the check of a caller says. The reason is for the user alone: the caller learns nothing. */
export type Verdict = { accepted: true } | { accepted: false; reason: string };

/** Identifies who sends; asked for each event, for some of it may expire. */
export interface Presenter {
  /** `recorded`: the names of the headers that the event came with, in lower case. */
  headersFor(recorded: readonly string[]): Promise<PresentedHeader[]>;
}

export interface PresentedHeader {
  /** In lower case. */
  name: string;
  value: string;
  /** What gives the value in a POSIX shell, from variables, and stops it where they are empty: `"${APPDIRECT_HOOKS_TOKEN:?}"`. */
  inShell: string;
}
