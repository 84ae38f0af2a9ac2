import { expect, test } from "vitest";
import { noChecks, withCheckLine } from "../../../../src/tunnel/cloudflared/trial/network-checks.ts";

const known = (...lines: string[]) => lines.reduce(withCheckLine, noChecks);
const dns = { component: "DNS Resolution", target: "region1.v2.argotunnel.com", status: "fail", details: "no answer" };

test.each([
  ["a box", "|  DNS Resolution    region1.v2.argotunnel.com  FAIL    no answer    |"],
  ["a table", "DNS Resolution  region1.v2.argotunnel.com  FAIL  no answer"],
  [
    "facts",
    'precheck component="DNS Resolution" details="no answer" run_id=7 status=fail target=region1.v2.argotunnel.com',
  ],
])("a line of %s is a check", (_, line) => {
  expect(known(line).checks).toMatchObject([dns]);
});

test("what is no check is none, and a state that nobody knows is unknown", () => {
  const heading = "|  COMPONENT         TARGET                     STATUS  DETAILS   |";
  expect(known(heading, "+-----+", "Registered tunnel connection connIndex=0 status=pass")).toEqual(noChecks);
  expect(known("precheck component=x target=y status=odd details=z").checks[0]?.status).toBe("unknown");
});

test("what must be done is kept, and the summary ends it", () => {
  const error = "|  ERROR: Allow outbound TCP on port 7844.      |";
  const warning = "WARNING: Allow outbound QUIC traffic on port 7844 or use HTTP2.";
  expect(known(error, warning)).toMatchObject({
    advice: ["Allow outbound TCP on port 7844.", "Allow outbound QUIC traffic on port 7844 or use HTTP2."],
    isWhole: false,
  });
  expect(known("|  SUMMARY: Environment is healthy.  |").isWhole).toBe(true);
  expect(known("precheck complete hard_fail=false suggested_protocol=quic").isWhole).toBe(true);
});
