export { colourLevel, type ColourLevel } from "./colour-level.ts";
export { isInForeground } from "./foreground.ts";
export { readKeys, type Keys } from "./keys.ts";
export { type Spinner, Terminal } from "./terminal.ts";
