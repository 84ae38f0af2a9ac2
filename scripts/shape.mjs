// Measures the shape of the sources, or of those in the folder that is named, and ends with 1 where a limit is passed.
import { shapeOf } from "./shape/shape-of.mjs";

const { printed, broken } = shapeOf(process.argv[2] ?? "src");
for (const line of printed) console.log(line);
for (const sentence of broken) console.error(`✖ ${sentence}`);
process.exitCode = broken.length > 0 ? 1 : 0;
