export { colourLevel, type ColourLevel } from "./colour-level.ts";
export { readKeys, type Keys } from "./keys.ts";
export { createTerminal, type Spinner, type Terminal } from "./terminal.ts";
