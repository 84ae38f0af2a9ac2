import type { Acceptance } from "../../authentication/index.ts";
import type { TunnelNotice } from "../notice.ts";

/** Where access tokens are had at this address of the webhooks; nothing where the scheme issues none. */
export function tokenPlaceAt({ tokenUrl }: Acceptance, url: string): { tokenUrl?: string } {
  return tokenUrl === undefined ? {} : { tokenUrl: tokenUrl(url) };
}

/** An address that has changed, with what else of it stands in AppDirect's form. */
export function withTokenPlace(notice: TunnelNotice, acceptance: Acceptance): TunnelNotice {
  if (notice.state !== "changed") return notice;
  const toPaste = acceptance.toPaste({}, notice.url);
  return { ...notice, ...(toPaste.length > 0 && { toPaste }), ...tokenPlaceAt(acceptance, notice.url) };
}
