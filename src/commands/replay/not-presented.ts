import type { Target } from "../../delivery/index.ts";
import type { HeaderList } from "../../endpoint.ts";
import type { JournalTarget, StartTarget } from "../../state/index.ts";

/**
 * What the targets that are meant were given by their sessions and runs and are not given now, in words; empty where nothing
 * is missing. The journal has names alone, for values are secrets.
 */
export function notPresented(
  targets: readonly StartTarget[],
  isMeant: (target: JournalTarget) => boolean,
  { headers, chosen }: { headers: HeaderList; chosen: readonly Target[] },
): string {
  const before = targets.filter(isMeant);
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const missing = [...new Set(before.flatMap((one) => one.headers))].filter((name) => !given.has(name));
  const isAuthorized = given.has("authorization") || chosen.some(({ address }) => address.hasCredentials);
  const open = isAuthorized
    ? []
    : [...new Set(before.filter(({ credentials }) => credentials).map(({ text }) => text))];
  const what = [...missing, ...open.map((target) => `the credentials of ${target}`)];
  if (what.length === 0) return "";
  const how = [
    ...missing.slice(0, 1).map((name) => `-H '${name}: …'`),
    ...(open.length > 0 ? ["--to with the credentials in the address"] : []),
  ];
  return `! Not sent again (the journal stores header names, not values): ${what.join(", ")}\n  Add them with ${how.join(" and ")}.\n`;
}
