// Writes as many bytes as it is told, in lines of 100, then a last line, and ends with exit code 3.
const lines = Number(process.argv[2]) / 100;
for (let line = 0; line < lines; line += 1) process.stdout.write(`${"x".repeat(99)}\n`);
process.stderr.write("unknown plan\n");
process.exitCode = 3;
