import { isObject, type ReceivedEvent } from "../../../events/index.ts";

const longest = 200;

/**
 * The webhook's uuid as it came, for programs that look for their event: also one that can stand in no file name, and so
 * tells no repeat. What is longer than 200 characters is left out.
 */
export function toldUuid({ parsed }: ReceivedEvent): string | undefined {
  const uuid = parsed !== false && isObject(parsed.payload) ? parsed.payload["uuid"] : undefined;
  return typeof uuid === "string" && uuid !== "" && uuid.length <= longest ? uuid : undefined;
}
