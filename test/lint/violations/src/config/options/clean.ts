// breaks nothing
import { authentications } from "../../authentication/table.ts";
import { views } from "../../output/views/table.ts";

export const names = [...Object.keys(authentications), ...Object.keys(views)];
