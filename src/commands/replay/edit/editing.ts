import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Target } from "../../../delivery/index.ts";
import { HooksError, systemCode } from "../../../errors.ts";
import { editableText, editedFixture, meets, type Criteria, type Fixture } from "../../../fixtures/index.ts";
import { createTheme, replayRemark } from "../../../output/index.ts";
import type { Replayable, ReplayOptions } from "../../../sessions/index.ts";
import type { CommandContext } from "../../command.ts";
import { emptied, endedBadly, notSent, removed, notSentAsEdited, tooManyToEdit } from "../../sentences/editing.ts";
import { chosenEditor, openIn, type Editor } from "./editor.ts";
import { writePrivateFile } from "./private-file.ts";

export interface EditingOptions {
  criteria: Criteria;
  targets: readonly Target[];
  /** How many fixtures, where that is known. */
  count?: number | undefined;
}

/** More than these are not meant: whoever has a folder of them changes them with `--set`. */
const most = 20;

/** Throws `HooksError` USAGE for too many, INPUT_NEEDED where there is no editor. */
export function startEditing(options: EditingOptions, context: CommandContext): Editing {
  const editor = chosenEditor(context);
  if (options.count !== undefined && options.count > most) throw tooManyToEdit(options.count, most);
  return new Editing(editor, options, context);
}

/** Opens each event in an editor before it is sent: those that are meant, one after another. */
export class Editing {
  /** How many were changed. */
  changed = 0;
  readonly #editor: Editor;
  readonly #options: EditingOptions;
  readonly #context: CommandContext;
  #isOpen = false;
  #unsaid: (() => void)[] = [];

  constructor(editor: Editor, options: EditingOptions, context: CommandContext) {
    this.#editor = editor;
    this.#options = options;
    this.#context = context;
  }

  /** Those that meet the criteria, as they were edited: what changed need not meet them any more. */
  async *all(replayables: ReplayOptions["fixtures"]): AsyncGenerator<Replayable> {
    for await (const replayable of replayables) {
      const edited = await readable(() => this.#edited(replayable));
      if (edited !== undefined) yield { ...replayable, load: () => toPromise(edited) };
    }
  }

  /** Says it now, or once the editor has given back the terminal. */
  whenClosed(say: () => void): void {
    if (this.#isOpen) this.#unsaid.push(say);
    else say();
  }

  async #edited(replayable: Replayable): Promise<Fixture | undefined> {
    const { criteria, targets } = this.#options;
    const fixture = await replayable.load();
    if (!meets(fixture, criteria)) return undefined;
    if (!(replayable.targets ?? targets).some(({ patterns }) => patterns.matches(fixture.event))) return fixture;
    const edited = await this.#inEditor(fixture, replayable);
    if (edited !== fixture) this.changed += 1;
    return edited;
  }

  async #inEditor(fixture: Fixture, { name, file }: Replayable): Promise<Fixture> {
    const { host } = this.#context;
    const text = await writePrivateFile(tellingName(file ?? `${fixture.event}.json`), editableText(fixture), host);
    try {
      for (;;) {
        await this.#open(text.path, name);
        const bytes = await leftIn(text.path, name);
        if (bytes.toString().trim() === "") throw notSent(name, emptied);
        const edited = await readable(() => editedFixture(fixture, bytes, `The edited ${name}`));
        if (!(edited instanceof HooksError)) return edited;
        await this.#askWhetherAgain(edited, name);
      }
    } finally {
      text.remove();
    }
  }

  /** Throws `HooksError` where it is not to be sent. */
  async #open(path: string, name: string): Promise<void> {
    this.#isOpen = true;
    try {
      const end = await openIn(this.#editor, path, this.#context);
      if (end !== 0) throw notSent(name, endedBadly(end));
    } finally {
      this.#isOpen = false;
      for (const say of this.#unsaid.splice(0)) say();
    }
  }

  /** Returns where it is to be opened again. Throws `HooksError` where it is not, or nobody can be asked. */
  async #askWhetherAgain(mistake: HooksError, name: string): Promise<void> {
    const { terminal, host } = this.#context;
    const { message } = mistake;
    if (!terminal.canAsk) throw notSentAsEdited(message);
    const theme = await createTheme(terminal.errLevel);
    terminal.fail(replayRemark({ kind: "unreadable", name, message }, theme, terminal.errWidth));
    this.#isOpen = true;
    const answer = await terminal.askWhether("Edit again?", host.interruption());
    this.#isOpen = false;
    if (answer === true) return;
    if (answer === undefined && !host.interruption().aborted) host.interrupt(); // left by Ctrl-C
    throw notSent(name, undefined);
  }
}

/** Throws `HooksError` where the editor, or somebody in it, removed the file or put something else in its place. */
async function leftIn(path: string, name: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    throw notSent(name, removed);
  }
}

/** What is wrong with one event stops none of the others. */
async function readable<Value>(read: () => Value | Promise<Value>): Promise<Value | HooksError> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof HooksError && cause.code === "UNREADABLE_FIXTURE") return cause;
    throw cause;
  }
}

function toPromise<Value>(value: Value | HooksError): Promise<Value> {
  return value instanceof HooksError ? Promise.reject(value) : Promise.resolve(value);
}

/** Some editors show it, and know by its end how to colour it. */
function tellingName(name: string): string {
  return basename(name)
    .replaceAll(/[^\w.-]/g, "_")
    .replace(/(?:\.json)?$/, ".json");
}
