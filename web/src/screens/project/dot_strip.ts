/** Where the marks of a dot strip stand, in pixels from its left and, for the dots, up from its axis. */
export interface Strip {
  dots: { x: number; up: number }[];
  own: number;
  /** The middle half of the values. */
  band: { from: number; to: number };
  median: number;
  lowest: number;
  highest: number;
}

export interface Room {
  width: number;
  /** Free at either side, for marks at the ends. */
  side: number;
  /** For the highest pile of dots. */
  height: number;
  dot: number;
}

/** Values on a line of so many pixels; a single value stands in the middle. */
export function scaleOf(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (value) => (most === least ? (from + to) / 2 : from + ((value - least) / (most - least)) * (to - from));
}

/** Dots that would cover one another are piled up; what is higher than there is room for moves closer together. */
function pile(places: readonly number[], { dot, height }: Room): { x: number; up: number }[] {
  const piles: number[][] = [];
  for (const x of [...places].sort((a, b) => a - b)) {
    const last = piles.at(-1);
    if (last && x - (last[0] ?? x) < dot) last.push(x);
    else piles.push([x]);
  }
  const highest = Math.max(0, ...piles.map((one) => one.length));
  const step = Math.min(dot + 1, (height - dot) / Math.max(1, highest - 1));
  return piles.flatMap((one) => one.map((x, index) => ({ x, up: dot / 2 + index * step })));
}

/** `lies` in the order of the axis: lowest, first quarter, median, third quarter, highest. */
export function stripOf(values: readonly number[], own: number, lies: readonly [number, number, number, number, number], room: Room): Strip {
  const at = scaleOf([...values, own], room.side, room.width - room.side);
  const [lowest, first, median, third, highest] = lies;
  return { dots: pile(values.map(at), room), own: at(own), band: { from: at(first), to: at(third) }, median: at(median), lowest: at(lowest), highest: at(highest) };
}

/** Which end of a label stands at its place, so that it stays inside. */
export function anchorOf(x: number, width: number, label: number): "start" | "middle" | "end" {
  if (x < label / 2) return "start";
  return x > width - label / 2 ? "end" : "middle";
}
