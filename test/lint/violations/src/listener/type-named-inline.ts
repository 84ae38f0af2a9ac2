// breaks house(who-may-import-whom), typescript(consistent-type-imports)
export type Session = import("../sessions/index.ts").Session;
