import type { DocumentRows } from "../../api/types";

export type SourceRow = DocumentRows["rows"][number];
type SourceCell = SourceRow["cells"][number];

/** A cell as a table shows it. */
export interface GridCell {
  text: string;
  column: number;
  rows: number;
  columns: number;
}

/** Rows of one worksheet or table, or the paragraphs between tables. */
export interface Section {
  sheet: string;
  table: number;
  rows: SourceRow[];
  cells: GridCell[][];
  columns: number;
}

/** A, B … Z, AA: the letters above the columns of a worksheet. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** The column of a worksheet's cell such as E7, from 0; -1 for anything else. */
export function columnOf(cell: string): number {
  const letters = /^([A-Z]{1,3})[0-9]+$/.exec(cell)?.[1] ?? "";
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function isCovered(cells: readonly SourceCell[], column: number): boolean {
  return cells[column]?.merged === "beside" && column > 0;
}

/** How many columns the cell at `column` takes: those after it that a merged cell reaches into. */
function width(cells: readonly SourceCell[], column: number): number {
  let end = column + 1;
  while (isCovered(cells, end)) ++end;
  return end - column;
}

function height(rows: readonly SourceRow[], row: number, column: number): number {
  let end = row + 1;
  while (rows[end]?.cells[column]?.merged === "below") ++end;
  return end - row;
}

/**
 * The cells each row shows. What a merged cell covers is left out; where a stretch begins inside one,
 * the rest of it is shown as a cell of its own.
 */
export function gridCells(rows: readonly SourceRow[]): GridCell[][] {
  return rows.map((row, index) =>
    row.cells.flatMap((cell, column) => {
      if (isCovered(row.cells, column) || (cell.merged === "below" && index > 0)) return [];
      const merged = cell.merged !== "no";
      return [{ text: cell.text, column, rows: merged ? height(rows, index, column) : 1, columns: width(row.cells, column) }];
    }),
  );
}

/** Rows in the order of the document, cut where another worksheet or table begins. */
export function sections(rows: readonly SourceRow[]): Section[] {
  const all: Section[] = [];
  for (const row of rows) {
    const last = all.at(-1);
    if (last && last.sheet === row.sheet && last.table === row.table) last.rows.push(row);
    else all.push({ sheet: row.sheet, table: row.table, rows: [row], cells: [], columns: 0 });
  }
  for (const section of all) {
    section.cells = gridCells(section.rows);
    section.columns = Math.max(...section.rows.map((row) => row.cells.length));
  }
  return all;
}
