import { describe, expect, it } from "vitest";
import { inWindow, windowSize, windowStart } from "./window";

describe("window of lines", () => {
  it("shows the wanted line with some before it", () => {
    for (const line of [1, 5, 120, 121, 4000]) expect(inWindow(line, windowStart(line))).toBe(true);
    expect(windowStart(0)).toBe(1);
    expect(windowStart(500)).toBeLessThan(500);
  });

  it("ends where the next begins", () => {
    expect(inWindow(windowSize, 1)).toBe(true);
    expect(inWindow(windowSize + 1, 1)).toBe(false);
  });
});
