import { describe, expect, it } from "vitest";
import { aroundChange, beginning } from "./long_text";

describe("a long text", () => {
  it("stands whole as long as a form could hold it", () => {
    expect(beginning("")).toBe("");
    expect(beginning("绩".repeat(500))).toBe("绩".repeat(500));
  });

  it("shows its beginning, in whole characters", () => {
    expect(beginning("绩".repeat(501))).toBe(`${"绩".repeat(200)}…`);
    expect(beginning("𠮷".repeat(100_000))).toBe(`${"𠮷".repeat(200)}…`);
  });

  it("shows, compared with another, where the two part", () => {
    const before = `${"绩".repeat(600)}甲${"效".repeat(600)}`;
    expect(aroundChange(before, before.replace("甲", "乙"))).toBe(`…${"绩".repeat(20)}甲${"效".repeat(179)}…`);
    expect(aroundChange(before, "")).toBe(`${"绩".repeat(200)}…`);
    expect(aroundChange("短", before)).toBe("短");
    expect(aroundChange("绩".repeat(600), before)).toBe(`…${"绩".repeat(20)}`);
  });
});
