// breaks house(who-may-import-whom)
export { readFixture } from "../fixtures/index.ts";
