/**
 * The one list of what is secret. Whoever records, prints, logs or keeps something asks it. A false alarm in a
 * header costs little: these words count anywhere in a name, except in words such as tokenizer and secretary.
 */
const secretWord = /authorization|token(?!iz)|secret(?!ar)|password|cookie|api[-_]?key/i;

/** A parameter's name may be a short word that would be harmless elsewhere. */
const secretParameter =
  /^(?:token|access_token|refresh_token|id_token|secret|client_secret|api[_-]?key|key|password|passwd|pwd|auth|authorization|signature|sig|code|credentials|oauth_.*)$/i;

/** Addresses in headers such as `x-original-uri`, from proxies. */
const addressWithQuery = /^(?:https?:\/\/|\/)\S*\?/i;

/** Whether what a header of this name holds is a secret, whatever it is. The headers of every scheme are among them. */
export function isSecretName(name: string): boolean {
  return secretWord.test(name);
}

/** Whether the value of a query parameter of this name is a secret. */
export function isSecretParameter(name: string): boolean {
  return secretParameter.test(name);
}

/** Whether a value has the shape of an address, in whose query a secret may stand. */
export function isAddressWithQuery(value: string): boolean {
  return addressWithQuery.test(value);
}
