import { redactDocument } from "./redacted-text.ts";
import { redacted } from "./redaction.ts";
import { isSecretName } from "./secrets.ts";

/** How the values of a payload are told where it is compared with what AppDirect documents: without the secrets in it. */
export const toldWithoutSecrets = {
  withheld: redacted,
  isSecret: (name: string) => isSecretName(name, "body"),
  redact: (text: string) => redactDocument(text),
};
