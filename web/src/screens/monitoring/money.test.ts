import { describe, expect, it } from "vitest";
import type { MoneyColumn, MoneyReport } from "../../api/types";
import { dayNote, unitsDiffer, unitState, waitsFor } from "./money";

function tried(columns: [MoneyColumn, string | null][], fates: MoneyReport["lines"][number]["fate"][], more: Partial<MoneyReport> = {}) {
  return {
    columns: columns.map(([column, unit]) => ({ head: column, column, unit })),
    unit: null,
    unit_missing: false,
    lines: fates.map((fate) => ({ fate }) as MoneyReport["lines"][number]),
    ...more,
  };
}

describe("the unit of a table of money", () => {
  it("is one, or one a column, or written in the cells, or missing", () => {
    expect(unitState(tried([["project", null], ["executed", "元"]], [], { unit: "元" }))).toBe("known");
    expect(unitState(tried([["initial", "万元"], ["executed", "元"]], []))).toBe("by_column");
    expect(unitState(tried([["initial", null], ["executed", null]], []))).toBe("in_cells");
    expect(unitState(tried([["initial", "万元"], ["executed", null]], [], { unit_missing: true }))).toBe("missing");
    expect(unitState(tried([["project", null]], []))).toBe("missing");
  });

  it("is shown under every column where they differ", () => {
    expect(unitsDiffer(tried([["project", null], ["initial", "万元"], ["executed", "元"]], []))).toBe(true);
    expect(unitsDiffer(tried([["initial", "万元"], ["executed", null]], []))).toBe(true);
    expect(unitsDiffer(tried([["project", null], ["initial", "元"], ["executed", "元"]], []))).toBe(false);
  });
});

describe("the day of a table of money", () => {
  const silent = tried([["project", null], ["executed", "元"]], ["no_day"]);
  it("is wanted where nobody says it, and says where it comes from", () => {
    expect(dayNote(silent, "", "none")).toBe("missing");
    expect(dayNote(silent, "", "chosen")).toBe("missing");
    expect(dayNote(silent, "2022-07-31", "head")).toBe("head");
    expect(dayNote(silent, "2022-07-31", "last")).toBe("last");
    expect(dayNote(tried([["as_of", null]], ["understood"]), "", "none")).toBe("rows");
    expect(dayNote(tried([["as_of", null]], ["understood", "no_day"]), "", "none")).toBe("missing");
  });
});

describe("keeping a table of money", () => {
  it("waits for columns, unit and day, in this order", () => {
    expect(waitsFor(tried([["project", null], ["adjustment", "元"]], []))).toBe("columns");
    expect(waitsFor(tried([["project", null], ["executed", null]], ["no_day"], { unit_missing: true }))).toBe("unit");
    expect(waitsFor(tried([["project", null], ["executed", "元"]], ["no_day"]))).toBe("day");
    expect(waitsFor(tried([["project", null], ["executed", "元"]], ["not_found"]))).toBe("rows");
  });
});
