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
  const said: Notice[] = [];
  let server = { local: "", port: 0 };
  const watchers = new Set<() => void>();
  const interruption = new AbortController();
  const view = {
    show(notice: Notice) {
      if (notice.kind === "listening") server = notice;
      if (notice.kind === "listening" || notice.kind === "taken") return; // no view shows them
      said.push(notice);
      for (const look of watchers) look();
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
  const notices = <Kind extends Notice["kind"]>(kind: Kind) => said.filter((one) => isOf(kind, one));
  const end = async () => {
    interruption.abort();
    let isOver = false;
    void session.ended.finally(() => (isOver = true));
    while (!isOver) await clock.advance(2_000);
    return { result: await session.ended, notice: notices("end")[0] };
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
    said,
    notices,
    until: (kind, count = 1) =>
      new Promise((resolve) => {
        const look = () => {
          if (notices(kind).length < count) return;
          watchers.delete(look);
          resolve(notices(kind));
        };
        watchers.add(look);
        look();
      }),
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

function isOf<Kind extends Notice["kind"]>(kind: Kind, notice: Notice): notice is NoticeOf<Kind> {
  return notice.kind === kind;
}
