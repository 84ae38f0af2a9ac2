import type { Check } from "../check.ts";

/** For those who publish at night. */
export const moon: Check = async ({ tunnel: { machine } }) => [
  machine.env["MOON"] === "full"
    ? { state: "failure", message: "The moon is full.", mend: ["Wait two weeks."] }
    : { state: "ok", message: "The moon is dark." },
];
