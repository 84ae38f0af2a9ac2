// What the bundle has of undici.
export { default as Pool } from "../../node_modules/undici/lib/dispatcher/pool.js";
