import { describe, expect, it } from "vitest";
import { originOf } from "./origin";

describe("the way back from a source", () => {
  it("leads to the row, in the queue and the frame it was read in", () => {
    expect(originOf({ project: "7", queue: "severity=error", frame: "national-101", line: "4" }, "2022", "9")).toEqual({ path: "/projects/7", query: { year: "2022", queue: "severity=error", frame: "national-101", row: "9" } });
  });

  it("says nothing that the address does not", () => {
    expect(originOf({ project: "7" }, "2022")).toEqual({ path: "/projects/7", query: { year: "2022" } });
    expect(originOf({ project: "x" }, "2022")).toBeNull();
    expect(originOf({}, "2022")).toBeNull();
  });
});
