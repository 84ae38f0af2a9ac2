// Says why, and ends by a signal.
process.stdout.write("out of memory\n", () => process.kill(process.pid, "SIGKILL"));
