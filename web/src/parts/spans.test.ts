import { describe, expect, it } from "vitest";
import { spans } from "./spans";

const same = (a: string, b: string): boolean => a === b;

describe("spans", () => {
  it("covers runs of equal cells and leaves the rest alone", () => {
    expect(spans(["a", "a", "b", "a"], same)).toEqual([2, 0, 1, 1]);
  });

  it("has nothing to cover in an empty table", () => {
    expect(spans([], same)).toEqual([]);
  });

  it("keeps the sum of all spans equal to the number of rows", () => {
    const rows = ["a", "a", "a", "b", "b", "c", "a", "a"];
    expect(spans(rows, same).reduce((sum, n) => sum + n, 0)).toBe(rows.length);
  });

  it("sets a row apart without breaking the runs around it", () => {
    expect(spans(["a", "a", "a", "a"], same, (index) => index === 1)).toEqual([1, 1, 2, 0]);
  });
});
