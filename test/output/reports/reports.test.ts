import { expect, test } from "vitest";
import { githubReport } from "../../../src/output/reports/github.ts";
import { junitReport } from "../../../src/output/reports/junit.ts";
import type { Case } from "../../../src/output/reports/report.ts";

const failing: Case = {
  name: "a,b.json",
  group: "user.added",
  file: "dir/a,b:c.json",
  problems: [
    { severity: "error", title: "x[0]: %", message: "50% <of>\r\nthis & that", line: 3, column: 7 },
    { severity: "note", title: "y", message: "fine, really: yes" },
  ],
};

test("GitHub's annotations escape what would end a property or a line", () => {
  const lines = githubReport().add(failing).split("\n");
  expect(lines).toEqual([
    "::error file=dir/a%2Cb%3Ac.json,line=3,col=7,title=x[0]%3A %25::50%25 <of>%0D%0Athis & that",
    "::notice file=dir/a%2Cb%3Ac.json,title=y::fine, really: yes",
    "",
  ]);
});

test("an annotation without a file says in its title what it is about", () => {
  const problems = [{ severity: "error", title: "payload", message: "no" }] as const;
  const text = githubReport().add({ name: "standard input, line 2", group: "unknown", problems });
  expect(text).toBe("::error title=standard input%2C line 2%3A payload::no\n");
});

test("JUnit's XML has its counts first, a failure for each failing case, and no failure for notes", () => {
  const report = junitReport("appdirect-hooks validate");
  const noted: Case = { name: "c", group: "g", problems: [{ severity: "note", title: "t", message: "m" }] };
  expect([failing, noted, { name: "d", group: "g", problems: [] }].map((one) => report.add(one)).join("")).toBe("");
  expect(report.end().split("\n")).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="appdirect-hooks validate" tests="3" failures="1" errors="0" skipped="0">',
    '  <testsuite name="appdirect-hooks validate" tests="3" failures="1" errors="0" skipped="0">',
    '    <testcase name="a,b.json" classname="user.added" file="dir/a,b:c.json" line="3">',
    '      <failure message="x[0]: %: 50% &lt;of&gt;&#13;&#10;this &amp; that" type="error">3:7 x[0]: %: 50% &lt;of&gt;&#13;',
    "this &amp; that</failure>",
    "      <system-out>y: fine, really: yes</system-out>",
    "    </testcase>",
    '    <testcase name="c" classname="g">',
    "      <system-out>t: m</system-out>",
    "    </testcase>",
    '    <testcase name="d" classname="g"/>',
    "  </testsuite>",
    "</testsuites>",
    "",
  ]);
});

test("characters that XML cannot hold are replaced, those of other planes stay", () => {
  const report = junitReport("s");
  report.add({ name: 'a\u0000\u001b\ud800\uffff"😀', group: "g", problems: [] });
  expect(report.end()).toContain('name="a\uFFFD\uFFFD\uFFFD\uFFFD&quot;😀"');
});

test("JUnit has times in seconds, and what could not be judged is an error", () => {
  const report = junitReport("appdirect-hooks replay");
  const problems = [{ severity: "error", title: "500", message: "no plan" }] as const;
  report.add({ name: "a", group: "g", ms: 1_234.56, problems });
  report.add({ name: "b", group: "g", ms: 12.3, problems: [] });
  report.add({ name: "c", group: "unknown", isUnjudged: true, problems });
  const counts = 'name="appdirect-hooks replay" tests="3" failures="1" errors="1" skipped="0" time="1.247"';
  expect(report.end().split("\n").slice(1)).toEqual([
    `<testsuites ${counts}>`,
    `  <testsuite ${counts}>`,
    '    <testcase name="a" classname="g" time="1.235">',
    '      <failure message="500: no plan" type="error">500: no plan</failure>',
    "    </testcase>",
    '    <testcase name="b" classname="g" time="0.012"/>',
    '    <testcase name="c" classname="unknown">',
    '      <error message="500: no plan" type="error">500: no plan</error>',
    "    </testcase>",
    "  </testsuite>",
    "</testsuites>",
    "",
  ]);
});
