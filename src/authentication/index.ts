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
export { isSecretHeader, parameterName, redacted, redactQuery } from "./redaction.ts";
export { authentications, type AuthenticationName } from "./table.ts";
