export { GivenOptions, type OptionsForm } from "./given-options.ts";
export { readOrigin, refuseMoreThanAddress } from "./origin.ts";
export { type Giver, mistaken, unusable } from "./sentences.ts";
export { readHeaderText, readText, textOnly } from "./text.ts";
export { type Moment, readMoment, readTime } from "./time.ts";
export { Unusable } from "./unusable.ts";
export { numberOnly, readWholeNumber, type WholeNumbers } from "./whole-number.ts";
