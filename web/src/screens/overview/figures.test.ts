import { describe, expect, it } from "vitest";
import type { Overview } from "../../api/types";
import { kindBars, levelBars, most, ruleBars, severityBars, total } from "./figures";

const overview: Overview = {
  year: 2022, agencies: 1, projects: 2, indicators: 9, typed: 8, measurable: 7, findings: { error: 1, warning: 0, hint: 5 }, projects_with: { error: 1, warning: 0, hint: 2 },
  by_rule: [
    { rule: "a", title: "A", severity: "hint", findings: 5, projects: 2 },
    { rule: "b", title: "B", severity: "error", findings: 1, projects: 1 },
    { rule: "c", title: "C", severity: "error", findings: 0, projects: 0 },
  ],
  by_level: [{ level1: "产出指标", level2: "质量指标", indicators: 2 }, { level1: "产出指标", level2: "数量指标", indicators: 7 }],
  by_kind: [{ kind: "text", indicators: 0 }, { kind: "date", indicators: 2 }, { kind: "number", indicators: 7 }],
  by_comparator: [], attention: [], imports: [],
};

describe("figures", () => {
  it("put the gravest rules first and leave out the silent ones", () => {
    expect(ruleBars(overview).map((bar) => bar.key)).toEqual(["b", "a"]);
  });

  it("sort by size", () => {
    expect(kindBars(overview, (kind) => kind).map((bar) => bar.key)).toEqual(["number", "date"]);
    expect(levelBars(overview).map((bar) => bar.label)).toEqual(["产出指标 / 数量指标", "产出指标 / 质量指标"]);
  });

  it("lead to the rows they count", () => {
    expect(levelBars(overview)[0]?.query).toEqual({ level1: "产出指标", level2: "数量指标" });
    expect(ruleBars(overview)[0]?.query).toEqual({ rule: "b" });
  });

  it("keep severities in their order and add up", () => {
    const bars = severityBars(overview, (severity) => severity);
    expect(bars.map((bar) => bar.key)).toEqual(["error", "warning", "hint"]);
    expect(total(bars)).toBe(6);
    expect(most(bars)?.key).toBe("hint");
    expect(most([])).toBeUndefined();
  });
});
