export type { Finding } from "./check.ts";
export { findStrays } from "./find-strays.ts";
export { runChecks } from "./run-checks.ts";
export type { DoctorOptions, DoctorSurroundings } from "./surroundings.ts";
export { checkNames, checks } from "./table.ts";
