export type {
  Acceptance,
  Authentication,
  LabelledValue,
  PresentedHeader,
  PresentFailure,
  Presenter,
  PresentSurroundings,
  Verdict,
} from "./authentication.ts";
export { needsOf, needsToPresent, schemeFor, schemeNames, usesTokenUrl } from "./choice.ts";
export { credentialNames, namesIn, pick, type CredentialName, type Credentials } from "./credentials.ts";
export { tokenPlace } from "./oauth2/token-url.ts";
export { redactDocument, redactText, redactWords } from "./redacted-text.ts";
export {
  holdsNamedSecret,
  isSecretField,
  isSecretHeader,
  parameterName,
  redactAddress,
  redacted,
} from "./redaction.ts";
export { isSecretName } from "./secrets.ts";
export { authentications, type AuthenticationName } from "./table.ts";
export { toldWithoutSecrets } from "./told-payload.ts";
