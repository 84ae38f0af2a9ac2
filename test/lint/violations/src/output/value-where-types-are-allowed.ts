// breaks house(who-may-import-whom)
import { startListening } from "../sessions/index.ts";

export const start = startListening;
