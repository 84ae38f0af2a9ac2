import type { WarningNotice } from "../../notice.ts";
import { ownText } from "../own-text.ts";

/** A sender may make up names without end, and of any length. */
const mostPlaces = 100;
const longestPlace = 200;

/** Says which fields are recorded as `[redacted]` because they look like secrets, each once. */
export class RedactedSecrets {
  readonly #tell: (notice: WarningNotice) => void;
  readonly #said = new Set<string>();

  constructor(tell: (notice: WarningNotice) => void) {
    this.#tell = tell;
  }

  /** `places` in a payload: `lines[3].token` is said as `lines[*].token`. */
  say(places: readonly string[]): void {
    const kinds = new Set(places.map(kindOf));
    const fresh = [...kinds].filter((kind) => !this.#said.has(kind)).slice(0, mostPlaces - this.#said.size);
    if (fresh.length === 0) return;
    for (const kind of fresh) this.#said.add(kind);
    this.#tell({ kind: "warning", about: "secrets redacted", places: fresh });
  }
}

function kindOf(place: string): string {
  const kind = place.replace(/\[\d+\]/g, "[*]");
  return kind.length <= longestPlace ? kind : `${ownText(kind.slice(0, longestPlace))}…`;
}
