import { createHash } from "node:crypto";
import { fixtureBody, type Fixture } from "../../../fixtures/index.ts";

/** Of the body as it is recorded, so that an event of an earlier session can be compared: 32 characters, a byte each. */
export function hashOf(fixture: Fixture): string {
  return createHash("sha256").update(fixtureBody(fixture)).digest().toString("latin1");
}
