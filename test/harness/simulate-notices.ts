import { plainTheme, simulateView } from "../../src/output/index.ts";
import type { SimulateViewSurroundings } from "../../src/output/simulate/surroundings.ts";
import type { SimulateNotice } from "../../src/sessions/simulate/index.ts";
import { answered } from "./attempts.ts";

type Kind<Name extends SimulateNotice["kind"]> = Extract<SimulateNotice, { kind: Name }>;

/** 14:05:11 wherever the tests run: views show the time of the machine. */
const at = new Date(2026, 10, 23, 14, 5, 11);
/** 14:10:11 there. */
export const fiveMinutesLater = new Date(2026, 10, 23, 14, 10, 11);

export function happenedNotice(different: Partial<Kind<"happened">> = {}): Kind<"happened"> {
  const event = "company.added";
  const resource = { type: "COMPANY", content: { name: "Acme Corp" } };
  const payload = { uuid: "u-1", resource, resourceAction: "ADDED" };
  return { kind: "happened", number: 1, event, uuid: "u-1", at, payload, entries: ["e-1"], ...different };
}

/** What was answered 200 at the first attempt, with what a test wants different. */
export function attemptNotice({
  logged,
  ...different
}: Partial<Omit<Kind<"attempt">, "logged">> & { logged?: Partial<Kind<"attempt">["logged"]> } = {}): Kind<"attempt"> {
  const attempt = different.attempt ?? answered(200);
  return {
    kind: "attempt",
    entry: "e-1",
    event: "company.added",
    uuid: "u-1",
    webhook: { id: "w-1", url: "http://localhost:3000/", events: "*" },
    attempt,
    logged: { number: 1, at: at.toISOString(), ms: 12, delivered: attempt.outcome === "accepted", ...logged },
    ...different,
  };
}

export function simulateReady(different: Partial<Kind<"ready">> = {}): Kind<"ready"> {
  return {
    kind: "ready",
    url: "http://127.0.0.1:4748",
    processId: 7,
    clientId: "demo",
    clientSecret: "demo-secret",
    webhooks: [{ id: "w-1", url: "http://localhost:3000/", events: "order.*" }],
    pending: 0,
    waiting: 0,
    isOpen: false,
    ...different,
  };
}

export function simulateEnd(different: Partial<Kind<"end">> = {}): Kind<"end"> {
  const counts = { happened: 12, delivered: 12, failed: 0, pending: 0 };
  return { kind: "end", ...counts, interrupted: false, durationMs: 1_400, ...different };
}

/** A view without colours on a line of 100 characters: what it writes of each notice, and where. */
export function simulateLines(different: Partial<SimulateViewSurroundings> = {}) {
  const written: { out: string; err: string } = { out: "", err: "" };
  const view = simulateView({
    output: { data: (text) => (written.out += text), say: (text) => (written.err += text) },
    outTheme: plainTheme,
    errTheme: plainTheme,
    width: () => 100,
    errWidth: () => 100,
    verbose: false,
    program: "npx appdirect-hooks",
    shownPath: (file) => file,
    waitsMs: [300_000, 600_000],
    documentedWaits: 1,
    timeScale: 1,
    resend: { method: "POST", path: "/simulator/v1/events/{id}/resend" },
    ...different,
  });
  return (...notices: SimulateNotice[]) => {
    Object.assign(written, { out: "", err: "" });
    for (const notice of notices) view.show(notice);
    return { ...written };
  };
}
