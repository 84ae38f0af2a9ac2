export type {
  Acceptance,
  Authentication,
  LabelledValue,
  PresentedHeader,
  Presenter,
  Verdict,
} from "./authentication.ts";
export { needsOf, needsToPresent, schemeFor, schemeNames } from "./choice.ts";
export { credentialNames, namesIn, pick, type CredentialName, type Credentials } from "./credentials.ts";
export { redactText, redactWords } from "./redacted-text.ts";
export { isSecretHeader, isSecretText, parameterName, redactAddress, redacted } from "./redaction.ts";
export { isSecretName } from "./secrets.ts";
export { authentications, type AuthenticationName } from "./table.ts";
