// Ends at once, but leaves a child behind that holds its standard output open.
import { spawn } from "node:child_process";
const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 30_000)"], {
  stdio: ["ignore", "inherit", "inherit"],
  detached: true,
});
child.unref();
process.stdout.write(`${child.pid}\n`);
