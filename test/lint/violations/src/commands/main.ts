// breaks house(who-may-import-whom)
export { start } from "../main.ts";
