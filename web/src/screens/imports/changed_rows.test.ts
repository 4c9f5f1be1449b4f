import { describe, expect, it } from "vitest";
import type { ImportReport } from "../../api/types";
import { changedRows } from "./changed_rows";

function report(indicators: number, added: number, unchanged: number, cells: number) {
  const cell = { agency: "", project: "", name: "名", field: "target" as const, before: "1", after: "2" };
  const changes: ImportReport["changes"] = { new: added, unchanged, gone: 0, carried: 0, conflicts: [], new_rows: [], gone_rows: [], rows_cut: false, changed: Array.from({ length: cells }, () => cell) };
  return { indicators, changes };
}

describe("changed rows", () => {
  it("add up with the others to the rows that were read", () => {
    expect(changedRows(report(147, 1, 143, 5))).toBe(3);
    expect(changedRows(report(147, 0, 147, 0))).toBe(0);
  });

  it("are no more than the cells and no fewer than one", () => {
    expect(changedRows(report(10, 0, 4, 2))).toBe(2);
    expect(changedRows(report(4, 0, 4, 2))).toBe(1);
  });
});
