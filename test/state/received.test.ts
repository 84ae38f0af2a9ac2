import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { journalForm, receivedIn, type ProjectState } from "../../src/state/index.ts";
import { collect } from "../harness/collect.ts";
import { statePlace } from "../harness/state-place.ts";

const start = (form = journalForm) => ({
  type: "start",
  form,
  at: "",
  command: "listen",
  fixtures: "/shop",
  targets: [],
});
const received = (uuid: string | undefined, file?: string) => ({
  type: "received",
  at: "",
  event: "a",
  uuid,
  file,
  targets: [],
});
const delivery = { type: "delivery", at: "", event: "a", uuid: "d", file: "/shop/a/d.json", delivered: true, ms: 1 };

/** Written in this minute. */
async function journal(place: ProjectState, minute: number, lines: object[], end = ""): Promise<string> {
  const folder = join(place.folder, "journal");
  await mkdir(folder, { recursive: true });
  const file = join(folder, `2026112${minute}-1-listen.ndjson`);
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join("") + end);
  await utimes(file, minute * 60, minute * 60);
  return file;
}

test("what was recorded in the folder is told, the latest first, across journals", async () => {
  const place = await statePlace();
  await journal(place, 1, [start(), received("1", "/shop/a/1.json"), received("2", "/shop/a/2.json")]);
  const others = [
    received("4", "/shops/a/4.json"),
    received("8", "/shop/../other/a/8.json"),
    received("5"),
    received(undefined, "/shop/a/6.json"),
    delivery,
  ];
  await journal(place, 2, [start(), received("3", "/shop/a/3.json"), ...others], '{"type":"received","uuid":"7');
  expect(await collect(receivedIn(place, "/shop"))).toEqual([
    { uuid: "3", file: "/shop/a/3.json" },
    { uuid: "2", file: "/shop/a/2.json" },
    { uuid: "1", file: "/shop/a/1.json" },
  ]);
});

test("a long journal is read from its end, whole lines whatever their length, and characters of several bytes", async () => {
  const place = await statePlace();
  const long = (number: number) =>
    `/shop/ä/${"ü".repeat(number % 97)}${"x".repeat(number % 7 === 0 ? 70_000 : 0)}${number}.json`;
  const numbers = Array.from({ length: 300 }, (_, number) => number);
  await journal(place, 1, [start(), ...numbers.map((number) => received(`${number}`, long(number)))]);
  const told = await collect(receivedIn(place, "/shop"));
  expect(told).toEqual(numbers.toReversed().map((number) => ({ uuid: `${number}`, file: long(number) })));
});

test("a journal of another form, one that is a folder and one without lines are passed over", async () => {
  const place = await statePlace();
  await journal(place, 1, [start(), received("1", "/shop/a/1.json")]);
  await journal(place, 2, [start(journalForm + 1), received("2", "/shop/a/2.json")]);
  await journal(place, 3, [], "x".repeat(3_000_000));
  await mkdir(join(place.folder, "journal", "4-1-listen.ndjson"));
  expect(await collect(receivedIn(place, "/shop"))).toEqual([{ uuid: "1", file: "/shop/a/1.json" }]);
  expect(await collect(receivedIn(await statePlace(), "/shop"))).toEqual([]);
});
