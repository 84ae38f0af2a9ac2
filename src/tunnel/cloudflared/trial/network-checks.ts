/** What cloudflared tells of the network, of one thing that it needs. Source: prechecks/result.go in cloudflare/cloudflared. */
export interface NetworkCheck {
  /** `DNS Resolution`, `UDP Connectivity`, `TCP Connectivity`, `Cloudflare API` */
  component: string;
  /** `region1.v2.argotunnel.com` */
  target: string;
  status: "pass" | "fail" | "skip" | "unknown";
  details: string;
}

/** What is known of the checks after some lines. */
export interface NetworkChecks {
  checks: readonly NetworkCheck[];
  /** What it says must be done. */
  advice: readonly string[];
  /** Whether all was told. */
  isWhole: boolean;
}

export const noChecks: NetworkChecks = { checks: [], advice: [], isWhole: false };

/** What is known after one more line: of the table, in a box or not, or of the form that programs read. */
export function withCheckLine(known: NetworkChecks, line: string): NetworkChecks {
  const text = line.replace(/^\|\s*|\s*\|$/g, "").trim();
  if (/^SUMMARY: |^precheck complete\b/.test(text)) return { ...known, isWhole: true };
  const [, advice] = /^(?:ERROR|WARNING): (.*)$/.exec(text) ?? [];
  if (advice !== undefined) return { ...known, advice: [...known.advice, advice].slice(-most) };
  const check = checkInTable(text) ?? checkInFacts(text);
  return check === undefined ? known : { ...known, checks: [...known.checks, check].slice(-most) };
}

/** It tells eight. */
const most = 100;

/** `DNS Resolution  region1.v2.argotunnel.com  PASS  DNS Resolved successfully` */
function checkInTable(text: string): NetworkCheck | undefined {
  const [component = "", target = "", status = "", details = ""] = text.split(/\s{2,}/);
  return /^(?:PASS|FAIL|SKIP|UNKNOWN)$/.test(status) ? checkOf({ component, target, status, details }) : undefined;
}

/** `precheck component="DNS Resolution" target=region1.v2.argotunnel.com status=pass details="…"` */
function checkInFacts(text: string): NetworkCheck | undefined {
  if (!text.startsWith("precheck ")) return undefined;
  const facts = Array.from(text.matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|(\S+))/g), ([, name = "", quoted, plain]) => [
    name,
    quoted ?? plain ?? "",
  ]);
  const { component = "", target = "", status = "", details = "" } = Object.fromEntries(facts);
  return component === "" ? undefined : checkOf({ component, target, status, details });
}

function checkOf(found: Record<"component" | "target" | "status" | "details", string>): NetworkCheck {
  const status = (["pass", "fail", "skip"] as const).find((one) => one === found.status.toLowerCase());
  return { ...found, status: status ?? "unknown" };
}
