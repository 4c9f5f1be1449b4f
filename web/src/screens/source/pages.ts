import { columnRoles, type Box, type ColumnRole, type DocumentPages } from "../../api/types";

export type SourcePage = DocumentPages["pages"][number];

/** How many pages are shown at once. */
export const stretchSize = 20;
/** Screen pixels a point at 100 %: 96 of them are an inch, which has 72 points. */
const fullSize = 96 / 72;
const zoomSteps = [50, 67, 80, 100, 125, 150, 200, 300] as const;
/** What the server draws. */
const pictureWidths = [400, 700, 1000, 1400, 1800, 2400] as const;
/** Boxes stand close around their text, in points; outlines leave it some air. */
const air = 1.5;

/** The first page of the stretch that holds a page. */
export function stretchStart(page: number): number {
  return Math.floor((Math.max(1, page) - 1) / stretchSize) * stretchSize + 1;
}

/** Per cent; null fits the width. */
export function zoomOf(value: unknown): number | null {
  const number = Number(value);
  return Number.isInteger(number) && number >= zoomSteps[0] && number <= (zoomSteps.at(-1) ?? 0) ? number : null;
}

/** Screen pixels a point of a page takes. */
export function scaleOf(zoom: number | null, room: number, pages: readonly Pick<SourcePage, "width">[]): number {
  if (zoom !== null) return (fullSize * zoom) / 100;
  const widest = Math.max(1, ...pages.map((page) => page.width));
  return Math.max(0.2, room / widest);
}

/** The step before or after what is seen now. */
export function nextZoom(scale: number, by: 1 | -1): number {
  const seen = Math.round((scale / fullSize) * 100);
  const next = by === 1 ? zoomSteps.find((step) => step > seen) : zoomSteps.findLast((step) => step < seen);
  return next ?? (by === 1 ? (zoomSteps.at(-1) ?? seen) : zoomSteps[0]);
}

/** The width to ask a picture in: at least as many pixels as the screen shows of it. */
export function pictureWidth(width: number, pixelRatio: number): number {
  return pictureWidths.find((one) => one >= width * pixelRatio) ?? 2400;
}

export type Placed = Record<"left" | "top" | "width" | "height", string>;

/** Where a box lies over the picture. */
export function placed(box: Pick<Box, "left" | "top" | "right" | "bottom">, scale: number): Placed {
  const pixels = (points: number): string => `${Math.round(points * scale * 100) / 100}px`;
  return {
    left: pixels(box.left - air),
    top: pixels(box.top - air),
    width: pixels(box.right - box.left + 2 * air),
    height: pixels(box.bottom - box.top + 2 * air),
  };
}

export interface Outline {
  box: Box;
  /** The rows whose cell it is: a merged cell has several. */
  rows: string[];
  /** The row this outline stands for when rows are walked by keys; "" for its other cells. */
  leads: string;
}

function sameBox(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}

/** What is outlined on a page: each box once, in the order of the rows. */
export function outlines(page: SourcePage): Outline[] {
  const all: Outline[] = [];
  for (const row of page.rows) {
    const here = row.boxes.filter((box) => box.page === page.number);
    const lead = here.find((box) => box.field === "level3") ?? here.find((box) => box.field === "target");
    for (const box of here) {
      const known = all.find((one) => sameBox(one.box, box));
      if (known === undefined) all.push({ box, rows: [row.id], leads: box === lead ? row.id : "" });
      else if (!known.rows.includes(row.id)) known.rows.push(row.id);
    }
  }
  return all;
}

/** What the row's own cells on a page cover together; null when it has none there. */
export function bandOf(all: readonly Outline[], row: string): Omit<Box, "field" | "page"> | null {
  const own = all.filter((one) => one.rows.length === 1 && one.rows[0] === row).map((one) => one.box);
  if (own.length === 0) return null;
  return {
    left: Math.min(...own.map((box) => box.left)),
    top: Math.min(...own.map((box) => box.top)),
    right: Math.max(...own.map((box) => box.right)),
    bottom: Math.max(...own.map((box) => box.bottom)),
  };
}

/** The cell an address names: the value's own when it names none. */
export function fieldOf(value: unknown): ColumnRole {
  return columnRoles.find((one) => one !== "" && one === value) ?? "target";
}

/** The row a click on an outline means: a merged cell keeps the current one. */
export function chosenRow(outline: Outline, current: string): string {
  return outline.rows.includes(current) ? current : (outline.rows[0] ?? current);
}

/** The rows of some pages in order, each with the page its own cells begin on. */
export function walkOf(pages: readonly SourcePage[]): { id: string; page: number }[] {
  const walk: { id: string; page: number }[] = [];
  for (const page of pages) {
    for (const row of page.rows) {
      if (!walk.some((one) => one.id === row.id)) walk.push({ id: row.id, page: page.number });
    }
  }
  return walk;
}

/** The next row in the walk; from no row, the first on the page that is seen, or the last before it. */
export function stepRow(walk: readonly { id: string; page: number }[], current: string, page: number, by: 1 | -1): { id: string; page: number } | undefined {
  const at = walk.findIndex((one) => one.id === current);
  if (at >= 0) return walk[at + by];
  return by === 1 ? walk.find((one) => one.page >= page) : walk.findLast((one) => one.page <= page);
}
