import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../bin/appdirect-hooks.js", import.meta.url));
const events = 6;

/** What `listen` writes into a terminal of so many columns while a purchase arrives, as text with its colours. */
export async function recordPurchase(columns) {
  const project = await mkdtemp(join(tmpdir(), "appdirect-hooks-pictures-"));
  const handler = await startHandler();
  const surroundings = { ...process.env, HOME: project, XDG_STATE_HOME: join(project, ".state"), TERM: "xterm" };
  delete surroundings.CI;
  const typed = `stty cols ${columns} rows 50; exec node '${program}' listen --no-tunnel --forward-to localhost:${handler.port}/hooks --count ${events}`;
  const listening = spawn("script", ["-qec", typed, "/dev/null"], { cwd: project, env: surroundings });
  let shown = "";
  listening.stdout.setEncoding("utf8").on("data", (text) => (shown += text));
  const ended = once(listening, "exit");
  const [, url] = await until(() => /listening[^h]*(http:\/\/127\.0\.0\.1:\d+\/)/.exec(shown));
  await until(() => shown.includes("Keys:"));
  const sending = [
    program,
    "generate",
    "--scenario",
    "purchase",
    "--seed",
    "7",
    "--at",
    "2026-01-15T09:00:00Z",
    "--to",
    url,
  ];
  await once(spawn("node", sending, { cwd: project, env: surroundings, stdio: "ignore" }), "exit");
  await ended;
  handler.close();
  await rm(project, { recursive: true, force: true });
  return shown
    .replaceAll(/node \S*appdirect-hooks\.js/g, "npx appdirect-hooks")
    .replaceAll(`:${handler.port}/`, ":3000/")
    .replaceAll(new URL(url).port, "4747");
}

/** Accepts everything but the fifth event, of which it says why. */
async function startHandler() {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      count += 1;
      if (count === 5) return response.writeHead(500).end('{"error":"unknown plan"}');
      response.end("ok");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: server.address().port, close: () => server.close() };
}

async function until(found) {
  for (;;) {
    const result = found();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
