import { redactText, toldWithoutSecrets } from "../../authentication/index.ts";
import type { HooksError } from "../../errors.ts";
import { issueSentence, validatePayload, type Issue } from "../../events/index.ts";
import { readDocument, type DocumentContent, type DocumentMistake } from "../../fixtures/index.ts";
import type { SelectedDocument } from "../../fixtures/selection/index.ts";
import type { CheckedDocument, PlacedIssue } from "../../output/index.ts";
import { positionsIn, type Position } from "./positions.ts";

/** A document of which nothing can be said. */
export interface SkippedDocument {
  error: HooksError;
}

/** Past so many issues of a document nobody reads on. */
const most = 100;

/** Compares a document with what AppDirect documents. */
export async function checkDocument(
  document: SelectedDocument,
  { strict }: { strict: boolean },
): Promise<CheckedDocument | SkippedDocument> {
  const content = readDocument(document.bytes, document.name);
  if (content.kind === "skipped") return { error: content.error };
  const { name, source, file } = document;
  const about = { name, source, ...(file !== undefined && { file }) };
  const event = content.event === undefined ? {} : { event: content.event };
  if (content.kind !== "payload")
    return { ...about, ...event, valid: false, issues: [mistakeIssue(content, document)], isCut: false };
  const { valid, issues, isCut } = validatePayload(content.payload, { strict, most, ...toldWithoutSecrets });
  const placed = await placedIssues(withListAdvice(issues, content), content, document);
  return { ...about, ...event, valid, issues: placed, isCut };
}

function mistakeIssue(
  { kind, found, documented, advice, line, column }: DocumentMistake,
  document: SelectedDocument,
): PlacedIssue {
  const issue = { severity: "error" as const, path: "", found, documented, ...(advice !== undefined && { advice }) };
  const place = line === undefined ? {} : placeInSource({ line, column: column ?? 1 }, document);
  return told({ ...issue, kind: "no webhook" }, place, kind);
}

type PayloadContent = Extract<DocumentContent, { kind: "payload" }>;

function withListAdvice(issues: readonly Issue[], { payload }: PayloadContent): Issue[] {
  if (!Array.isArray(payload)) return [...issues];
  const advice = "Write each payload as a separate object, one per line, for example with jq -c '.[]'.";
  return issues.map((issue) => ({ advice, ...issue }));
}

async function placedIssues(
  issues: readonly Issue[],
  { text, below }: PayloadContent,
  document: SelectedDocument,
): Promise<PlacedIssue[]> {
  const placeOf = text === undefined || issues.length === 0 ? undefined : await positionsIn(text, below);
  return issues.map((issue) => {
    const place = placeOf?.(issue.path);
    return told(issue, place === undefined ? {} : placeInSource(place, document));
  });
}

function placeInSource({ line, column }: Position, { firstLine, firstColumn = 1 }: SelectedDocument): Position {
  return { line: line + firstLine - 1, column: line === 1 ? column + firstColumn - 1 : column };
}

/** A path is as long as its names are. */
const longestPath = 300;
/** A name that is a secret is told by its shape only as a whole. */
const longestSecret = 10_000;

/** A value may be a secret by its shape, whatever its field is called, and so may a name. */
function told(issue: Issue, place: Partial<Position>, kind: PlacedIssue["kind"] = issue.kind): PlacedIssue {
  const { path, advice } = issue;
  const shown = {
    ...issue,
    path: shownPath(path),
    found: redactText(issue.found),
    ...(advice !== undefined && { advice: redactText(advice) }),
  };
  return { ...shown, kind, ...place, message: issueSentence(shown) };
}

function shownPath(path: string): string {
  const shown = redactText(path.slice(0, longestSecret));
  return shown.length > longestPath ? `${shown.slice(0, longestPath).replace(/[\ud800-\udbff]$/, "")}…` : shown;
}
