import type { StatusRanges, Target } from "../delivery/index.ts";
import {
  type Assignment,
  isObject,
  parseAssignment,
  parsePath,
  readPatterns,
  readTogether,
  type EventPatterns,
  type Json,
  type PayloadPath,
} from "../events/index.ts";
import { isHeaderValue, isToken } from "../header.ts";
import { Unusable } from "../values/index.ts";
import type { ValueType } from "./option.ts";

// What is of the delivery is imported when such a value is given: most starts have none.

/** `subscription.*,!user`; in JSON a list of such texts too. */
export const patterns: ValueType<EventPatterns> = {
  fromText: readPatterns,
  fromJson: async (json) => readTogether(await Promise.all(textsOf(json).map(readPatterns))),
};

/** `3000`, `order=localhost:3000/hooks`, `command:node handle.js`; in JSON a port is a number. */
export const target: ValueType<Target> = {
  fromText: readTarget,
  fromJson(json) {
    if (typeof json !== "number")
      throw new Unusable("is neither a port nor a target such as order=localhost:3000/hooks");
    return readTarget(String(json));
  },
};

async function readTarget(text: string): Promise<Target> {
  return (await import("../delivery/index.ts")).parseTarget(text);
}

/** The command of `--exec`, as the target that it is. */
export const command: ValueType<Target> = { fromText: (text) => readTarget(`command:${text}`) };

/** `200-299,404`; in JSON a status is a number, and there may be a list of them. */
export const statuses: ValueType<StatusRanges> = {
  fromText: readStatuses,
  fromJson(json) {
    const all = Array.isArray(json) ? json : [json];
    if (!all.every((one) => typeof one === "number" || typeof one === "string"))
      throw new Unusable('is not a list of HTTP statuses such as 404 or "200-299"');
    return readStatuses(all.join(","));
  },
  toText: (ranges) => ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(","),
};

async function readStatuses(text: string): Promise<StatusRanges> {
  return (await import("../delivery/index.ts")).parseStatuses(text);
}

/** `name: value`, as curl takes it. */
export const header: ValueType<Header> = {
  async fromText(given) {
    const colon = given.indexOf(":");
    const name = given.slice(0, Math.max(colon, 0)).trim();
    const value = given.slice(colon + 1).trim();
    if (!isToken(name) || !isHeaderValue(value)) {
      throw new Unusable('is not a header such as "x-team: billing"');
    }
    (await import("../delivery/index.ts")).checkTargetHeaders([[name, value]]);
    return [name, value];
  },
};

type Header = readonly [name: string, value: string];

export const payloadPath: ValueType<PayloadPath> = { fromText: parsePath };

/** A change of a payload: `resource.content.status=CANCELLED`; in JSON `{ "resource.content.status": "CANCELLED" }`. */
export const assignment: ValueType<Assignment> = {
  fromText: parseAssignment,
  fromJson(json) {
    const [entry, ...more] = isObject(json) ? Object.entries(json) : [];
    if (entry === undefined || more.length > 0) throw new Unusable("is not one payload path with its value");
    return { path: parsePath(entry[0]), json: JSON.stringify(entry[1]) };
  },
};

function textsOf(json: Json): string[] {
  if (Array.isArray(json) && json.every((one) => typeof one === "string")) return json;
  throw new Unusable("is neither text nor a list of texts");
}
