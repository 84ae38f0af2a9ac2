import type { ChildProcess } from "node:child_process";
import type { Clock } from "../../../clock.ts";
import type { Processes } from "../sink.ts";

/** The commands that run, each the leader of a process group, so that what they start ends with them. */
export class ProcessGroups {
  readonly #processes: Processes;
  readonly #clock: Clock;
  readonly #leaders = new Set<number>();
  readonly #forgetExit: () => void;

  constructor({ processes, clock }: { processes: Processes; clock: Clock }) {
    this.#processes = processes;
    this.#clock = clock;
    // One for all: Node warns of many listeners.
    this.#forgetExit = processes.atExit(() => {
      for (const leader of this.#leaders) processes.signal(leader, "SIGKILL");
    });
  }

  /** Of a child that leads a group. One that did not start has none. */
  add({ pid }: ChildProcess): ProcessGroup {
    if (pid !== undefined) this.#leaders.add(pid);
    return new ProcessGroup(pid, {
      processes: this.#processes,
      clock: this.#clock,
      forget: () => pid !== undefined && this.#leaders.delete(pid),
    });
  }

  close(): void {
    this.#forgetExit();
  }
}

/** How long it has after SIGTERM. */
const graceMs = 2_000;

/** A command with what it started. From its release on, nothing ends it any more. */
export class ProcessGroup {
  readonly #leader: number | undefined;
  readonly #surroundings: GroupSurroundings;
  readonly #left = new AbortController();
  #ending: Promise<void> | undefined;

  constructor(leader: number | undefined, surroundings: GroupSurroundings) {
    this.#leader = leader;
    this.#surroundings = surroundings;
  }

  /** Asks all of it to end, and makes it end 2 s later. */
  end(): void {
    if (this.#leader !== undefined) this.#ending ??= this.#end(this.#leader);
  }

  /**
   * To be called once its leader ended: where it was asked to end, resolves when nothing of it is left. `closed`: its
   * output, which whoever is left of it may hold open.
   */
  async release(closed: Promise<void>): Promise<void> {
    if (this.#ending !== undefined) await this.#untilGone(this.#ending, closed);
    this.#surroundings.forget();
  }

  async #end(leader: number): Promise<void> {
    const { processes, clock } = this.#surroundings;
    processes.signal(leader, "SIGTERM");
    await clock.sleep(graceMs, this.#left.signal);
    if (!this.#left.signal.aborted) processes.signal(leader, "SIGKILL");
  }

  async #untilGone(ending: Promise<void>, closed: Promise<void>): Promise<void> {
    if (this.#isGone()) this.#left.abort();
    await Promise.race([ending, closed]);
    if (this.#isGone()) this.#left.abort();
    await ending;
  }

  #isGone(): boolean {
    return this.#leader === undefined || !this.#surroundings.processes.isAlive(-this.#leader);
  }
}

interface GroupSurroundings {
  processes: Processes;
  clock: Clock;
  forget(): void;
}
