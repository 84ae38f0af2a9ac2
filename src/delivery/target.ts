import type { HeaderList } from "../endpoint.ts";
import type { EventPatterns } from "../events/index.ts";
import type { TargetAddress } from "./targets/address.ts";

/** A handler as configured: its name, the events it gets, where it is. */
export interface Target {
  /** What it is called on screen: its route's name, else its address's. */
  name: string;
  patterns: EventPatterns;
  address: TargetAddress;
  /** Sent with every delivery; a name that the event also has replaces the event's. */
  headers: HeaderList;
}

/** The same handler, with these sent to it where its kind takes headers. */
export function withHeaders(target: Target, headers: HeaderList): Target {
  return target.address.takesHeaders ? { ...target, headers: [...target.headers, ...headers] } : target;
}
