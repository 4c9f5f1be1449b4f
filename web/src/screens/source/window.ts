/** How many lines are fetched at once. */
export const windowSize = 400;
const before = 120;

/** The first line of the stretch that shows `line` with some lines above it. */
export function windowStart(line: number): number {
  return Math.max(1, line - before);
}

export function inWindow(line: number, from: number): boolean {
  return line >= from && line < from + windowSize;
}
