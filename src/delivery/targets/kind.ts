import type { PresentedHeader } from "../../authentication/index.ts";
import type { TargetAnswer } from "../attempt.ts";
import type { OutgoingEvent } from "../outgoing.ts";
import type { Target } from "../target.ts";
import type { TargetAddress } from "./address.ts";
import type { Sink, SinkSurroundings } from "./sink.ts";

/** A kind of target. Whatever is asked about a target's kind is answered by its file. */
export interface TargetKind {
  /** How its addresses are written, in a few words: `a URL, host:port or a port`. */
  forms: string;
  /** The same with an example: `a URL (http://localhost:3000/hooks), …`. */
  examples: string;
  /** Whether a text is one of its addresses, and none with events in front. */
  claims(text: string): boolean;
  /** Throws BAD_VALUE, without a hint where only the form is wrong, whose message quotes what was typed, events in front included, and none of its secrets. */
  parse(text: string, typed: string): TargetAddress;
  /** What is said of deliveries that cannot be made again: `to commands (--exec) cannot be resent: …`. */
  notSentAgain?: string;
  /** What AppDirect is answered where the handlers decide and a target of this kind said no with this answer. */
  statusFor(answer: TargetAnswer): number;
  /** What a delivery would do. `presented`: those of the event's headers that identify us. */
  preview(event: OutgoingEvent, target: Target, presented: readonly PresentedHeader[]): Promise<Preview>;
  /** Begins to load what `openSink` needs, where that takes a while. */
  preload?(): void;
  /** One sink serves all targets of the kind. */
  openSink(surroundings: SinkSurroundings): Promise<Sink>;
}

/** A delivery that is not made, without the secrets of the event, of an address and of who presents something. */
export interface Preview {
  /** A command for a POSIX shell that does the same; secrets come from variables. */
  command: string;
  /** The same for programs. */
  facts: Readonly<Record<string, unknown>>;
}
