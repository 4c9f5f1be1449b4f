import { describe, expect, it } from "vitest";
import { comparatorKey, comparatorSign, formatBytes, formatCount, formatMoment, formatShare, formatTarget } from "./format";

describe("formats", () => {
  it("groups counts", () => {
    expect(formatCount(1234567, "zh")).toBe("1,234,567");
    expect(formatCount(1234567, "en")).toBe("1,234,567");
  });

  it("never rounds a share to none or all", () => {
    expect(formatShare(1, 1000)).toBe("<1%");
    expect(formatShare(999, 1000)).toBe(">99%");
    expect(formatShare(0, 7)).toBe("0%");
    expect(formatShare(7, 7)).toBe("100%");
    expect(formatShare(0, 0)).toBe("–");
    expect(formatShare(128, 147)).toBe("87%");
  });

  it("keeps the digits and the scale of a target", () => {
    expect(formatTarget("200000")).toBe("200,000");
    expect(formatTarget("12345678901234567890.50")).toBe("12,345,678,901,234,567,890.50");
    expect(formatTarget("90.00")).toBe("90.00");
    expect(formatTarget("2022")).toBe("2022");
    expect(formatTarget("2022", "年")).toBe("2022");
    expect(formatTarget("2000", "人")).toBe("2,000");
    expect(formatTarget("1600")).toBe("1,600");
    expect(formatTarget("1600.5")).toBe("1,600.5");
    expect(formatTarget("900")).toBe("900");
    expect(formatTarget("10月底前")).toBe("10月底前");
    expect(formatTarget("0")).toBe("0");
    expect(formatTarget("")).toBe("");
  });

  it("prints the form's signs", () => {
    expect([">=", "<=", "=", ">", "<", "qualitative", ""].map(comparatorSign)).toEqual(["≥", "≤", "＝", "＞", "＜", "定性", ""]);
    expect(comparatorKey("")).toBe("comparator.none");
  });

  it("writes moments as each language does", () => {
    const at = new Date(2022, 7, 31, 14, 2).toISOString();
    expect(formatMoment(at, "zh")).toBe("2022年8月31日 14:02");
    expect(formatMoment(at, "en")).toBe("31 Aug 2022, 14:02");
    expect(formatMoment("soon", "zh")).toBe("soon");
  });

  it("says how large a file is", () => {
    expect(formatBytes(512, "zh")).toBe("512 B");
    expect(formatBytes(24.7 * 1024, "en")).toBe("24.7 KB");
    expect(formatBytes(64 * 1024 * 1024, "zh")).toBe("64 MB");
  });
});
