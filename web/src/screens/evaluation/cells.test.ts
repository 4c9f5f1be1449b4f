import { describe, expect, it } from "vitest";
import type { SelfEvaluation } from "../../api/types";
import { changedMeanwhile, clashKey, differing, isBlock, laidOver, sentCells, wan, yuan, withCell, withProposed, type Unsaved } from "./cells";

const row = { indicator_id: "7", value: "126", points: "20", judged: "", reason: "", points_proposed: true } as SelfEvaluation["rows"][number];

describe("wan", () => {
  it("moves the point and rounds nothing", () => {
    expect(wan("800000")).toBe("80");
    expect(wan("1234567.89")).toBe("123.456789");
    expect(wan("1")).toBe("0.0001");
    expect(wan("-50000.10")).toBe("-5.00001");
    expect(wan("0")).toBe("0");
  });
  it("knows blank from 0", () => {
    expect(wan(null)).toBe("");
  });
});

describe("yuan", () => {
  it("is the way back, exact", () => {
    for (const amount of ["800000", "1234567.89", "1", "0", "0.01", "-50000.1"]) expect(yuan(wan(amount))).toBe(amount);
    expect(yuan("1,234.5")).toBe("12345000");
    expect(yuan(" ")).toBe("");
    expect(yuan("八十")).toBe("八十");
  });
});

describe("typed cells", () => {
  it("are what differs from what is kept", () => {
    const once = withCell(new Map(), row, "value", "130");
    expect(sentCells(withCell(once, row, "reason", "多办两场"))).toEqual([{ indicator_id: "7", value: "130", reason: "多办两场" }]);
    expect(sentCells(withCell(once, row, "value", "126"))).toEqual([]);
  });
  it("can be emptied: blank is something to say", () => {
    expect(sentCells(withCell(new Map(), row, "value", ""))).toEqual([{ indicator_id: "7", value: "" }]);
  });
  it("take proposed points over, and leave those a person typed", () => {
    const evaluation = { rows: [row, { ...row, indicator_id: "8" }] } as SelfEvaluation;
    expect(sentCells(withProposed(withCell(new Map(), row, "points", "15"), evaluation))).toEqual([{ indicator_id: "7", points: "15" }, { indicator_id: "8", points: "20" }]);
  });
});

describe("a form somebody else saved meanwhile", () => {
  const form = (cells: object, rest: object = {}) =>
    ({ outcome: "", execution_reason: "", money: [{ source: "", initial: "800000", adjusted: null, executed: "300000" }], rows: [{ ...row, name: "巡回场次", points_proposed: false, ...cells }], ...rest }) as unknown as SelfEvaluation;
  const typed = (cells: object): Unsaved => ({ typed: new Map([["7", cells]]), words: null, total: null });
  const met = (own: Unsaved, before: SelfEvaluation, now: SelfEvaluation) => {
    const laid = laidOver(own, before, now);
    return { laid, clashes: differing(laid, now).filter((one) => changedMeanwhile(one, before)) };
  };

  it("shows both texts of a cell that two persons changed", () => {
    const { laid, clashes } = met(typed({ reason: "SECOND" }), form({}), form({ reason: "FIRST" }));
    expect(sentCells(laid.typed)).toEqual([{ indicator_id: "7", reason: "SECOND" }]);
    expect(clashes).toEqual([{ indicator: "7", cell: "reason", row: "巡回场次", theirs: "FIRST", own: "SECOND" }]);
    expect(clashes.map(clashKey)).toEqual(["7-reason"]);
  });
  it("is silent where only one of them changed a cell, or both say the same", () => {
    expect(met(typed({ reason: "SECOND" }), form({}), form({ value: "140" })).clashes).toEqual([]);
    const same = met(typed({ reason: "FIRST" }), form({}), form({ reason: "FIRST" }));
    expect(same.clashes).toEqual([]);
    expect(same.laid.typed.size).toBe(0);
  });
  it("leaves what was not typed of the whole project to the other person", () => {
    const own: Unsaved = { typed: new Map(), words: { outcome: "已完成", execution_reason: "" }, total: { initial: "80", adjusted: "90", executed: "30" } };
    const now = form({}, { execution_reason: "采购推迟", money: [{ source: "", initial: "800000", adjusted: "850000", executed: "310000" }] });
    const { laid, clashes } = met(own, form({}), now);
    expect(laid.words).toEqual({ outcome: "已完成", execution_reason: "采购推迟" });
    expect(laid.total).toEqual({ initial: "80", adjusted: "90", executed: "31" });
    expect(clashes).toEqual([{ indicator: null, cell: "adjusted", row: "", theirs: "85", own: "90" }]);
  });
  it("keeps proposed points that were taken", () => {
    const now = form({ reason: "FIRST", points_proposed: true });
    expect(sentCells(laidOver(typed({ points: "20" }), form({ points_proposed: true }), now).typed)).toEqual([{ indicator_id: "7", points: "20" }]);
  });
});

describe("a block", () => {
  it("is more than one cell", () => {
    expect(isBlock("95%")).toBe(false);
    expect(isBlock("95%\n")).toBe(false);
    expect(isBlock("95%\n96%\n")).toBe(true);
    expect(isBlock("合格率\t95%")).toBe(true);
  });
});
