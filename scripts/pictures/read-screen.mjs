/** The lines of a terminal's text, each a list of `{ text, codes }`: the colours that are on. Only colours are read. */
export function readScreen(shown) {
  return shown
    .replaceAll("\r", "")
    .replaceAll(/\u001b\[[0-9;?]*[A-HJKhlsu]/g, "")
    .trim()
    .split("\n")
    .map(readLine);
}

function readLine(line) {
  const parts = [];
  let codes = [];
  for (const [, sequence, text] of line.matchAll(/(?:\u001b\[([0-9;]*)m)|([^\u001b]+)/g)) {
    if (text !== undefined) parts.push({ text, codes });
    else for (const code of sequence.split(";").map(Number)) codes = turned(codes, code);
  }
  return parts;
}

function turned(codes, code) {
  if (code === 0) return [];
  if (code === 22) return codes.filter((one) => one !== 1 && one !== 2);
  if (code === 39) return codes.filter((one) => one < 30);
  return [...codes, code];
}
