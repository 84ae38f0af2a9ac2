import { expect, test } from "vitest";
import { port } from "../../../src/doctor/checks/port.ts";
import type { DoctorOptions } from "../../../src/doctor/surroundings.ts";
import { announceListening } from "../../../src/state/index.ts";
import { checkSurroundings, takenPort, type Different } from "../../harness/check-surroundings.ts";
import { freePort } from "../../harness/free-port.ts";

const withOptions = (options: Partial<DoctorOptions>, different: Different = {}) =>
  checkSurroundings({ options: { host: "127.0.0.1", port: 0, isPortGiven: false, ...options }, ...different });

test("a port that nobody has is free, and is so afterwards", async () => {
  const number = await freePort();
  const surroundings = await withOptions({ port: number });
  const free = [{ state: "ok", message: `${number} is free.` }];
  expect([await port(surroundings), await port(surroundings)]).toEqual([free, free]);
});

test("0 is no port that could be free: listen takes any", async () => {
  expect(await port(await withOptions({ port: 0, isPortGiven: true }))).toEqual([
    { state: "ok", message: "listen uses any free port." },
  ]);
});

const mend = ["End that program, or choose another port with --port."];

test("the default port in the hands of another program is worth knowing, one that was asked for a failure", async () => {
  const number = await takenPort();
  expect(await port(await withOptions({ port: number }))).toEqual([
    {
      state: "note",
      message: `Another program uses ${number}. listen uses a free one instead, unless you set --public-url.`,
      mend,
    },
  ]);
  expect(await port(await withOptions({ port: number, isPortGiven: true }))).toEqual([
    { state: "failure", message: `Another program uses ${number}.`, mend },
  ]);
});

test("a listen of this project may have it, and it alone", async () => {
  const [number, other] = [await takenPort(), await takenPort()];
  const surroundings = await withOptions({ port: number, isPortGiven: true });
  const listening = { processId: 4711, host: "127.0.0.1", port: other, local: "" };
  await announceListening(surroundings.state, listening);
  expect(await port(surroundings)).toMatchObject([{ state: "failure" }]);
  await announceListening(surroundings.state, { ...listening, port: number });
  expect(await port(surroundings)).toEqual([
    { state: "ok", message: `${number} is used by a running listen of this project (process 4711).` },
  ]);
});

test("a listen that has ended has no port", async () => {
  const number = await takenPort();
  const surroundings = await withOptions({ port: number, isPortGiven: true }, { isAlive: () => false });
  await announceListening(surroundings.state, { processId: 4711, host: "127.0.0.1", port: number, local: "" });
  expect(await port(surroundings)).toMatchObject([{ message: `Another program uses ${number}.` }]);
});

test("one that is held for this project's kept tunnel is as it should be, another one is not", async () => {
  const number = await takenPort();
  const held = await withOptions({ port: number, isPortGiven: true }, { keptPort: async () => number });
  expect(await port(held)).toEqual([
    {
      state: "ok",
      message: `${number} is reserved for the kept tunnel of this project; the next listen takes it over.`,
    },
  ]);
  const other = await withOptions({ port: number, isPortGiven: true }, { keptPort: async () => number + 1 });
  expect(await port(other)).toMatchObject([{ state: "failure" }]);
});

test("an address that this machine has not is a failure with its name", async () => {
  expect(await port(await withOptions({ host: "192.0.2.1", port: 4747 }))).toEqual([
    {
      state: "failure",
      message: "192.0.2.1 is not an address that this machine can listen on (EADDRNOTAVAIL).",
      mend: ["Choose another --host."],
    },
  ]);
});
