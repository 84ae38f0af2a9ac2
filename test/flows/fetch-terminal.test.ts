import { expect, test } from "vitest";
import { fetchProject, type FetchProject } from "../harness/fetch-project.ts";
import { inPieces, startReleaseServer, whole } from "../harness/release-server.ts";
import { hasTmux, openTerminal, type TerminalWindow } from "../harness/tmux.ts";

const question = /cloudflared is not installed\. Download version 2026\.8\.2 \(3\.0 MB\) from github\.com into/;

/** In a terminal of its own, with the proxy in its environment. */
async function listenInTerminal(project: FetchProject, proxy: string): Promise<TerminalWindow> {
  const env = { ...project.env, HTTPS_PROXY: proxy };
  const window = await openTerminal({ ...project, env }, { columns: 200 });
  await window.type(`${project.typed} listen --port 0; echo "ended with $?"`);
  await window.press("Enter");
  await window.until(question);
  return window;
}

test.skipIf(!hasTmux)("in a terminal it asks once, shows how far it is, and goes on to the address", async () => {
  const project = await fetchProject();
  const slow = inPieces(project.content, 3);
  const { proxy, untilAsked } = await startReleaseServer({ answer: slow.answer });
  const window = await listenInTerminal(project, proxy);
  await window.type("y");
  await window.press("Enter");
  await untilAsked();
  slow.next();
  await window.until(/Downloading cloudflared 2026\.8\.2: 1\.0 of 3\.0 MB/);
  slow.next();
  slow.next();
  await window.until(/✓ cloudflared 2026\.8\.2 is installed: 3\.0 MB in \S+ m?s, checked/);
  await window.until(/trycloudflare\.com\/h\//);
  expect(await project.cached()).toEqual(["cloudflared"]);
  await window.press("C-c");
  await window.until(/ended with 0/);
});

test.skipIf(!hasTmux)("the answer no, and a Ctrl-C instead of one, fetch nothing", async () => {
  const project = await fetchProject();
  const { proxy, connects } = await startReleaseServer({ answer: whole(project.content) });
  const window = await listenInTerminal(project, proxy);
  await window.type("n");
  await window.press("Enter");
  await window.until(/To download and verify it:\s+.* listen --yes\n(?:.*\n)*ended with 3/);
  const another = await listenInTerminal(project, proxy);
  await another.press("C-c");
  await another.until(/ended with 0/);
  expect([connects, await project.cached()]).toEqual([[], []]);
});
