/** What a shell would start for a line: words without their quotes, a list for each command. Knows no expansion. */
export function shellCommands(line: string): string[][] {
  const commands: string[][] = [[]];
  for (const [token, single, double] of line.matchAll(tokens)) {
    if (token.startsWith("#")) break;
    if (/^(?:\|\|?|&&?|;)$/.test(token)) commands.push([]);
    else if (!/^[0-9]?[<>]/.test(token)) commands.at(-1)?.push(single ?? double ?? token);
  }
  return commands.filter((words) => words.length > 0);
}

/** In single quotes, in double quotes, an operator, a redirection with its file, or a bare word. */
const tokens = /'([^']*)'|"([^"]*)"|\|\|?|&&?|;|[0-9]?[<>]+ *\S+|[^\s|&;<>'"]+/g;
