import type { PresentedHeader, Presenter } from "../../authentication/index.ts";
import type { Attempt, OutgoingEvent, Target } from "../../delivery/index.ts";
import { untilAborted } from "../../waiting.ts";
import type { ReplayOptions } from "./options.ts";

/** What identifies us to a target with one fixture. */
export interface Presenting {
  presenter: Presenter;
  /** The names of the headers that the fixture came with, in lower case. */
  recorded: readonly string[];
}

/** With an event that came with these headers; undefined where nothing identifies us: where that was not asked for. */
export function presentingTo(
  target: Target,
  recorded: readonly string[],
  presenting: ReplayOptions["presenting"],
): Presenting | undefined {
  const presenter = target.address.takesHeaders ? presenting?.presenterFor(target) : undefined;
  return presenter && { presenter, recorded };
}

/** The event with what identifies us; a failed attempt where that cannot be had, or the signal aborts meanwhile. */
export async function identified(
  outgoing: OutgoingEvent,
  { presenter, recorded }: Presenting,
  signal: AbortSignal,
): Promise<OutgoingEvent | Extract<Attempt, { outcome: "failed" }>> {
  const presented = await untilAborted(presenter.headersFor(recorded), signal);
  if (presented === undefined)
    return {
      outcome: "failed",
      reason: "cancelled",
      detail: "stopped before an access token came",
      durationMs: 0,
    };
  if (Array.isArray(presented)) return withPresented(outgoing, presented);
  const detail = `no access token: ${presented.failure}`;
  return { outcome: "failed", reason: "no access token", detail, durationMs: 0 };
}

/** The event with those headers instead of its own of these names. */
export function withPresented(outgoing: OutgoingEvent, presented: readonly PresentedHeader[]): OutgoingEvent {
  if (presented.length === 0) return outgoing;
  const names = new Set(presented.map(({ name }) => name));
  const others = outgoing.headers.filter(([name]) => !names.has(name.toLowerCase()));
  return { ...outgoing, headers: [...others, ...presented.map(({ name, value }) => [name, value] as const)] };
}
