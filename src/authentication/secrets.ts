/**
 * The one list of what is secret. Whoever records, prints, logs or keeps something asks it. A name is taken apart at
 * every character that is no letter and at capitals, and its words are looked up: `X-Auth-Key`, `clientSecret` and
 * `session_id` are found, `monkey`, `author` and `postcode` are not.
 */

/** Where a name stands. A false alarm in a header costs little; a body field that is not recorded cannot be replayed. */
export type SecretPlace = "header" | "parameter" | "body";

/** Inside any word, for names are often written in one: `authtoken`, `jsessionid`; not in tokenizer and secretary. */
const anywhere =
  /token(?!iz)|secret(?!ar)|passw|passphrase|passcode|credential|cookie|authorization|\b(?:j|php|asp)?sess(?:ion)?id|jwt|hmac|bearer|(?:api|access|private|secret|signing|encryption|master|auth)keys?\b/;

/** Whole words that are secret in every place. */
const everywhere =
  /^(?:auth|authn|authz|basicauth|authcode|pwd|passwd|otp|otpcode|totp|csrf|xsrf|oauth|oidc|wsse|cvv|cvc)$/;

/** Whole words that are ordinary in the fields of a payload. */
const outsideBodies =
  /^(?:authenticat\w*|authoriz\w*|pass|pin|sid|sig|sign|session|signature|signatures|saml|samlresponse|assertion|principal)$/;

/** Words that follow each other; in a body `key`, `session` and `signature` alone say too little. */
const together =
  /\b(?:api|access|private|secret|shared|signing|encryption|master|subscription|auth) keys?\b|\bsession (?:id|key)\b|\bpass (?:word|phrase|code)\b|\b(?:hub|request|webhook) signature\b|\b(?:client|saml) (?:assertion|response)\b|\bconnection string\b/;

/** In a header: `X-Functions-Key`, `Fastly-Key`; `X-Key` alone says too little. */
const keyOfHeader = /\b(?!x )\w+ key$|\b(?:license|consumer|account|service|webhook|ssh)key$/;

/** In a parameter: any key, and as the whole name OAuth's code, none of the other codes there are. */
const parameter = /\bkey\b|^code(?: verifier)?$/;

/** Keys that tell events or rows apart, and tokens that lead to the next page. */
const harmless =
  /\b(?:idempotency|partition|routing|sort|cache|surrogate|sec websocket) key\b|\b(?:page|next|continuation|sync|per) token\b/;

/** What a body says about a secret: `token_type`, `passwordPolicy`, `accessTokenUrl`; but `sessionId` is one. */
const aboutSecret =
  /(?<!\bsession) (?:type|types|expires|expiry|expiration|expired|in|at|on|by|date|time|ttl|url|uri|endpoint|required|enabled|policy|strength|question|set|count|length|limit|amount|number|method|provider|issuer|holder|mode|scheme|scope|scopes|consent|name|id|status|change|changed|updated|created|issued|used|version)$/;

/** A part of every name that is secret: nearly all others are told by it, and payloads have hundreds. */
const suspicious =
  /token|secret|pass|pwd|credential|cookie|auth|key|sess|jwt|hmac|bearer|otp|csrf|xsrf|oidc|wsse|pin|sid|sig|saml|assertion|principal|code|cvv|cvc|connection/i;

/** Whether what goes by this name is a secret, whatever it is. The headers of every scheme are among them. */
export function isSecretName(name: string, place: SecretPlace): boolean {
  if (!suspicious.test(name)) return false;
  if (isSecret(wordsOf(name), place)) return true;
  // A header's name may be written in any capitals, `X-ToKeN`, and some servers read parameters so.
  return place !== "body" && isSecret(wordsOf(name.toLowerCase()), place);
}

function isSecret(words: string, place: SecretPlace): boolean {
  if (place === "body" && aboutSecret.test(words)) return false;
  if (harmless.test(words)) return false;
  if (anywhere.test(words) || together.test(words)) return true;
  if (place === "header" && keyOfHeader.test(words)) return true;
  if (place === "parameter" && parameter.test(words)) return true;
  return words.split(" ").some((word) => everywhere.test(word) || (place !== "body" && outsideBodies.test(word)));
}

/** `X-Amzn-Oidc-AccessToken` as `x amzn oidc access token`. */
function wordsOf(name: string): string {
  return name
    .replace(/(\p{Ll})(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1$2 ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** JSON Web Tokens, and encrypted ones: header, then at least two more parts. RFC 7519, 3.1 */
const jsonWebToken = /(?<![\w-])eyJ[\w-]{6,}\.[\w-]{2,}\.[\w.-]*/g;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*/g;
/** RFC 6750, 2.1. In running text a word follows `bearer` too: only what has a digit is a token. */
const bearer = /\bbearer\s+(?=[\w.~+/-]*\d)[\w.~+/=-]{4,}/gi;
/** RFC 7617: a name and a password. `Basic Edition` is none. */
const basic = /\bbasic\s+([A-Za-z0-9+/]{4,}={0,2})(?![\w+/=])/gi;

/** A part of every such shape. */
const suspiciousValue = /eyJ|-----BEGIN|bearer|basic/i;

/** Whether a value has the shape of a secret, whatever its name. */
export function isSecretValue(value: string): boolean {
  if (!suspiciousValue.test(value)) return false;
  return /^\s*[Bb](?:earer|EARER)\s+(?![A-Z][a-z]+\s*$)\S+\s*$/.test(value) || replaceSecretValues(value, "") !== value;
}

/** A text with `replacement` for all that has the shape of a secret. */
export function replaceSecretValues(text: string, replacement: string): string {
  return text
    .replace(jsonWebToken, replacement)
    .replace(privateKey, replacement)
    .replace(bearer, replacement)
    .replace(basic, (whole, encoded: string) => (isNameAndPassword(encoded) ? replacement : whole));
}

function isNameAndPassword(encoded: string): boolean {
  return /^[\x20-\x7e]*:[\x20-\x7e]*$/.test(Buffer.from(encoded, "base64").toString("latin1"));
}
