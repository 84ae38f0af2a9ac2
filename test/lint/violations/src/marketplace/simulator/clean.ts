// breaks nothing
export { generate } from "../../generate/index.ts";
export { oauth } from "../oauth.ts";
