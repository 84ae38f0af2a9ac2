import type { CredentialName } from "../../src/authentication/index.ts";
import { Provenance, type ValueOrigin } from "../../src/config/provenance.ts";
import type { PresentingInput } from "../../src/commands/replay/presenting.ts";

type Values = PresentingInput["options"];

/** The options of authentication, some of them typed, some in variables. */
export function presentingInput({
  typed = {},
  inVariables = {},
}: {
  typed?: Values;
  inVariables?: Values;
}): PresentingInput {
  const origins = [
    ...Object.keys(typed).map((name): [string, ValueOrigin] => [
      name,
      { origin: "flag", named: `--${name}`, isTyped: true },
    ]),
    ...Object.keys(inVariables).map((name): [string, ValueOrigin] => [
      name,
      { origin: "environment", named: name, isTyped: false },
    ]),
  ];
  return {
    options: { ...inVariables, ...typed },
    given: new Provenance<"auth" | "tokenUrl" | CredentialName>(new Map(origins)),
  };
}
