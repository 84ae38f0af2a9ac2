import type { HolderStatus } from "../sessions/index.ts";
import { longText } from "../duration.ts";
import { besideOrBelow } from "./columns.ts";
import { printable } from "./printable.ts";
import { countText } from "./quantities.ts";
import type { Theme } from "./theme.ts";

/** A tunnel that is kept, as `tunnel status` shows it. */
export interface ShownTunnel {
  record: { root: string; version: string; url?: string; holder: { processId: number } };
  isOfThisProject: boolean;
  status?: HolderStatus;
  now: Date;
}

/** For programs: one object. */
export function keptTunnelFacts({ record, isOfThisProject, status }: ShownTunnel): Record<string, unknown> {
  const { root: project, version, holder } = record;
  const common = { project, current: isOfThisProject, version, pid: holder.processId };
  if (status === undefined) return { ...common, url: record.url, state: "unknown" };
  const { url, kind, state, port, openedAt, usedBy, idleSince, refused } = status;
  const endsAt = usedBy === undefined ? endOf(status)?.toISOString() : undefined;
  return { ...common, url, kind, state, port, openedAt, usedBy, idleSince, endsAt, refused };
}

export function keptTunnelLines(
  { record, isOfThisProject, status, now }: ShownTunnel,
  theme: Theme,
  width: number,
): string {
  const { root, version, url, holder } = record;
  const project = `${printable(root)}${isOfThisProject ? theme.faint(" (this one)") : ""}`;
  if (status === undefined) {
    const rows = [
      ["tunnel", "does not answer this version of appdirect-hooks; end it with tunnel stop"],
      ["project", project],
      ["kept by", `process ${holder.processId} of appdirect-hooks ${version}`],
    ] as const;
    return block(printable(url ?? "no address"), rows, theme, width);
  }
  const rows = [
    ["tunnel", `${printable(status.kind)}, ${status.state}`],
    ["project", project],
    ["port", String(status.port)],
    ["opened", `${longText(now.getTime() - Date.parse(status.openedAt))} ago, by appdirect-hooks ${version}`],
    ...usage(status, now),
  ] as const;
  return block(printable(status.url ?? "no address yet"), rows, theme, width);
}

function block(title: string, rows: readonly (readonly [string, string])[], theme: Theme, width: number): string {
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.flatMap(([name, text]) => besideOrBelow(theme.faint(name), text, nameWidth, width - 2));
  return `${[theme.strong(title), ...lines.map((line) => `  ${line}`)].join("\n")}\n`;
}

function usage(status: HolderStatus, now: Date): (readonly [string, string])[] {
  if (status.usedBy !== undefined) return [["used by", `a running listen, process ${status.usedBy}`]];
  const end = endOf(status);
  if (end === undefined) return [];
  const left = longText(Math.max(0, end.getTime() - now.getTime()));
  return [
    ["refused", `${countText(status.refused, "request")} since listen ended${sentAgain(status.refused)}`],
    ["ends", `in ${left}, unless listen runs again`],
  ];
}

function sentAgain(refused: number): string {
  return refused === 0 ? "" : `; AppDirect resends ${refused === 1 ? "it" : "them"}`;
}

function endOf({ idleSince, keepMs }: HolderStatus): Date | undefined {
  return idleSince === undefined ? undefined : new Date(Date.parse(idleSince) + keepMs);
}
