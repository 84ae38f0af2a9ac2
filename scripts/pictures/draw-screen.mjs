const pages = {
  dark: {
    back: "#0d1117",
    plain: "#e6edf3",
    31: "#f85149",
    32: "#3fb950",
    33: "#d29922",
    35: "#bc8cff",
    36: "#39c5cf",
    94: "#58a6ff",
    95: "#d2a8ff",
  },
  light: {
    back: "#ffffff",
    plain: "#1f2328",
    31: "#cf222e",
    32: "#1a7f37",
    33: "#9a6700",
    35: "#8250df",
    36: "#1b7c83",
    94: "#0969da",
    95: "#6639ba",
  },
};

const cell = { width: 8, height: 18 };
const margin = 12;

/** An SVG of the lines, each character in its cell. */
export function drawScreen(lines, { columns, page }) {
  const colours = pages[page];
  const width = columns * cell.width + 2 * margin;
  const height = lines.length * cell.height + 2 * margin;
  const rows = lines.map((parts, row) => drawLine(parts, margin + (row + 0.75) * cell.height, colours));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="100%" height="100%" rx="6" fill="${colours.back}"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" fill="${colours.plain}">
${rows.filter((row) => row !== "").join("\n")}
</g>
</svg>
`;
}

function drawLine(parts, y, colours) {
  let column = 0;
  const texts = parts.map(({ text, codes }) => {
    const x = margin + column * cell.width;
    const length = [...text].length;
    column += length;
    const colour = codes.map((code) => colours[code]).find((one) => one !== undefined);
    const look = [
      colour === undefined ? "" : ` fill="${colour}"`,
      codes.includes(1) ? ' font-weight="bold"' : "",
      codes.includes(2) ? ' opacity="0.65"' : "",
    ].join("");
    const cells = `x="${x}" y="${y}" textLength="${length * cell.width}" xml:space="preserve"`;
    return text.trim() === "" ? "" : `<text ${cells}${look}>${escaped(text)}</text>`;
  });
  return texts.join("");
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
