import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { sharedFacts, type SharedFacts } from "../../src/doctor/shared-facts.ts";
import type { DoctorSurroundings } from "../../src/doctor/surroundings.ts";
import { seededRandom } from "../../src/random.ts";
import { standardTunnelSettings, type Machine, type TunnelSurroundings } from "../../src/tunnel/index.ts";
import { manualClock } from "./manual-clock.ts";
import { statePlace } from "./state-place.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** What is otherwise than on a machine on which nothing is set, installed or taken. */
export type Different = Partial<Omit<DoctorSurroundings, "tunnel">> & {
  machine?: Partial<Machine>;
  tunnel?: Partial<TunnelSurroundings>;
  facts?: Partial<SharedFacts>;
};

/** What a check of `doctor` is given. */
export async function checkSurroundings({ machine, tunnel, facts, ...different }: Different = {}) {
  const state = await statePlace();
  const surroundings: DoctorSurroundings = {
    options: { host: "127.0.0.1", port: 4747, isPortGiven: false },
    settings: { ...standardTunnelSettings, configFolders: [] },
    tunnel: {
      clock: manualClock(),
      random: seededRandom(1),
      machine: await someMachine(machine),
      folder: await temporaryFolder(),
      remember: async () => async () => undefined,
      atExit: () => () => undefined,
      ...tunnel,
    },
    state,
    typedProgram: "appdirect-hooks",
    isAlive: () => true,
    keptPort: async () => undefined,
    unknownVariables: async () => [],
    sayTrial: async () => () => undefined,
    signal: new AbortController().signal,
    ...different,
  };
  return { ...surroundings, facts: { ...sharedFacts(surroundings), ...facts } };
}

/** This machine, with nothing in its environment and an empty home. */
export async function someMachine(different: Partial<Machine> = {}): Promise<Machine> {
  const { platform, arch: architecture, pid: processId } = process;
  const homeFolder = await temporaryFolder();
  return { env: {}, platform, architecture, homeFolder, processId, signal: () => undefined, ...different };
}

/** A port of this machine that another program has. */
export async function takenPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
