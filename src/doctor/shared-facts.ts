import { HooksError } from "../errors.ts";
import { askVersion, findCloudflared, tryQuickTunnel, type Trial, type VersionAnswer } from "../tunnel/index.ts";
import type { DoctorSurroundings } from "./surroundings.ts";

/** What several checks judge by. Each is found out once, when it is first asked for. */
export interface SharedFacts {
  /** The file of cloudflared, or what is wrong with it. */
  program(): Promise<{ file: string } | { error: HooksError }>;
  /** What that says of itself; undefined where there is none. */
  version(): Promise<VersionAnswer | undefined>;
  /** What came of a quick tunnel, or one sentence about why none was tried. */
  trial(): Promise<{ trial: Trial } | { why: string }>;
}

export function sharedFacts(surroundings: DoctorSurroundings): SharedFacts {
  const program = once(() => findProgram(surroundings));
  const version = once(async () => {
    const found = await program();
    return "file" in found ? askVersion(found.file, surroundings.tunnel, surroundings.signal) : undefined;
  });
  const trial = once(async () => {
    const [found, answer] = [await program(), await version()];
    if (!("file" in found)) return { why: "No cloudflared to try it with." };
    if (answer?.isCloudflareds !== true) return { why: `${found.file} does not work as cloudflared.` };
    return tryIt(found.file, surroundings);
  });
  return { program, version, trial };
}

function once<Value>(find: () => Promise<Value>): () => Promise<Value> {
  let found: Promise<Value> | undefined;
  return () => (found ??= find());
}

async function findProgram({ options, tunnel }: DoctorSurroundings): Promise<{ file: string } | { error: HooksError }> {
  try {
    return { file: await findCloudflared(options.cloudflared?.file, tunnel.machine) };
  } catch (cause) {
    return { error: expected(cause) };
  }
}

async function tryIt(program: string, surroundings: DoctorSurroundings): Promise<{ trial: Trial } | { why: string }> {
  const { settings, tunnel, signal } = surroundings;
  const saidEnough = await surroundings.sayTrial();
  try {
    return { trial: await tryQuickTunnel({ program, settings }, tunnel, signal) };
  } catch (cause) {
    return { why: expected(cause).message };
  } finally {
    saidEnough();
  }
}

function expected(cause: unknown): HooksError {
  if (cause instanceof HooksError) return cause;
  throw cause;
}
