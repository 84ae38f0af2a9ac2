// breaks eslint(no-restricted-imports)
import { cwd } from "node:process";

export const folder = cwd;
