import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { comparators, fields, kinds, libraryDirections, libraryLayers, libraryRoles, libraryScorings, matchStates, severities } from "../api/types";
import { en } from "./en";
import { comparatorKey } from "./format";
import { zh } from "./zh";

function leaves(tree: object, path = ""): Map<string, string> {
  const out = new Map<string, string>();
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === "string") out.set(path + name, value);
    else for (const [inner, text] of leaves(value as object, `${path}${name}.`)) out.set(inner, text);
  }
  return out;
}

const chinese = leaves(zh);
const english = leaves(en);
const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe("texts", () => {
  it("say the same things in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it("name the same values", () => {
    for (const [key, text] of chinese) expect(places(english.get(key) ?? ""), key).toEqual(places(text));
  });

  it("leave nothing untranslated", () => {
    for (const [key, text] of english) {
      if (key === "frame.languageShort") continue;
      expect(text, key).not.toMatch(/[一-鿿]/);
    }
  });

  it("neither shout nor leave blanks", () => {
    for (const [key, text] of [...chinese, ...english]) {
      expect(text, key).not.toMatch(/[!！]/);
      expect(text.trim(), key).not.toBe("");
    }
  });

  it("call the severities what the command line, the reports and the pages of rules call them", () => {
    const line = (file: string, key: string) => readFileSync(`../packs/text/${file}`, "utf8").split("\n").find((one) => one.startsWith(`"${key}"`));
    for (const severity of severities) {
      expect(line("cli.zh.toml", "cli.summary.review")).toContain(zh.severityCount[severity].replace("{n}", "").trim());
      expect(line("report.zh.toml", `report.severity_${severity}`)).toContain(`"${zh.severity[severity]}"`);
      expect(line("rules.zh.toml", `rule.severity.${severity}`)).toContain(`"${zh.severity[severity]}"`);
    }
    expect(zh.overview.attentionSay).toContain(zh.severity.warning);
  });

  it("have a word for every code of the contract", () => {
    for (const severity of severities) expect(chinese.has(`severity.${severity}`)).toBe(true);
    for (const kind of kinds) expect(chinese.has(`kind.${kind}`)).toBe(true);
    for (const field of fields) expect(chinese.has(`field.${field}`)).toBe(true);
    for (const comparator of comparators) expect(chinese.has(comparatorKey(comparator)), comparator).toBe(true);
    for (const layer of libraryLayers) expect(chinese.has(`library.layer.${layer}`)).toBe(true);
    for (const role of libraryRoles) expect(chinese.has(`library.role.${role}`)).toBe(true);
    for (const direction of libraryDirections) expect(chinese.has(`library.direction.${direction}`)).toBe(true);
    for (const scoring of libraryScorings) expect(chinese.has(`library.scoring.${scoring}`)).toBe(true);
    for (const state of matchStates) expect(chinese.has(`matches.state.${state}`)).toBe(true);
  });
});
