export { demo } from "./demo.ts";
export type { DemoNotice, DemoResult, StepNotice } from "./options.ts";
