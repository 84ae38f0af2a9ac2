import type { Processes } from "../../src/delivery/index.ts";
import { systemHost } from "../../src/host.ts";

/** Those of this machine. Made once: a host watches the streams of its process. */
export const processes: Processes = systemHost();
