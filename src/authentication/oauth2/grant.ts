/** Those that AppDirect's form offers. Source: developer.appdirect.com/webhooks/webookconfig/webhook-auth */
export const grants = ["client_credentials", "password"] as const;
export type Grant = (typeof grants)[number];

export function isGrant(text: string): text is Grant {
  return grants.some((grant) => grant === text);
}
