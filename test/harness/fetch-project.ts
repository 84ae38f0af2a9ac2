import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Released, TunnelSettings } from "../../src/tunnel/index.ts";
import { installStandIn, type StandIn } from "./cloudflared.ts";
import type { Project } from "./project.ts";
import { githubCertificate } from "./release-server.ts";
import { tunnelEnvironment, tunnelProject } from "./tunnel-project.ts";

/** A project on whose machine there is no cloudflared, and which is told of another release than the real one. */
export interface FetchProject extends Project {
  standIn: StandIn;
  /** The program that is released: the stand-in. */
  content: Buffer;
  /** Where it is to lie. */
  program: string;
  /** What lies where it is kept, with what lies in its folders. */
  cached(): Promise<string[]>;
}

const padded = 3 * 1024 * 1024;

/** `content` makes another release of the stand-in's file, `settings` say otherwise what is expected of it. */
export async function fetchProject({
  content: changed = (file: Buffer) => file,
  settings = {} as Partial<TunnelSettings>,
} = {}): Promise<FetchProject> {
  const standIn = await installStandIn();
  const content = changed(padTo(padded, await readFile(standIn.file)));
  const released = { ...releaseOf(content), ...settings.released };
  const folder = join(standIn.folder, "PATH without cloudflared");
  await mkdir(folder);
  await Promise.all([symlink(process.execPath, join(folder, "node")), symlink("/bin/sh", join(folder, "sh"))]);
  const project = await tunnelProject({ ...standIn, folder }, { ...settings, released });
  const cache = join(project.env["XDG_CACHE_HOME"] ?? "", "appdirect-hooks", "cloudflared");
  const ours = { PATH: folder, NODE_EXTRA_CA_CERTS: githubCertificate };
  const tunnels = tunnelEnvironment(project, { ...standIn, folder }, { ...settings, released });
  return {
    ...project,
    env: { ...project.env, ...tunnels, ...ours },
    standIn,
    content,
    program: join(cache, "cloudflared"),
    start: (args, options) => project.start(args, { ...options, env: { ...ours, ...options?.env } }),
    run: (args, options) => project.run(args, { ...options, env: { ...ours, ...options?.env } }),
    cached: () => readdir(cache, { recursive: true }).catch(() => []),
  };
}

/** What would be said of this file if it were released. */
function releaseOf(content: Buffer): Released {
  return { version: "2026.8.2", bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") };
}

/** The shell has gone to another program before it reads any of that. */
function padTo(bytes: number, script: Buffer): Buffer {
  return Buffer.concat([script, Buffer.alloc(bytes - script.length, "#")]);
}
