// breaks house(who-may-import-whom)
export { listenViews } from "../output/listen-view/table.ts";
