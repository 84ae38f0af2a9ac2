import { createPrompt, isEnterKey, makeTheme, useEffect, useKeypress, usePrefix, useState } from "@inquirer/core";
import type { Answer, Question } from "./question.ts";

const escape = "\u001b";
const controlC = "\u0003";

/**
 * A line of text that can be edited and is asked for until it is accepted; Ctrl-D on an empty line leaves it as Esc does.
 * Ctrl-C and the signal may reject, as with every prompt of the library. Its own `input` has no text to begin with that
 * can be deleted as a whole: it takes that for the answer then.
 */
export const editLine = createPrompt<Answer, Question>(({ message, text: before, refusal }, done) => {
  const theme = makeTheme({});
  const [status, setStatus] = useState<"idle" | "done">("idle");
  const [text, setText] = useState(before);
  const [refused, setRefused] = useState<string>();
  const prefix = usePrefix({ status, theme });
  useEffect((line) => {
    line.write(before);
    const leave = () => done({ leftBy: "Esc" });
    // By itself, because readline waits half a second for more of an escape sequence, and takes both keys for one.
    const leaveAtEscape = (chunk: Buffer | string) => {
      const keys = chunk.toString();
      if (keys === escape) leave();
      if (keys === escape + controlC) done({ leftBy: "Ctrl-C" });
    };
    line.input.on("data", leaveAtEscape);
    line.on("close", leave);
    return () => {
      line.input.removeListener("data", leaveAtEscape);
      line.removeListener("close", leave);
    };
  }, []);
  useKeypress((key, line) => {
    if (!isEnterKey(key)) {
      setText(line.line);
      return setRefused(undefined);
    }
    const why = refusal(text);
    if (why === undefined) {
      setStatus("done");
      return done({ text });
    }
    line.write(text); // Enter has taken it away
    setRefused(why);
  });
  const shown = status === "done" ? theme.style.answer(text) : text;
  const below = refused === undefined ? "" : theme.style.error(refused);
  return [[prefix, theme.style.message(message, status), shown].join(" "), below];
});
