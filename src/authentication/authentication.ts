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
  present(credentials: Credentials, surroundings: PresentSurroundings): Presenter;
}

/** An authentication that checks callers. */
export interface Acceptance {
  /** What a caller must send, in a few words: `the token in …`; missing where everybody is accepted. */
  asksFor?: string;
  /** What has to stand in AppDirect's form for these credentials, and at this address of the webhooks, if it is known. */
  toPaste(credentials: Credentials, webhookUrl?: string): LabelledValue[];
  /** Where access tokens are had, for webhooks at this address; missing where the scheme has none. */
  tokenUrl?(webhookUrl: string): string;
  /** Endpoints of its own below the path of the webhooks, such as one that issues tokens; `tell` hears whom they refuse. */
  endpoints(webhookPath: string, tell: (refusal: { status: number; reason: string }) => void): Endpoint[];
  verify(headers: HeaderList): Verdict;
}

export interface LabelledValue {
  /** What the value is, in the middle of a sentence: `token`. */
  label: string;
  value: string;
  /** Whether it is one of the credentials, and so is kept for the project; an address is not. */
  isCredential: boolean;
}

/** What the check of a caller says. The reason is for the user alone: the caller learns nothing. */
export type Verdict = { accepted: true } | { accepted: false; reason: string };

/** What presenting needs beside the credentials. */
export interface PresentSurroundings {
  /** By which tokens expire. */
  clock: Clock;
  /** By which the answer to a request for one is waited for; `clock` unless that is a virtual one. */
  realClock?: Clock;
  /** Where access tokens are had, for a scheme that needs them. */
  tokenUrl?: string | undefined;
  /** Takes any TLS certificate there. */
  skipVerify?: boolean | undefined;
  /** Certificates in PEM that are trusted there, beside the well-known ones. */
  trusted?: string | undefined;
}

/** Identifies who sends; asked for each event, for some of it may expire. */
export interface Presenter {
  /**
   * `recorded`: the names of the headers that the event came with, in lower case. Never rejects: where what is to be
   * presented cannot be had, that is told instead.
   */
  headersFor(recorded: readonly string[]): Promise<PresentedHeader[] | PresentFailure>;
  /** The same without their values, and without asking anybody for them. */
  preview(recorded: readonly string[]): PresentedHeader[];
  /** What was presented was answered 401: what can be had anew is had anew next time. */
  refused(): void;
}

/** Why nothing can be presented, in words without secrets: `http://…/oauth2/token answered 401 (invalid_client)`. */
export interface PresentFailure {
  failure: string;
}

export interface PresentedHeader {
  /** In lower case. */
  name: string;
  /** A secret; `[redacted]` in a preview. */
  value: string;
  /** What gives the value in a POSIX shell, from variables, and stops it where they are empty: `"${APPDIRECT_HOOKS_TOKEN:?}"`. */
  inShell: string;
}
