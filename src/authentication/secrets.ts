/**
 * The one list of what is secret. Whoever records, prints, logs or keeps something asks it. One of these words must end
 * where the name or a part of it ends: `x-api-key` and `authtoken-v2` are secret, `tokenizer` is not.
 */
const secretEnding = /(?:authorization|token|secret|password|cookie|api[-_]?key)(?=$|[-_])/i;

/** A parameter's name may be a short word that would be harmless elsewhere. */
const secretParameter =
  /^(?:token|access_token|refresh_token|id_token|secret|client_secret|api[_-]?key|key|password|passwd|pwd|auth|authorization|signature|sig|code|credentials|oauth_.*)$/i;

/** Addresses in headers such as `x-original-uri`, from proxies. */
const addressWithQuery = /^(?:https?:\/\/|\/)\S*\?/i;

/** Whether the value of a header of this name is a secret. The headers of every scheme are among them. */
export function isSecretHeader(name: string): boolean {
  return secretEnding.test(name);
}

/** Whether the value of a query parameter of this name is a secret. */
export function isSecretParameter(name: string): boolean {
  return secretParameter.test(name);
}

/** Whether a value has the shape of an address, in whose query a secret may stand. */
export function isAddressWithQuery(value: string): boolean {
  return addressWithQuery.test(value);
}
