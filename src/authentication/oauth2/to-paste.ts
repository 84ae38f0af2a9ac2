import type { LabelledValue } from "../authentication.ts";
import type { Credentials } from "../credentials.ts";
import { pairOf } from "./pair.ts";
import { tokenPlace } from "./token-url.ts";

/** In the order of AppDirect's form. */
export function toPaste({ client, user }: Credentials, webhookUrl: string | undefined): LabelledValue[] {
  return [
    ...(webhookUrl === undefined ? [] : [address(tokenPlace(webhookUrl))]),
    ...(client === undefined ? [] : credentials(["client ID", "client secret"], client)),
    ...(user === undefined ? [] : credentials(["username", "password"], user)),
  ];
}

function address(value: string): LabelledValue {
  return { label: "access token URI", value, isCredential: false };
}

function credentials([nameLabel, secretLabel]: readonly [string, string], text: string): LabelledValue[] {
  const [name, secret] = pairOf(text);
  return [
    { label: nameLabel, value: name, isCredential: true },
    { label: secretLabel, value: secret, isCredential: true },
  ];
}
