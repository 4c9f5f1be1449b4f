import { describe, expect, it } from "vitest";
import { columnLetters, columnOf, gridCells, sections, type SourceRow } from "./grid";

/** "^" is covered from above, "<" from the left, "+x" begins a merged cell. */
function row(number: number, text: string, where: Partial<SourceRow> = {}): SourceRow {
  const cells = text.split("|").map((cell) =>
    cell === "^" ? { text: "m", merged: "below" as const }
    : cell === "<" ? { text: "m", merged: "beside" as const }
    : cell.startsWith("+") ? { text: cell.slice(1), merged: "first" as const }
    : { text: cell, merged: "no" as const });
  return { number, sheet: "一", table: 0, row: number, indicators: [], ...where, cells };
}

const shown = (rows: SourceRow[]) => gridCells(rows).map((cells) => cells.map((one) => `${one.text} ${one.rows}×${one.columns}`).join(" "));

describe("grids", () => {
  it("show merged cells merged", () => {
    expect(shown([row(1, "+a|<|b"), row(2, "^|<|+c"), row(3, "d|e|^")])).toEqual(["a 2×2 b 1×1", "c 2×1", "d 1×1 e 1×1"]);
  });

  it("keep neighbours apart", () => {
    expect(shown([row(1, "+a|<|+b|<"), row(2, "+c|<|^|<")])).toEqual(["a 1×2 b 2×2", "c 1×2"]);
  });

  it("show the rest of a cell that began before the stretch", () => {
    expect(shown([row(7, "^|x"), row(8, "^|y")])).toEqual(["m 2×1 x 1×1", "y 1×1"]);
  });

  it("name columns as worksheets do", () => {
    expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AB", "ZZ", "AAA"]);
  });

  it("know the column of a cell", () => {
    expect(["A1", "E7", "Z9", "AA10", "ZZ1", "AAA1", "", "7", "e7", "E"].map(columnOf)).toEqual([0, 4, 25, 26, 701, 702, -1, -1, -1, -1]);
  });

  it("are cut where another sheet or table begins", () => {
    const all = sections([row(1, "a|b"), row(2, "c"), row(3, "d", { sheet: "二" }), row(4, "e", { sheet: "", table: 1 }), row(5, "f", { sheet: "", table: 2 })]);
    expect(all.map((one) => [one.sheet, one.table, one.rows.length, one.columns])).toEqual([["一", 0, 2, 2], ["二", 0, 1, 1], ["", 1, 1, 1], ["", 2, 1, 1]]);
  });
});
