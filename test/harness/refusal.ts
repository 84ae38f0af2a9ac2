import { HooksError } from "../../src/errors.ts";

/** The HooksError that something throws; anything else it does fails the test. */
export function refusal(work: () => unknown): HooksError {
  try {
    work();
  } catch (error) {
    if (error instanceof HooksError) return error;
    throw error;
  }
  throw new Error("Nothing was thrown.");
}
