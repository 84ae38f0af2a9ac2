// Says that it is there, and never ends by itself. With "stubborn" it ignores SIGTERM, and writes the file it is given
// when it does.
import { writeFileSync } from "node:fs";
const [, , manner, ready] = process.argv;
if (manner === "stubborn") process.on("SIGTERM", () => console.log("not yet"));
console.log("hanging");
if (ready) writeFileSync(ready, "");
setInterval(() => {}, 60_000);
