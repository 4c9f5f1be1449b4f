import { describe, expect, it } from "vitest";
import { withReason } from "./recent_reasons";

describe("recent reasons", () => {
  it("stand newest first, none twice", () => {
    expect(withReason(["甲", "乙"], "乙")).toEqual(["乙", "甲"]);
  });

  it("are five at most", () => {
    expect(withReason(["1", "2", "3", "4", "5"], "6")).toEqual(["6", "1", "2", "3", "4"]);
  });
});
