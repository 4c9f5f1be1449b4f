import { describe, expect, it } from "vitest";
import { atHand, following, markOf, notesUnder, sheetNotes, stepFinding, unseenColumn, walked } from "./findings";
import { finding, row, setAside } from "./sheet_sample";

const rules = (all: readonly { finding: { rule: string } }[]) => all.map((one) => one.finding.rule);

const rows = [
  row("a", "b", [finding("row one", "hint", "target"), finding("satisfaction", "warning", "project"), setAside(finding("count", "hint", "project"), "7")]),
  row("a", "b"),
  row("a", "b", [setAside(finding("gone", "error", "target"), "8", "false_alarm"), setAside(finding("gone", "error", "measure"), "8", "false_alarm"), finding("hint", "hint", "target"), finding("marks", "warning", "points")]),
];
const notes = sheetNotes(rows);

describe("notes of a sheet", () => {
  it("have what is about the project at its head, not at its first row", () => {
    expect(rules(notes.project.standing)).toEqual(["satisfaction"]);
    expect(notes.project.standing[0]?.row).toBe(rows[0]);
    expect(rules(notes.rows[0]!.standing)).toEqual(["row one"]);
    expect(notes.rows[1]).toEqual({ standing: [], aside: [] });
  });

  it("fold what was set aside, a waiver once however many findings it holds", () => {
    expect(notes.project.aside.map((one) => [one.waiver.id, one.findings.length])).toEqual([["7", 1]]);
    expect(notes.rows[2]!.aside.map((one) => [one.waiver.id, one.findings.length])).toEqual([["8", 2]]);
    expect(rules(notes.rows[2]!.standing)).toEqual(["hint", "marks"]);
  });

  it("keep the place a finding came in", () => {
    expect(walked(notes).map((one) => one.place)).toEqual([{ row: 0, finding: 1 }, { row: 0, finding: 0 }, { row: 2, finding: 2 }, { row: 2, finding: 3 }]);
  });
});

describe("walking", () => {
  const all = walked(notes);
  const rule = (one: { finding: { rule: string } } | null | undefined) => one?.finding.rule;

  it("begins with the project, goes top to bottom and round", () => {
    expect(rules(all)).toEqual(["satisfaction", "row one", "hint", "marks"]);
    expect(rule(stepFinding(all, null, 0, 1))).toBe("satisfaction");
    expect(rule(stepFinding(all, all[0]!.place, 0, 1))).toBe("row one");
    expect(rule(stepFinding(all, all[3]!.place, 2, 1))).toBe("satisfaction");
    expect(rule(stepFinding(all, all[0]!.place, 0, -1))).toBe("marks");
  });

  it("goes on from the row where nothing is open", () => {
    expect(rule(stepFinding(all, null, 1, 1))).toBe("hint");
    expect(rule(stepFinding(all, null, 1, -1))).toBe("row one");
    expect(stepFinding([], null, 0, 1)).toBeNull();
  });

  it("goes on from what was mended to what followed it, wherever that is listed by now", () => {
    const before = walked(sheetNotes([{ ...rows[0]!, id: "1" }, { ...rows[1]!, id: "2" }, { ...rows[2]!, id: "3" }]));
    const now = walked(sheetNotes([{ ...rows[0]!, id: "1" }, { ...rows[1]!, id: "2" }, { ...rows[2]!, id: "3", findings: rows[2]!.findings.slice(3) }]));
    expect(rules(before)).toEqual(["satisfaction", "row one", "hint", "marks"]);
    expect(rule(following(before, before[2]!.place, now))).toBe("marks");
    expect(rule(following(before, before[1]!.place, now))).toBe("marks");
    expect(rule(following(before, before[3]!.place, now.slice(0, 2)))).toBe("satisfaction");
    expect(following(before, before[3]!.place, [])).toBeNull();
  });

  it("has at hand what is open, else what the row has first", () => {
    expect(rule(atHand(notes, all[0]!.place, 2))).toBe("satisfaction");
    expect(rule(atHand(notes, null, 2))).toBe("hint");
    expect(atHand(notes, null, 1)).toBeUndefined();
  });
});

describe("a cell", () => {
  it("is marked by the gravest finding that stands", () => {
    const grave = row("a", "b", [finding("x", "hint", "target"), finding("y", "error", "target")]);
    expect(markOf(grave, "target")).toBe("error");
    expect(markOf(grave, "measure")).toBeUndefined();
    expect(markOf(rows[2]!, "target")).toBe("hint");
  });

  it("is named where the form does not show it", () => {
    expect(unseenColumn(finding("x", "hint", "points"))).toBe("points");
    expect(unseenColumn(finding("x", "hint", "target"))).toBeUndefined();
    expect(unseenColumn(finding("x", "hint", "project"))).toBeUndefined();
  });
});

describe("one rule alone", () => {
  it("leaves its findings and what was set aside of them", () => {
    expect(rules(walked(notesUnder(notes, "hint")))).toEqual(["hint"]);
    expect(notesUnder(notes, "gone").rows[2]!.aside).toHaveLength(1);
    expect(notesUnder(notes, "hint").project).toEqual({ standing: [], aside: [] });
    expect(notesUnder(notes, "")).toBe(notes);
  });

  it("marks its cells alone", () => {
    expect(markOf(rows[0]!, "target", "row one")).toBe("hint");
    expect(markOf(rows[0]!, "target", "another")).toBeUndefined();
  });
});
