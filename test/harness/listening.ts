import { join } from "node:path";
import { onTestFinished } from "vitest";
import { everyEvent } from "../../src/events/index.ts";
import {
  startListening,
  type EndNotice,
  type ListenOptions,
  type ListenResult,
  type ListenSession,
  type Notice,
  type ListenSurroundings,
} from "../../src/sessions/index.ts";
import { seededRandom } from "../../src/random.ts";
import { manualClock, type ManualClock } from "./manual-clock.ts";
import { processes } from "./processes.ts";
import { Said } from "./said.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A session that listens on a port of its own, and what it says. */
export interface Listening {
  session: ListenSession;
  /** Without a slash at its end. */
  url: string;
  /** As it is reached on this machine. */
  local: string;
  port: number;
  /** Of its fixtures. */
  folder: string;
  clock: ManualClock;
  /** As Ctrl-C does. */
  interrupt(): void;
  /** Everything that was said so far, in its order. */
  said: readonly Notice[];
  /** The same of one kind. */
  notices<Kind extends Notice["kind"]>(kind: Kind): NoticeOf<Kind>[];
  /** The same of one kind, once there are so many. */
  until<Kind extends Notice["kind"]>(kind: Kind, count?: number): Promise<NoticeOf<Kind>[]>;
  /** Ends it, with all the time that it needs. */
  end(): Promise<{ result: ListenResult; notice: EndNotice | undefined }>;
}

export type NoticeOf<Kind extends Notice["kind"]> = Extract<Notice, { kind: Kind }>;

/** What is not given: a free port, no authentication, a temporary folder, no targets, a clock that stands still. */
export async function listening(
  different: Partial<ListenOptions> = {},
  around: Partial<ListenSurroundings> & { clock?: ManualClock } = {},
): Promise<Listening> {
  const folder = different.fixtures ?? join(await temporaryFolder(), "fixtures");
  const clock = around.clock ?? manualClock();
  const said = new Said<Notice>();
  let server = { local: "", port: 0 };
  const interruption = new AbortController();
  const view = {
    show(notice: Notice) {
      if (notice.kind === "listening") server = notice;
      if (notice.kind === "listening" || notice.kind === "taken") return; // no view shows them
      said.add(notice);
    },
    close: () => Promise.resolve(),
  };
  const session = await startListening(
    { ...plainOptions, fixtures: folder, ...different },
    {
      env: {},
      processes,
      random: seededRandom(1),
      processId: process.pid,
      isAlive: () => false,
      views: [view],
      signal: interruption.signal,
      ...around,
      clock,
    },
  );
  const end = async () => {
    interruption.abort();
    let isOver = false;
    void session.ended.finally(() => (isOver = true));
    while (!isOver) await clock.advance(2_000);
    return { result: await session.ended, notice: said.notices("end")[0] };
  };
  onTestFinished(async () => void (await end()));
  return {
    session,
    url: session.url.replace(/\/$/, ""),
    local: server.local,
    port: server.port,
    folder,
    clock,
    interrupt: () => interruption.abort(),
    said: said.all,
    notices: (kind) => said.notices(kind),
    until: (kind, count) => said.until(kind, count),
    end,
  };
}

const plainOptions: ListenOptions = {
  host: "127.0.0.1",
  port: 0,
  orFreePort: false,
  authentication: "none",
  credentials: {},
  maxBodyBytes: 5 * 1024 ** 2,
  redact: [],
  targets: [],
  answerWithHandlers: false,
  events: everyEvent,
  timeoutMs: 30_000,
  skipVerify: false,
  ending: {},
};
