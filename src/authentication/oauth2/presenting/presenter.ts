import type { Presenter, PresentedHeader, PresentSurroundings } from "../../authentication.ts";
import type { Credentials } from "../../credentials.ts";
import { presentsNothing } from "../../presents-nothing.ts";
import { redacted } from "../../redaction.ts";
import type { Grant } from "../grant.ts";
import { tokenInShell } from "./in-shell.ts";
import { TokenSource } from "./token-source.ts";
import { requestFor } from "./token-request.ts";

/** Presents an access token, which it has from the token URL. */
export function oauth2Presenter(grant: Grant, credentials: Credentials, surroundings: PresentSurroundings): Presenter {
  const { tokenUrl } = surroundings;
  const request = requestFor(grant, credentials);
  if (tokenUrl === undefined || request === undefined) return presentsNothing;
  const source = new TokenSource({ ...request, url: tokenUrl }, surroundings);
  const header = (value: string): PresentedHeader => {
    return { name: "authorization", value, inShell: `"Bearer ${tokenInShell(grant, tokenUrl)}"` };
  };
  return {
    async headersFor() {
      const had = await source.token();
      return typeof had === "string" ? [header(`Bearer ${had}`)] : had;
    },
    preview: () => [header(redacted)],
    refused: () => source.forget(),
  };
}
