// breaks house(who-may-import-whom)
export { resolveOptions } from "./config/index.ts";
