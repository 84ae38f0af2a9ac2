import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { curlCommand, type CurlRequest } from "../../../src/delivery/targets/http/curl.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";

const json = [["content-type", "application/json"]] as const;
const shells = ["/bin/bash", "/bin/sh"].filter((shell) => existsSync(shell));

interface Sent {
  /** `POST /hooks HTTP/1.1`, one character a byte. */
  line: string;
  /** Lower-case name → value, one character a byte. */
  headers: Record<string, string>;
  body: Buffer;
}

/** Runs the printed command in a real shell against a real server, and gives what came there. */
async function run(shell: string, request: Partial<CurlRequest> & { path?: string }, env = {}): Promise<Sent> {
  const server = await startRawServer((socket) => socket.end(answerWith(200)));
  const { path = "/hooks", headers = json, body = Buffer.from("{}"), presented } = request;
  const script = join(await temporaryFolder(), "typed.sh");
  await writeFile(script, curlCommand({ url: `${server.url}${path}`, headers, body, presented }));
  await promisify(execFile)(shell, [script], { env: { PATH: process.env["PATH"], ...env } });
  const [raw = ""] = server.requests;
  const end = raw.indexOf("\r\n\r\n");
  const [line = "", ...headerLines] = raw.slice(0, end).split("\r\n");
  const pairs = headerLines.map((one) => /^([^:]+): ?(.*)$/.exec(one) ?? []);
  return {
    line,
    headers: Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name.toLowerCase(), value])),
    body: Buffer.from(raw.slice(end + 4), "latin1"),
  };
}

const bodies: [string, Buffer][] = [
  ["is empty", Buffer.alloc(0)],
  ["has quotes of both kinds", Buffer.from(`{"a":"it's \\"so\\" $HOME \`id\` $(id) !!"}`)],
  ["has line feeds, at its end too", Buffer.from('{\n  "a": 1\n}\n\n')],
  ["has carriage returns and tabs", Buffer.from('{\r\n\t"a": 1\r\n}')],
  ["begins with @, which would name a file to curl", Buffer.from("@/etc/hostname")],
  ["begins with @ and has a percent sign and a backslash", Buffer.from("@100% \\n \\101")],
  ["is binary", Buffer.from([0, 1, 27, 39, 92, 128, 155, 255, 10])],
  ["has C1 characters and a separator", Buffer.from('{"a":"\u009b2J\u0085\u2028"}')],
  ["begins with a byte order mark", Buffer.from('\uFEFF{"a":1}')],
  ["has text of other scripts", Buffer.from('{"a":"Müller 株式会社 👩‍👧"}')],
  ["is longer than an argument may be", Buffer.from(JSON.stringify({ a: "it's ".repeat(60_000) }))],
  ["is long and binary", Buffer.alloc(300_000, 0xfe)],
];

test.each(shells.flatMap((shell) => bodies.map(([what, body]) => ({ shell, what, body }))))(
  "$shell: a body that $what comes to the handler byte for byte",
  async ({ shell, body }) => {
    const sent = await run(shell, { body });
    expect(sent.body.equals(body)).toBe(true);
    expect(sent.headers["content-length"]).toBe(String(body.length));
  },
);

test.each(shells)("%s: headers come as they are, one without a value too", async (shell) => {
  const { headers } = await run(shell, {
    headers: [
      ...json,
      ["x-quotes", `it's "so" $HOME \`id\` \\n 100%`],
      ["x-empty", ""],
      ["x-utf8", Buffer.from("Müller").toString("latin1")],
      ["x-latin1", "M\u00fcller"],
      ["x-c1", "a\u009b2J"],
    ],
  });
  expect(headers).toMatchObject({
    "content-type": "application/json",
    "x-quotes": `it's "so" $HOME \`id\` \\n 100%`,
    "x-empty": "",
    "x-utf8": "M\u00c3\u00bcller",
    "x-latin1": "M\u00fcller",
    "x-c1": "a\u009b2J",
  });
});

test("a request without a content type gets none", async () => {
  const { headers } = await run("/bin/sh", { headers: [["x-team", "billing"]] });
  expect([headers["content-type"], headers["x-team"]]).toEqual([undefined, "billing"]);
});

test("brackets, braces and bytes in an address are sent as they are", async () => {
  const { line } = await run("/bin/sh", { path: "/hooks?filter[status]={a,b}&c=[1-3]&d=\u009b%27&e='x'" });
  expect(line).toBe("POST /hooks?filter[status]={a,b}&c=[1-3]&d=\u009b%27&e='x' HTTP/1.1");
});

test("secrets come from variables of the shell", async () => {
  const headers = [
    ["x-appdirect-webhook-token", "not this"],
    ["authorization", "not this"],
  ] as const;
  const inShell = '"${APPDIRECT_HOOKS_TOKEN:?}"';
  const presented = [{ name: "x-appdirect-webhook-token", value: "not this", inShell }];
  const env = { APPDIRECT_HOOKS_TOKEN: `it's "so"`, AUTHORIZATION: "Bearer $HOME" };
  expect((await run("/bin/sh", { headers, presented }, env)).headers).toMatchObject({
    "x-appdirect-webhook-token": `it's "so"`,
    authorization: "Bearer $HOME",
  });
});

test("a header's name runs no command, whatever its sender called it", async () => {
  const name = "x-`id`-$(id)-token".replace(/[()]/g, "");
  const { headers } = await run("/bin/sh", { headers: [[name, "secret"]] }, { X__ID___ID_TOKEN: "v" });
  expect(Object.keys(headers)).toContain(name);
});
