const most = 500;
const first = 200;

function head(text: string): string {
  return [...text.slice(0, 2 * first)].slice(0, first).join("");
}

/** The beginning of a text that is too long to stand in a cell, else all of it; never half a character. */
export function beginning(text: string): string {
  if (text.length <= most) return text;
  return `${head(text)}…`;
}

/** Of a text that is too long and another it is compared with: the part around where they begin to differ. */
export function aroundChange(text: string, other: string): string {
  if (text.length <= most) return text;
  const characters = [...text];
  const others = [...other];
  const same = characters.findIndex((one, index) => one !== others[index]);
  const from = Math.max(0, (same < 0 ? characters.length : same) - 20);
  const part = characters.slice(from, from + first).join("");
  return `${from > 0 ? "…" : ""}${part}${from + first < characters.length ? "…" : ""}`;
}
