export { GivenOptions, type OptionsForm } from "./given-options.ts";
export { readOrigin, refuseMoreThanAddress } from "./origin.ts";
export { type Giver, mistaken, unusable } from "./sentences.ts";
export { readText, textOnly } from "./text.ts";
export { type Moment, notATime, readTime } from "./time.ts";
export { Unusable } from "./unusable.ts";
export { readWholeNumber, type WholeNumbers } from "./whole-number.ts";
