// breaks house(who-may-import-whom)
import type { Fixture } from "../fixtures/fixture.ts";

export type Recorded = Fixture;
