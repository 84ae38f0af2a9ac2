// Prints the event's name, its arguments as JSON, and what it gets on standard input.
process.stdout.write(`${process.env.APPDIRECT_HOOKS_EVENT}\n${JSON.stringify(process.argv.slice(2))}\n`);
process.stdin.pipe(process.stdout);
