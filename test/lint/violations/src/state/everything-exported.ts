// breaks house(who-may-import-whom)
export * from "../events/index.ts";
