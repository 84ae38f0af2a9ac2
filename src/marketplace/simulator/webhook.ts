import type { AuthenticationName, Credentials } from "../../authentication/index.ts";

/**
 * What the marketplace posts events to. AppDirect's have one address, one resource with some of its actions, and one
 * kind of authentication each (developer.appdirect.com/webhooks/webookconfig/managewebhooks); one that the command line
 * made may take several resources.
 */
export interface Webhook {
  id: string;
  url: string;
  /** Which events it gets, as patterns: `subscription.added,subscription.removed`. */
  events: string;
  authentication: WebhookAuthentication;
}

export interface WebhookAuthentication {
  scheme: AuthenticationName;
  credentials: Credentials;
  /** Where it gets access tokens, for the OAuth2 schemes. */
  tokenUrl?: string;
}
