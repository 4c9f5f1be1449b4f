import { describe, expect, it } from "vitest";
import type { Ambition, TargetKind } from "../../api/types";
import { en } from "../../text/en";
import { zh } from "../../text/zh";
import { projectsOf, sentences, spoken, yearsOf } from "./ambition";

const peer = (value: string, project = value): Ambition["peers"][number] => ({ indicator_id: value, project_id: project, agency: "甲局", project: "乙", name: "丙", value });

function made(change: Partial<Ambition> = {}): Ambition {
  return {
    indicator_id: "1", year: 2022, name: "培训合格率", comparator: ">=", target: "90", measure: "%", value: "90", ceiling: false, entry: null,
    past: [{ year: 2021, target: "92", actual: "93" }], peers: [peer("80"), peer("85"), peer("95"), peer("98")], least: 3,
    lies: { lowest: "80", first_quarter: "83.75", median: "90", third_quarter: "95.75", highest: "98" }, percentile: 50, ...change,
  };
}
const keys = (change: Partial<Ambition>, kind: TargetKind = "number") => sentences(made(change), kind).map((one) => one.key);

describe("the sentences of a comparison", () => {
  it("say how many peers aim lower, and what was done last", () => {
    expect(sentences(made(), "number")).toEqual([
      { key: "amongFloors", values: { target: "≥ 90 %", share: 50, n: 4 } },
      { key: "past", values: { year: 2021, target: "92 %", actual: "93 %" } },
    ]);
  });

  it("say of a ceiling that lower is stricter", () => expect(keys({ ceiling: true, comparator: "<=" })[0]).toBe("amongCeilings"));

  it("draw no conclusion from too few peers, or none", () => {
    expect(sentences(made({ peers: [peer("80")], lies: null, percentile: null }), "number")[0]).toEqual({ key: "fewPeers", values: { n: 1, least: 3 } });
    expect(keys({ peers: [], lies: null, percentile: null })[0]).toBe("noPeers");
  });

  it("do not call a target high or low that is everybody's", () => {
    const lies = { lowest: "90", first_quarter: "90", median: "90", third_quarter: "90", highest: "90" };
    expect(keys({ lies })[0]).toBe("asPeers");
    expect(keys({ lies, value: "95" })[0]).toBe("amongFloors");
  });

  it("keep a blank apart from 0", () => {
    expect(keys({ past: [{ year: 2021, target: "92", actual: null }] })[1]).toBe("pastTarget");
    expect(keys({ past: [{ year: 2021, target: null, actual: "93" }] })[1]).toBe("pastActual");
    expect(keys({ past: [{ year: 2021, target: "92", actual: "0" }] })[1]).toBe("past");
    expect(keys({ past: [{ year: 2021, target: null, actual: null }] })[1]).toBe("noPast");
  });

  it("pass over a year that says nothing", () => {
    const past = [{ year: 2021, target: null, actual: null }, { year: 2020, target: "80", actual: "81" }];
    expect(sentences(made({ past }), "number")[1]?.values.year).toBe(2020);
  });

  it("say why there is nothing to compare", () => {
    expect(keys({ value: null, target: "健全" }, "grade")).toEqual(["noNumber"]);
    expect(keys({ value: null, target: "3" }, "duration")).toEqual(["otherKind"]);
    expect(keys({ value: null, target: "3" })).toEqual(["noMeasure"]);
    expect(keys({ value: null, target: "" }, "text")).toEqual(["noTarget"]);
  });

  it("have their words in both languages", () => {
    const used = ["amongFloors", "amongCeilings", "asPeers", "fewPeers", "noPeers", "past", "pastTarget", "pastActual", "noPast", "noNumber", "noMeasure", "otherKind", "noTarget"].sort();
    expect(Object.keys(zh.ambition.say).sort()).toEqual(used);
    expect(Object.keys(en.ambition.say).sort()).toEqual(used);
  });
});

describe("a comparison", () => {
  it("counts a project once", () => expect(projectsOf([peer("80", "a"), peer("85", "a"), peer("90", "b")])).toBe(2));

  it("speaks the target as the form has it", () => {
    expect(spoken({ comparator: "<=", target: "12000", measure: "元" })).toBe("≤ 12,000 元");
    expect(spoken({ comparator: "", target: "5", measure: "" })).toBe("5");
  });

  it("puts the years in order, this one last and with nothing done", () => {
    const past = [{ year: 2021, target: "92", actual: "93" }, { year: 2019, target: "88", actual: null }];
    expect(yearsOf(made({ past }))).toEqual([past[1], past[0], { year: 2022, target: "90", actual: null }]);
  });
});
