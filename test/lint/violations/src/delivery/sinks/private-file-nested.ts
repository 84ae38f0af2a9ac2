// breaks house(who-may-import-whom)
export type { Fixture } from "../../fixtures/fixture.ts";
