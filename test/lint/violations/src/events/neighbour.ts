// breaks house(who-may-import-whom)
import { readFixture } from "../fixtures/index.ts";

export const read = readFixture;
