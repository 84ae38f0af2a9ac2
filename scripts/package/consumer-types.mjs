// Compiles a program that uses the library, and the examples in TypeScript of docs/library.md, with nothing beside it but the package and Node's types: a type of a library
// that we bundle would not be found there. Usage: node scripts/package/consumer-types.mjs <tarball>
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const tarball = resolve(process.argv[2]);
const compiler = resolve("node_modules/typescript/bin/tsc");
const folder = mkdtempSync(join(tmpdir(), "appdirect-hooks-types-"));
const modules = join(folder, "node_modules");
const installed = join(modules, "appdirect-hooks");

const program = `import * as library from "appdirect-hooks";
export const names: (keyof typeof library)[] = [];
// @ts-expect-error: if this import passed, the library would have no types at all
import { thereIsNoSuchExport } from "appdirect-hooks";
import type { AppDirectEvent, EventName, JsonObject, OrderContent, ScenarioName, UnknownEvent } from "appdirect-hooks";
import { isDocumented, loadFixture, sample, scenario, validate } from "appdirect-hooks";

export const lines: number = sample("order.changed").resource.content.orderLines.length;
export const status: string = sample("subscription.changed", { at: "2h", seed: 1 }).resource.content.status;
export const first: AppDirectEvent = sample("order.*");
export const asJson: JsonObject = sample("order");
// @ts-expect-error: an order has no such field
export const wrongField = sample("order.changed").resource.content.orderLine;
// @ts-expect-error: there is no such event
export const wrongName: EventName = "order.chnged";
// @ts-expect-error: there is no such event
export const wrongSample = sample("order.chnged");
// @ts-expect-error: there is no such scenario
export const wrongScenario = scenario("purchse");
export const rightScenario: ScenarioName = "purchase";
// @ts-expect-error: there is no such option
export const wrongOption = sample("order.changed", { sed: 1 });
// @ts-expect-error: a seed is a number
export const wrongSeed = sample("order.changed", { seed: "7" });

export function orderOf(payload: unknown): OrderContent | undefined {
  const { event } = validate(payload);
  if (event?.resource.type !== "ORDER") return undefined;
  const content: OrderContent | null | undefined = event.resource.content;
  // @ts-expect-error: it may have been removed
  const ofAny: OrderContent = event.resource.content;
  return event.resourceAction === "ADDED" ? event.resource.content : (content ?? undefined);
}

export async function addedOrder(): Promise<OrderContent | undefined> {
  for (const event of await scenario("purchase")) {
    // @ts-expect-error: it may be any event
    const ofAny = event.resource.content.orderLines;
    if (event.resource.type === "ORDER" && event.resourceAction === "ADDED") return event.resource.content;
  }
  return undefined;
}

export async function loadedType(): Promise<AppDirectEvent["resource"]["type"] | undefined> {
  const { payload } = await loadFixture("fixture.json");
  // @ts-expect-error: it may be any JSON
  const ofAny = payload.resource;
  if (isDocumented(payload)) return payload.resource.type;
  const unknown: UnknownEvent = payload;
  return unknown === null ? undefined : undefined;
}
`;
const options = [
  "--module",
  "nodenext",
  "--types",
  "node",
  "--strict",
  "--skipLibCheck",
  "false",
  "--noEmit",
  "--target",
  "es2023",
];

try {
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed]);
  for (const name of ["@types/node", "undici-types"]) {
    cpSync(resolve("node_modules", name), join(modules, name), { recursive: true });
  }
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
  writeFileSync(join(folder, "program.ts"), program);
  const examples = examplesOf("docs/library.md");
  for (const [index, example] of examples.entries()) writeFileSync(join(folder, `readme-${index}.ts`), example);
  const files = ["program.ts", ...examples.map((_, index) => `readme-${index}.ts`)];
  execFileSync(process.execPath, [compiler, ...options, ...files], { cwd: folder, stdio: "inherit" });
  console.log("The types hold at a user's.");
} catch (cause) {
  console.error(`✖ The types do not hold at a user's: ${cause.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function examplesOf(page) {
  const examples = [...readFileSync(page, "utf8").matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text]) => text);
  if (examples.length === 0) throw new Error(`${page} has no example in TypeScript.`);
  return examples;
}
