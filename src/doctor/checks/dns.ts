import type { Trial } from "../../tunnel/index.ts";
import type { Check, Judgement } from "../check.ts";
import { failure, note, ok, skipped } from "../judgements.ts";

/** Whether cloudflared finds the names that it needs, as it tells itself. */
export const dns: Check = async ({ facts }) => {
  const tried = await facts.trial();
  return ["why" in tried ? skipped(tried.why) : judge(tried.trial)];
};

function judge({ network, protocol, trouble }: Trial): Judgement {
  const checked = network.checks.filter(({ component }) => component.startsWith("DNS"));
  const failed = checked.filter(({ status }) => status === "fail");
  if (failed.length > 0) {
    const names = [...new Set(failed.map(({ target }) => target))];
    const advice = network.advice.filter((line) => /\bDNS\b/.test(line));
    return failure(`This machine cannot look up ${names.join(", ")}.`, ...advice);
  }
  if (trouble?.code === "NO_DNS") return failure(trouble.message, ...(trouble.hint?.split("\n") ?? []));
  const passed = checked.filter(({ status }) => status === "pass").map(({ target }) => target);
  if (passed.length > 0) return ok(`cloudflared can look up the names it needs, such as ${passed[0]}.`);
  if (protocol !== undefined || network.checks.length > 0) return ok("cloudflared can look up the names it needs.");
  return note("Unknown: cloudflared did not get that far.");
}
