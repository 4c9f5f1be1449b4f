import type { YearPoint } from "./ambition";
import { scaleOf } from "./dot_strip";

export interface Dot {
  x: number;
  y: number;
  text: string;
}

export interface PastLines {
  years: { x: number; year: number }[];
  target: { dots: Dot[]; path: string };
  actual: { dots: Dot[]; path: string };
}

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A year without a number has no dot, and no line is drawn over it. */
function line(points: readonly YearPoint[], of: "target" | "actual", x: (index: number) => number, y: (value: number) => number) {
  const dots: Dot[] = [];
  let path = "";
  points.forEach((point, index) => {
    const text = point[of];
    if (text === null) return;
    const dot = { x: x(index), y: y(Number(text)), text };
    const joined = index > 0 && points[index - 1]?.[of] !== null;
    path += `${joined ? "L" : "M"}${dot.x} ${dot.y}`;
    dots.push(dot);
  });
  return { dots, path };
}

/** The years side by side; more stands higher, whether more is better or not. */
export function pastLines(points: readonly YearPoint[], { left, right, top, bottom }: Frame): PastLines {
  const numbers = points.flatMap((point) => [point.target, point.actual]).filter((text) => text !== null).map(Number);
  const x = (index: number) => (points.length < 2 ? (left + right) / 2 : left + (index * (right - left)) / (points.length - 1));
  const y = scaleOf(numbers.length > 0 ? numbers : [0], bottom, top);
  return {
    years: points.map((point, index) => ({ x: x(index), year: point.year })),
    target: line(points, "target", x, y),
    actual: line(points, "actual", x, y),
  };
}
