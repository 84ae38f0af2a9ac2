import { setFlagsFromString } from "node:v8";

/**
 * Has V8 wait longer before it compiles undici's parser of answers once more, as V8 does by itself from Node 24 on. Node 20
 * and 22 would begin with the first answer: 30 MB and a quarter of a second of a processor, for which the end of a process
 * waits. For the whole process; to be called before the first connection. Node 20, 22 and 24 know the flag.
 */
export function compileParserLater(): void {
  setFlagsFromString("--wasm-tiering-budget=13000000");
}
