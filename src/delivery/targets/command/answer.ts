import type { Attempt, TargetAnswer } from "../../attempt.ts";
import type { CommandOutput } from "./output.ts";

/** How a command ended by itself, and what it printed: of each stream the end, 8 kB at most. */
export interface CommandAnswer extends TargetAnswer, CommandOutput {
  kind: "command";
  exitCode: number;
}

/** Only the exit code 0 is an acceptance. */
export function exitedAttempt(answer: CommandAnswer, durationMs: number): Attempt {
  const { exitCode, output, errorOutput } = answer;
  const said = exitCode === 0 ? "" : explanation(answer);
  const words = { shown: `exit ${exitCode}`, status: exitCode, said, printed: { output, errorOutput } };
  if (exitCode === 0) return { outcome: "accepted", durationMs, answer, words };
  const reason = `exit code ${exitCode}`;
  return { outcome: "rejected", durationMs, answer, words, reason, detail: said || reason };
}

/** The first line that it printed, on standard error first. */
function explanation({ output, errorOutput }: CommandOutput): string {
  const lines = [errorOutput, output].flatMap((text) => text.split(/\r?\n/));
  return (lines.find((one) => one.trim() !== "") ?? "").trim().slice(0, 200);
}
