import type { AlterationDoubt } from "../fixtures/index.ts";

/** What a session goes on after and somebody should know; `output` has the words. */
export type Warning =
  /** A recording would get into a commit: customers' data. */
  | { about: "tracked by git"; file: string }
  | { about: "folder unwritable"; reason: string }
  /** An earlier run was cut off, as by a power cut, before these recordings had their files. */
  | { about: "recovered"; files: readonly string[] }
  /** Nothing is asked of who posts, and more than this machine reaches these: host and port, an address of one's own. */
  | { about: "open to others"; places: readonly string[] }
  /** Events waited on disk for this target, or are sent again from there, and so it gets them without what was redacted there. */
  | { about: "left out"; target: string; places: readonly string[]; isResent: boolean }
  /** So many deliveries wait that those of new events are left to `replay --failed`; this target is the first to miss one. */
  | { about: "left on disk"; target: string; waiting: number }
  /** Fields are redacted in the recording because of their name or shape. */
  | { about: "secrets redacted"; places: readonly string[] }
  /** Two deliveries in a row were cut off right after their events were recorded in this folder. */
  | { about: "handler restarts"; target: string; fixtures: string }
  /** So many notices from before the session was ready were not kept until it was. */
  | { about: "not shown"; notices: number }
  /** So many notices came while a question was on the screen that these were not kept until it was answered. */
  | { about: "not shown at a question"; notices: number }
  /** Lines were left out of what is shown: nobody read them in time, and only so much is kept for whoever reads. */
  | { about: "output unread"; lines: number }
  /** A call was answered 500, or an event that was recorded was not shown and forwarded. */
  | { about: "defect"; cause: unknown }
  /** A connection was not taken. */
  | { about: "not connected"; cause: Error }
  | { about: "journal unwritable"; of: "session" | "run"; cause: Error }
  /** A change may not be what was meant: what was said of its path, or of what is fresh, was in no payload of a replay. */
  | AlterationDoubt;
