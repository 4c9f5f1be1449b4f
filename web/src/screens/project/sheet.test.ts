import { describe, expect, it } from "vitest";
import type { Finding, Indicator, Severity } from "../../api/types";
import { bulkRules, findingPlaces, fixesOf, laidBy, markOf, merged, stepFinding, steps, withNotes } from "./sheet";

function finding(rule: string, severity: Severity, field: Finding["field"], after = ""): Finding {
  return {
    rule, severity, field, title: rule, message: "", clause: "", clause_verified: false, suggestion_text: "",
    suggestion: after === "" ? [] : [{ field, after }],
  };
}

function row(level1: string, level2: string, findings: Finding[] = []): Indicator {
  return {
    id: "1", revision: 1, project_id: "1", agency_id: "1", agency: "", project: "", level1, level2, name: "名", comparator: ">=", target: "5",
    measure: "(%)", kind: "number", typed: {}, measurable: true, place: "line 1", line: 1, page: 0, boxes: [], document_id: "1", doubt: [], repaired: [], edited: [], filed: {}, findings,
    overlays: [], may: {},
  };
}

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

describe("findings", () => {
  const rows = [row("a", "b"), row("a", "b", [finding("x", "hint", "target", "6"), finding("y", "error", "target")]), row("a", "b", [finding("x", "hint", "measure", "%")])];
  const places = findingPlaces(rows);

  it("are walked top to bottom and round", () => {
    expect(places).toEqual([{ row: 1, finding: 0 }, { row: 1, finding: 1 }, { row: 2, finding: 0 }]);
    expect(stepFinding(places, null, 0, 1)).toEqual({ row: 1, finding: 0 });
    expect(stepFinding(places, null, 2, 1)).toEqual({ row: 2, finding: 0 });
    expect(stepFinding(places, { row: 2, finding: 0 }, 2, 1)).toEqual({ row: 1, finding: 0 });
    expect(stepFinding(places, { row: 1, finding: 0 }, 1, -1)).toEqual({ row: 2, finding: 0 });
    expect(stepFinding([], null, 0, 1)).toBeNull();
  });

  it("mark a cell by the gravest", () => {
    expect(markOf(rows[1]!, "target")).toBe("error");
    expect(markOf(rows[1]!, "measure")).toBeUndefined();
  });

  it("are offered together where a rule suggests in several places", () => {
    expect(bulkRules(rows)).toEqual([{ rule: "x", title: "x", count: 2 }]);
    expect(bulkRules(rows.slice(0, 2))).toEqual([]);
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
});

describe("notes in rows of their own", () => {
  it("lengthen the cells they stand beside, and no others", () => {
    expect(withNotes([2, 0, 3, 0, 0], [true, false, false, true, true])).toEqual([3, 0, 5, 0, 0]);
  });
});
