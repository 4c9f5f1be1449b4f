import { describe, expect, it } from "vitest";
import type { Project } from "../../api/types";
import { chosenFrame, kindsIn, kindWords, tally } from "./frames";
import { row } from "./sheet_sample";

type Kinds = Project["frames"][number]["kinds"];
const frame = (id: string, kinds: Kinds) => ({ id, title: id, source: "", verified: false, kinds });
const kind = (level1: string, level2: string) => ({ level1, level2 });

function made(own: string | null = "88"): Project {
  return {
    id: "1", agency_id: "1", agency: "甲局", programme: "", title: "", name: "乙", indicators: 4, findings: { error: 0, warning: 0, hint: 0 }, year: 2022,
    rows: [row("产出", "产出数量"), row("产出", "成本指标"), row("效益", "可持续影响"), row("效益", "经济效益")],
    source: null, pack: { id: "p", title: "p", version: 1 }, may: {}, frame: own,
    frames: [
      frame("88", [kind("产出指标", "数量指标"), kind("产出指标", "成本指标"), kind("效益指标", "可持续影响指标"), kind("效益指标", "经济效益指标")]),
      frame("101", [kind("产出指标", "数量指标"), kind("成本指标", "经济成本指标"), null, kind("效益指标", "经济效益")]),
    ],
  };
}

describe("the rows in another frame", () => {
  it("are told apart where either word says something else", () => {
    const kinds = kindsIn(made(), "101") ?? [];
    expect(kinds.map((one) => one.differs)).toEqual([
      { level1: false, level2: false }, { level1: true, level2: true }, { level1: false, level2: false }, { level1: false, level2: false },
    ]);
    expect(kinds.map((one) => one.lacks)).toEqual([false, false, true, false]);
    expect(tally(kinds)).toEqual({ differ: 1, lack: 1 });
  });

  it("are held against their own words where the document is in no frame", () => {
    expect(tally(kindsIn(made(null), "88") ?? [])).toEqual({ differ: 1, lack: 0 });
    expect(tally(kindsIn(made(null), "101") ?? [])).toEqual({ differ: 2, lack: 1 });
  });

  it("are not shown in their own frame, nor in one that there is not", () => {
    expect(kindsIn(made(), "88")).toBeNull();
    expect(kindsIn(made(), "1 or 1")).toBeNull();
    expect(kindsIn(made(), "")).toBeNull();
    expect(chosenFrame(made(), "101")?.id).toBe("101");
  });

  it("say under a merged cell every word there, once", () => {
    const kinds = kindsIn(made(), "101") ?? [];
    expect(kindWords(kinds, "level1", 0, 2)).toEqual([{ word: "产出指标", differs: false }, { word: "成本指标", differs: true }]);
    expect(kindWords(kinds, "level1", 2, 2)).toEqual([{ word: "效益指标", differs: false }]);
    expect(kindWords(kinds, "level2", 2, 1)).toEqual([]);
  });
});
