import { describe, expect, it } from "vitest";
import type { LibraryIndicator } from "../../api/types";
import { changesBetween, draftOf, emptyForm, fieldOf, formOf, parts } from "./entry_form";

const entry: LibraryIndicator = {
  code: "A-1", name: "龙舟彩绘片数", aliases: ["彩绘片数", "龙舟片数"], layer: "agency", sector: "文化", agency: "甲局", role: "quantity", level1: "产出指标", level2: "数量指标", measure: "片", direction: "more", bounded: false, common: false,
  meaning: "m", formula: "f", source: "部门业务记录", evidence: "e", method: "情况统计法", scoring: "proportion", targets: ["≥ 20 片", "≥ 5 片"], retired: false, version: 2, document_name: "", author: "local", at: null,
};

describe("the form of an entry", () => {
  it("sends back what it was filled with", () => {
    const { code, name, aliases, sector, agency, role, measure, direction, bounded, common, meaning, formula, source, evidence, method, scoring, targets } = entry;
    expect(draftOf(formOf(entry))).toEqual({ code, name, aliases, sector, agency, role, measure, direction, bounded, common, meaning, formula, source, evidence, method, scoring, targets });
  });

  it("parts lists at either semicolon", () => {
    expect(parts(" 甲；乙;; 丙 ；")).toEqual(["甲", "乙", "丙"]);
  });

  it("tells the layer by what the entry has", () => {
    expect(draftOf({ ...emptyForm, layer: "common", agency: "甲局" })).toMatchObject({ common: true, agency: "" });
    expect(draftOf({ ...emptyForm, layer: "sector", agency: "甲局" })).toMatchObject({ common: false, agency: "" });
    expect(draftOf({ ...emptyForm, layer: "agency", agency: "甲局" })).toMatchObject({ common: false, agency: "甲局" });
  });

  it("leaves the code to the program and scores as usual when nobody says", () => {
    expect(draftOf(emptyForm)).not.toHaveProperty("code");
    expect(draftOf({ ...emptyForm, direction: "words", measure: "片" })).toMatchObject({ scoring: "direct", measure: "" });
    expect(draftOf({ ...emptyForm, role: "satisfaction" }).scoring).toBe("satisfaction");
    expect(draftOf({ ...emptyForm, direction: "more", scoring: "grade" }).scoring).toBe("grade");
  });

  it("finds the field a refusal is about", () => {
    expect(fieldOf("measure")).toBe("measure");
    expect(fieldOf("common")).toBe("layer");
    expect(fieldOf("region")).toBe("region");
    expect(fieldOf("surprise")).toBe("");
    expect(fieldOf(undefined)).toBe("");
  });

  it("names what changed between two versions, and nothing else", () => {
    expect(changesBetween(entry, { ...entry, version: 3, author: "x" })).toEqual([]);
    expect(changesBetween(entry, { ...entry, aliases: ["彩绘片数"], retired: true })).toEqual([
      { member: "aliases", before: "彩绘片数；龙舟片数", after: "彩绘片数" },
      { member: "retired", before: false, after: true },
    ]);
  });
});
