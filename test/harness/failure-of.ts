import { HooksError } from "../../src/errors.ts";

/** What a call fails with, as a user is told it. */
export function failureOf(call: () => unknown): { code: string; message: string; hint: string | undefined } {
  try {
    call();
  } catch (cause) {
    if (cause instanceof HooksError) return { code: cause.code, message: cause.message, hint: cause.hint };
    throw cause;
  }
  throw new Error("It did not fail.");
}
