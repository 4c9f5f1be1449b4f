import { describe, expect, it } from "vitest";
import { notePlace, rowPlace } from "./source_place";

describe("the place of a row in its document", () => {
  it("is a line, a page, or the row itself", () => {
    expect(rowPlace({ id: "7", line: 41, page: 0 })).toEqual({ line: "41" });
    expect(rowPlace({ id: "7", line: 0, page: 3 })).toEqual({ row: "7", page: "3" });
    expect(rowPlace({ id: "7", line: 0, page: 0 })).toEqual({ row: "7" });
  });

  it("is found in what a report says", () => {
    expect(notePlace({ place: "line 41", line: 41 })).toEqual({ line: "41" });
    expect(notePlace({ place: "p12 t1 r3", line: 0 })).toEqual({ page: "12" });
    expect(notePlace({ place: "p2", line: 0 })).toEqual({ page: "2" });
    expect(notePlace({ place: "Sheet1!E7", line: 0 })).toEqual({ place: "Sheet1!E7" });
    expect(notePlace({ place: "p1!7:7", line: 0 })).toEqual({ place: "p1!7:7" });
    expect(notePlace({ place: "", line: 0 })).toBeNull();
  });
});
