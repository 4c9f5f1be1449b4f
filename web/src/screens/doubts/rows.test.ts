import { describe, expect, it } from "vitest";
import { columnRoles, verdicts, type DoubtfulRow, type Layout, type Reading } from "../../api/types";
import { doubts } from "../../text/zh_doubts";
import { doubtedFields, frameOf, layoutsOf, mappedOf, nameOf, ownerOf, readingFields, reasonsOf, saidOf, withRole } from "./rows";

const reading: Reading = { agency: "甲局", project: "培训", level1: "产出指标", level2: "数量指标", level3: "培训人数", comparator: "", target: "200", measure: "人", points: "" };

function row(name: string, codes: DoubtfulRow["doubt"][number]["code"][] = ["comparator_missing"]): DoubtfulRow {
  return {
    row: `${"a".repeat(32)}/${"b".repeat(32)}`, place: "p1 t1 r2", line: 0, page: 1,
    doubt: codes.map((code) => ({ code, sentence: code })),
    filed: { level1: "产出指标", level2: "", level3: name, comparator: "", target: "200", measure: " 人" },
    readings: [{ ...reading, level3: name }],
    boxes: [
      { field: "level3", page: 1, left: 10, top: 20, right: 40, bottom: 30 },
      { field: "target", page: 1, left: 60, top: 18, right: 80, bottom: 28 },
      { field: "target", page: 2, left: 1, top: 1, right: 2, bottom: 2 },
    ],
    may: { edit: true },
  };
}

const layout = (key: string, table: string): Layout => ({
  layout: key, table, place: "p1 t1 r1", may: { edit: true },
  columns: [{ head: "三级指标", role: "level3", correction_id: null }, { head: "考核内容", role: "", correction_id: null }],
});

describe("rows in doubt", () => {
  it("are counted by reason, most first", () => {
    const found = reasonsOf([row("a"), row("b", ["row_short", "comparator_missing"])]);
    expect(found.map((one) => [one.code, one.rows])).toEqual([["comparator_missing", 2], ["row_short", 1]]);
  });

  it("are called by what was read, else by what they say", () => {
    expect(nameOf(row("培训人数"))).toBe("培训人数");
    expect(nameOf(row(""))).toBe("产出指标 200 人");
  });

  it("say whose they are and which cells are in doubt", () => {
    expect(ownerOf(row("a"))).toBe("甲局 › 培训");
    expect([...doubtedFields(row("a", ["level_unknown", "split_uncertain"]))]).toEqual(["level1", "level2"]);
  });

  it("are decided with what was seen", () => {
    const seen = { name: "a.pdf", hash: "h", region: "" };
    const said = saidOf(row("培训人数"), "corrected", [{ ...reading, comparator: ">=" }], seen);
    expect(said).toMatchObject({ verdict: "corrected", seen: [{ comparator: "" }], readings: [{ comparator: ">=" }], document: { name: "a.pdf", hash: "h", place: "p1 t1 r2", text: "产出指标 培训人数 200 人" } });
    expect(said).not.toHaveProperty("region");
    expect(saidOf(row("x"), "rejected", [reading], { ...seen, region: "330400000" })).not.toHaveProperty("readings");
  });

  it("are framed on their page", () => {
    expect(frameOf(row("a"), 1)).toEqual({ left: 10, top: 18, right: 80, bottom: 30 });
    expect(frameOf(row("a"), 3)).toBeNull();
  });
});

describe("layouts", () => {
  it("stand once, those that were not read first", () => {
    const found = layoutsOf({ layouts: [layout("a", "t1"), layout("a", "t2"), layout("b", "")] });
    expect(found.map((one) => one.layout)).toEqual(["b", "a"]);
  });

  it("have each role in one column", () => {
    expect(withRole(["level3", ""], 1, "level3")).toEqual(["", "level3"]);
    expect(withRole(["level3", ""], 0, "")).toEqual(["", ""]);
  });

  it("are changed where the draft differs", () => {
    const said = mappedOf(layout("a", "t1"), ["", "level3"], { name: "a.pdf", hash: "h", region: "330400000" });
    expect(said.map((one) => one.verdict === "mapped" && [one.column, one.role_before, one.role, one.region])).toEqual([
      [0, "level3", "", "330400000"], [1, "", "level3", "330400000"],
    ]);
    expect(mappedOf(layout("a", "t1"), ["level3", ""], { name: "", hash: "", region: "" })).toEqual([]);
  });

  it("have a word for every role, verdict and field", () => {
    for (const role of columnRoles) expect(doubts.roles).toHaveProperty(role || "other");
    for (const verdict of verdicts) expect(doubts.verdict).toHaveProperty(verdict);
    for (const field of readingFields) expect(doubts.roles).toHaveProperty(field);
  });
});
