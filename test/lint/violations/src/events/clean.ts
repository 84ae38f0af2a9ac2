// breaks nothing
import { createHash } from "node:crypto";
import { HooksError } from "../errors.ts";
import { resources } from "./resources/index.ts";
import { user } from "./resources/user.ts";

/** A date that is given is a value like any other. */
export const dated = (timestampMs: number): Date => new Date(timestampMs);

export const parsed = Date.parse;

export const hashed = (text: string): string => createHash("sha256").update(text).digest("hex");

export function find(name: string): unknown {
  if (name !== user.name) throw new HooksError("USAGE", { message: name });
  return resources;
}
