import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { removeOldJournals } from "../../src/state/retention.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const now = new Date("2026-11-23T14:00:00.000Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
const target = { kind: "http", text: "http://localhost:3000/", canBeSentToAgain: true, number: 1 };
const line = (type: string, more: object) => `${JSON.stringify({ type, event: "user.added", file: "a", ...more })}\n`;
const owing = line("received", { targets: [target] });
const delivery = line("delivery", { target, delivered: true });

/** These journals, and 19 after them that hold nothing; gives which of the first are left. */
async function leftOf(old: { name: string; text: string; days?: number }[]): Promise<string[]> {
  const folder = join(await temporaryFolder(), "journal");
  await mkdir(folder);
  for (const { name, text, days = 1 } of old) {
    await writeFile(join(folder, `${name}.ndjson`), text);
    await utimes(join(folder, `${name}.ndjson`), daysAgo(days), daysAgo(days));
  }
  for (let number = 10; number < 29; number += 1) await writeFile(join(folder, `z${number}-replay.ndjson`), "");
  await removeOldJournals(folder, now);
  const names = (await readdir(folder)).toSorted();
  expect(names.filter((name) => name.startsWith("z"))).toHaveLength(19);
  return names.filter((name) => !name.startsWith("z")).map((name) => name.replace(".ndjson", ""));
}

test("what owes something is kept beyond the last, with the run that settles some of it", async () => {
  const old = [
    { name: "1-listen", text: owing + line("received", { file: "b", targets: [target] }) },
    { name: "2-replay", text: owing + delivery },
    { name: "3-replay", text: "" },
  ];
  expect(await leftOf(old)).toEqual(["1-listen", "2-replay"]);
});

test("what owes nothing goes, and so does a run that settles nothing that is kept", async () => {
  const old = [
    { name: "1-listen", text: owing + delivery },
    { name: "2-replay", text: owing + delivery },
  ];
  expect(await leftOf(old)).toEqual([]);
});

test("after 7 days it goes all the same", async () => {
  expect(await leftOf([{ name: "1-listen", text: owing, days: 8 }])).toEqual([]);
  expect(await leftOf([{ name: "1-listen", text: owing, days: 6 }])).toEqual(["1-listen"]);
});

test("of those that owe something 80 are kept, the newest", async () => {
  const old = Array.from({ length: 82 }, (_, index) => ({ name: `${100 + index}-replay`, text: owing }));
  expect(await leftOf(old)).toEqual(old.slice(2).map(({ name }) => name));
});

test("what came before another session that was given something is not counted any more", async () => {
  const old = [
    { name: "1-listen", text: owing },
    { name: "2-listen", text: owing },
  ];
  expect(await leftOf(old)).toEqual(["2-listen"]);
});

test("a run that did not come to its end owes the rest of its selection, though its lines owe nothing", async () => {
  const begun = (text: string) =>
    line("start", { form: 2, selection: { names: ["fixtures"] } }) + owing + delivery + text;
  const old = [
    { name: "1-replay", text: begun(line("end", {})) },
    { name: "2-replay", text: begun("") },
    { name: "3-replay", text: begun(line("end", { interrupted: true })) },
    { name: "4-replay", text: begun(""), days: 8 },
  ];
  expect(await leftOf(old)).toEqual(["2-replay", "3-replay"]);
});
