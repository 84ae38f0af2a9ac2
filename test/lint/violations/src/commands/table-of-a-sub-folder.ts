// breaks house(who-may-import-whom)
export { views } from "../output/views/table.ts";
