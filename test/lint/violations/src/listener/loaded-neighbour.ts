// breaks house(who-may-import-whom)
export const load = () => import("../sessions/index.ts");
