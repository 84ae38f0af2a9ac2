import type { PresentedHeader } from "../../authentication/index.ts";
import type { OutgoingEvent, Target } from "../../delivery/index.ts";
import type { Fixture } from "../../fixtures/index.ts";
import type { ReplayOptions } from "./options.ts";

/** What identifies us to the target: nothing where that was not asked for. */
export async function presentedTo(
  target: Target,
  fixture: Fixture,
  presenting: ReplayOptions["presenting"],
): Promise<readonly PresentedHeader[]> {
  const recorded = Object.keys(fixture.request.headers);
  const isPresented = target.address.takesHeaders && presenting?.to(target) === true;
  const presented = isPresented ? await presenting.presenter.headersFor(recorded) : [];
  return Array.isArray(presented) ? presented : [];
}

/** The event with those headers instead of its own of these names. */
export function withPresented(outgoing: OutgoingEvent, presented: readonly PresentedHeader[]): OutgoingEvent {
  if (presented.length === 0) return outgoing;
  const names = new Set(presented.map(({ name }) => name));
  const others = outgoing.headers.filter(([name]) => !names.has(name.toLowerCase()));
  return { ...outgoing, headers: [...others, ...presented.map(({ name, value }) => [name, value] as const)] };
}
