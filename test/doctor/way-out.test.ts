import { expect, test } from "vitest";
import type { CheckSurroundings } from "../../src/doctor/check.ts";
import { dns } from "../../src/doctor/checks/dns.ts";
import { port7844 } from "../../src/doctor/checks/port-7844.ts";
import type { NetworkCheck, Trial } from "../../src/tunnel/index.ts";

type Status = NetworkCheck["status"];
const rows = (component: string, ...states: Status[]) =>
  states.map((status, index) => ({ component, target: `region${index + 1}.example`, status, details: "" }));
const found = (checks: readonly NetworkCheck[], rest: Partial<Trial> = {}, advice: readonly string[] = []): Trial => ({
  network: { checks, advice, isWhole: true },
  ...rest,
});

/** The checks ask the surroundings for nothing else. */
const after = (trial: Trial) => ({ facts: { trial: async () => ({ trial }) } }) as unknown as CheckSurroundings;
const stateOf = async (check: typeof dns, trial: Trial) => (await check(after(trial)))[0]?.state;
const trouble = (code: string) => ({ trouble: { code, message: `It is ${code}.`, hint: "Mend it." } });

test.each<[Status[], Status[], string]>([
  [["pass"], ["pass"], "ok"],
  [["pass"], ["fail"], "note"],
  [["fail"], ["pass"], "note"],
  [["fail", "pass"], ["fail"], "note"],
  [["fail", "fail"], ["fail", "fail"], "failure"],
  [["skip"], ["skip"], "note"],
])("TCP %j and UDP %j: port 7844 is judged %s", async (tcp, udp, state) => {
  const checks = [...rows("TCP Connectivity", ...tcp), ...rows("UDP Connectivity", ...udp)];
  expect(await stateOf(port7844, found(checks))).toBe(state);
});

test.each([
  [{ protocol: "http2" }, "ok", "ok"],
  [trouble("BLOCKED"), "note", "failure"],
  [trouble("UNREACHABLE"), "note", "failure"],
  [trouble("NO_DNS"), "failure", "skipped"],
  [trouble("RATE_LIMITED"), "note", "note"],
  [trouble("BAD_ANSWER"), "note", "note"],
])("without checks of its own %j decides: dns %s, port 7844 %s", async (rest, ofDns, ofPort) => {
  const trial = found([], rest);
  expect([await stateOf(dns, trial), await stateOf(port7844, trial)]).toEqual([ofDns, ofPort]);
});

test("names that are not found are listed once, with what cloudflared says of DNS alone", async () => {
  const names = [...rows("DNS Resolution", "fail", "fail"), ...rows("DNS Resolution", "fail")];
  const advice = ["Ensure your DNS resolver can resolve 'region1.example'.", "Allow outbound TCP on port 7844."];
  expect(await dns(after(found(names, {}, advice)))).toEqual([
    {
      state: "failure",
      message: "This machine cannot look up region1.example, region2.example.",
      mend: [advice[0]],
    },
  ]);
});
