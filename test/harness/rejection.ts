import { HooksError } from "../../src/errors.ts";

/** The HooksError that a promise is rejected with; anything else fails the test. */
export async function rejection(work: Promise<unknown>): Promise<HooksError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof HooksError) return error;
    throw error;
  }
  throw new Error("Nothing was thrown.");
}
