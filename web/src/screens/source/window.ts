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

/** A whole number from an address; 0 for anything else. */
export function whole(value: unknown): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : 0;
}
