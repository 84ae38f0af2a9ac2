// breaks nothing
import { authentications } from "../../authentication/table.ts";
import { listenViews } from "../../output/listen-view/table.ts";

export const names = [...Object.keys(authentications), ...Object.keys(listenViews)];
