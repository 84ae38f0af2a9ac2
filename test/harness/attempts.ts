import { parseStatuses, type Attempt } from "../../src/delivery/index.ts";
import { exitedAttempt } from "../../src/delivery/targets/command/answer.ts";
import { answeredAttempt } from "../../src/delivery/targets/http/answer.ts";

/** An HTTP handler that answered so; `expected` are the statuses that count as success. */
export function answered(
  status: number,
  answer = "",
  durationMs = 12,
  { location, expected = "200-299" }: { location?: string; expected?: string } = {},
): Exclude<Attempt, { outcome: "failed" }> {
  const reply = { status, body: { text: answer }, ...(location !== undefined && { location }) };
  const isAccepted = parseStatuses(expected).some(({ from, to }) => status >= from && status <= to);
  const attempt = answeredAttempt(reply, isAccepted, durationMs);
  if (attempt.outcome === "failed") throw new Error("Whoever answered did not fail.");
  return attempt;
}

/** A command that ended so. */
export function exited(exitCode: number, said: { output?: string; errorOutput?: string } = {}): Attempt {
  return exitedAttempt({ kind: "command", exitCode, output: "", errorOutput: "", ...said }, 50);
}
