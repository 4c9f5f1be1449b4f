import { describe, expect, it } from "vitest";
import type { Indicator } from "../../api/types";
import { finding, row, setAside } from "./sheet_sample";
import { asLaid, bulkRules, fixesOf, laidBy, merged, reads, shown, steps, withNotes } from "./sheet";

describe("merged", () => {
  it("merges levels as the form does", () => {
    const rows = [row("产出", "数量"), row("产出", "数量"), row("产出", "质量"), row("效益", "质量")];
    expect(merged(rows, null)).toEqual({ level1: [3, 0, 0, 1], level2: [2, 0, 1, 1] });
  });

  it("starts a new level 2 where the same level 1 comes back", () => {
    const rows = [row("产出", "数量"), row("效益", "社会"), row("产出", "数量")];
    expect(merged(rows, null).level2).toEqual([1, 1, 1]);
  });

  it("frees the level cell of the row that is edited", () => {
    const rows = [row("产出", "数量"), row("产出", "数量"), row("产出", "数量")];
    expect(merged(rows, { row: 1, field: "level2" })).toEqual({ level1: [3, 0, 0], level2: [1, 1, 1] });
    expect(merged(rows, { row: 1, field: "target" }).level2).toEqual([3, 0, 0]);
  });
});

describe("suggestions", () => {
  const rows = [row("a", "b"), row("a", "b", [finding("x", "hint", "target", "6"), finding("y", "error", "target")]), row("a", "b", [finding("x", "hint", "measure", "%")])];

  it("are offered together where a rule suggests in several places", () => {
    expect(bulkRules(rows)).toEqual([{ rule: "x", title: "x", count: 2 }]);
    expect(bulkRules(rows.slice(0, 2))).toEqual([]);
  });

  it("are not offered where they were set aside", () => {
    const set = [row("a", "b", [finding("x", "hint", "target", "6")]), row("a", "b", [setAside(finding("x", "hint", "measure", "%"))])];
    expect(fixesOf(set, "x").map((fix) => fix.row)).toEqual([set[0]]);
    expect(bulkRules(set)).toEqual([]);
  });

  it("of one rule change each row once, as the server does", () => {
    const twice = [row("产出", "数量", [finding("x", "hint", "measure", "%"), finding("x", "hint", "target", "9")]), row("产出", "质量", [finding("x", "hint", "target")])];
    expect(fixesOf(twice, "x").map((fix) => fix.steps)).toEqual([[{ field: "measure", before: "(%)", after: "%" }]]);
    expect(bulkRules(twice)).toEqual([]);
  });

  it("are found again among the edits that stand", () => {
    const laid = (id: string, rule: string, undone: boolean): Indicator["overlays"][number] => ({ id, rule, undone, author: "", at: `2022-08-0${id}T00:00:00Z`, changes: [], before: [], may: {} });
    const edited = { ...row("产出", "数量"), overlays: [laid("2", "x", false), laid("1", "x", true), laid("3", "", false)] };
    expect(laidBy([edited], "x")).toEqual([{ row: "1", overlay: "2" }]);
    // Taken back they name the revision their rows have; what no longer stands is left out.
    expect(asLaid([edited], [{ row: "1", overlay: "2" }, { row: "1", overlay: "1" }, { row: "9", overlay: "2" }])).toEqual([{ id: "2", revision: 1 }]);
  });

  it("show what stands there now and what would, in the order of the form", () => {
    expect(steps(rows[2]!, [{ field: "measure", after: "%" }, { field: "level3", after: "新名" }])).toEqual([
      { field: "level3", before: "名", after: "新名" }, { field: "measure", before: "(%)", after: "%" },
    ]);
  });

  it("leave out a cell that stays as it is", () => {
    expect(steps(row("产出", "数量"), [{ field: "level1", after: "产出" }, { field: "level2", after: "质量" }])).toEqual([
      { field: "level2", before: "数量", after: "质量" },
    ]);
  });

  it("show the text as filed where reading has folded it already", () => {
    const folded = { ...row("a", "b"), measure: "%", filed: { measure: "(%)" } };
    expect(steps(folded, [{ field: "measure", after: "%" }])).toEqual([{ field: "measure", before: "(%)", after: "%" }]);
  });

  it("show the width and the brackets that were filed, as the cell beside does", () => {
    const wide = { ...row("a", "b"), name: "覆盖率(次)", filed: { level3: "覆盖率（次）" } };
    expect(steps(wide, [{ field: "level3", after: "覆盖次数" }])).toEqual([{ field: "level3", before: "覆盖率（次）", after: "覆盖次数" }]);
    expect(steps(wide, [{ field: "level3", after: "覆盖率（次）" }])).toEqual([{ field: "level3", before: "覆盖率(次)", after: "覆盖率（次）" }]);
  });
});

describe("notes in rows of their own", () => {
  it("lengthen the cells they stand beside, and no others", () => {
    expect(withNotes([2, 0, 3, 0, 0], [true, false, false, true, true])).toEqual([3, 0, 5, 0, 0]);
  });
});

describe("what a cell shows", () => {
  const filed = (cells: Record<string, string>, edited: Indicator["edited"] = []) => ({ ...row("产出指标", "数量指标"), measure: "%", name: "场次(次)", target: "1000", filed: cells, edited });

  it("is what was filed where reading only spelled it otherwise, and says how it reads", () => {
    const one = filed({ level3: "场次（次）", measure: "（％）", target: "１０００" });
    expect(shown(one, "level3")).toBe("场次（次）");
    expect(reads(one, "level3")).toBe("场次(次)");
    expect(shown(one, "measure")).toBe("（％）");
    expect(shown(one, "target")).toBe("１０００");
  });

  it("is what reading made of it where that took it apart or filled it in, and what an edit says", () => {
    expect(shown(filed({ target: "≥1000次", level1: "" }), "target")).toBe("1000");
    expect(shown(filed({ level1: "" }), "level1")).toBe("产出指标");
    expect(shown(filed({ level3: "场次（次）" }, ["level3"]), "level3")).toBe("场次(次)");
    expect(reads(filed({ level1: "" }), "level1")).toBe("");
  });
});
