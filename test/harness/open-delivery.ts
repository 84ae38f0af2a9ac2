import { onTestFinished } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { Delivery, type SinkSurroundings } from "../../src/delivery/index.ts";
import { processes } from "./processes.ts";

/** A delivery that is closed with the test. */
export function openDelivery(surroundings: Partial<SinkSurroundings> = {}): Delivery {
  const delivery = new Delivery({ clock: systemClock, env: { PATH: process.env["PATH"] }, processes, ...surroundings });
  onTestFinished(() => delivery.close());
  return delivery;
}
