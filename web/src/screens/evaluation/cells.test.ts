import { describe, expect, it } from "vitest";
import type { SelfEvaluation } from "../../api/types";
import { isBlock, sentCells, wan, yuan, withCell, withProposed } from "./cells";

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

describe("a block", () => {
  it("is more than one cell", () => {
    expect(isBlock("95%")).toBe(false);
    expect(isBlock("95%\n")).toBe(false);
    expect(isBlock("95%\n96%\n")).toBe(true);
    expect(isBlock("合格率\t95%")).toBe(true);
  });
});
