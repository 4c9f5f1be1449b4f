import { describe, expect, it } from "vitest";
import type { Box } from "../../api/types";
import { bandOf, chosenRow, fieldOf, nextZoom, outlines, pictureWidth, placed, scaleOf, stepRow, stretchSize, stretchStart, walkOf, zoomOf, type SourcePage } from "./pages";

const box = (field: Box["field"], page: number, left: number, top: number): Box => ({ field, page, left, top, right: left + 40, bottom: top + 10 });
const page = (number: number, rows: SourcePage["rows"]): SourcePage => ({ number, width: 595, height: 842, rows });
const row = (id: string, boxes: Box[]): SourcePage["rows"][number] => ({ id, project_id: "1", name: id, boxes });

describe("stretches of pages", () => {
  it("hold every page once", () => {
    expect(stretchStart(0)).toBe(1);
    for (const number of [1, 7, stretchSize, stretchSize + 1, 5 * stretchSize]) {
      const start = stretchStart(number);
      expect(start % stretchSize).toBe(1);
      expect(number).toBeGreaterThanOrEqual(start);
      expect(number).toBeLessThan(start + stretchSize);
    }
  });
});

describe("scale", () => {
  it("fits the widest page into the room", () => {
    expect(scaleOf(null, 842, [{ width: 595 }, { width: 842 }])).toBe(1);
    expect(scaleOf(null, 500, [])).toBeGreaterThan(0);
  });

  it("takes 96 pixels for an inch at 100 %", () => {
    expect(scaleOf(100, 10, [{ width: 595 }])).toBeCloseTo(96 / 72);
    expect(scaleOf(50, 10, [])).toBeCloseTo(48 / 72);
  });

  it("reads an address and ignores nonsense", () => {
    expect(zoomOf("125")).toBe(125);
    for (const wrong of [undefined, "", "fit", "1", "1000", "99.5"]) expect(zoomOf(wrong)).toBeNull();
  });

  it("steps up and down and stops at the ends", () => {
    expect(nextZoom((96 / 72) * 0.9, 1)).toBe(100);
    expect(nextZoom((96 / 72) * 0.9, -1)).toBe(80);
    expect(nextZoom((96 / 72) * 3, 1)).toBe(300);
    expect(nextZoom((96 / 72) * 0.5, -1)).toBe(50);
  });

  it("asks for a picture with as many pixels as are shown", () => {
    expect(pictureWidth(700, 1)).toBe(700);
    expect(pictureWidth(701, 1)).toBe(1000);
    expect(pictureWidth(1000, 2)).toBe(2400);
    expect(pictureWidth(5000, 1)).toBe(2400);
  });
});

describe("outlines", () => {
  it("lie around the text at any scale", () => {
    expect(placed({ left: 10, top: 20, right: 50, bottom: 30 }, 2)).toEqual({ left: "17px", top: "37px", width: "86px", height: "26px" });
    expect(placed({ left: 0, top: 1.25, right: 3.5, bottom: 2.5 }, 1)).toEqual({ left: "-1.5px", top: "-0.25px", width: "6.5px", height: "4.25px" });
  });

  const merged = box("level1", 1, 10, 10);
  const shown = page(1, [
    row("a", [merged, box("level3", 1, 100, 10), box("target", 1, 200, 10)]),
    row("b", [merged, box("level3", 1, 100, 30), box("target", 1, 200, 30), box("target", 2, 200, 5)]),
  ]);

  it("show a merged cell once, for all its rows", () => {
    const all = outlines(shown);
    expect(all).toHaveLength(5);
    expect(all[0]?.rows).toEqual(["a", "b"]);
    expect(all.map((one) => one.leads).filter(Boolean)).toEqual(["a", "b"]);
  });

  it("leave what stands on another page there", () => {
    expect(outlines(page(2, shown.rows)).map((one) => one.rows)).toEqual([["b"]]);
    expect(outlines(page(2, shown.rows))[0]?.leads).toBe("b");
  });

  it("keep the current row when its merged cell is chosen", () => {
    const first = outlines(shown)[0];
    expect(first && chosenRow(first, "b")).toBe("b");
    expect(first && chosenRow(first, "z")).toBe("a");
  });
});

describe("walking rows", () => {
  const pages = [page(1, [row("a", [])]), page(2, []), page(3, [row("a", []), row("b", []), row("c", [])])];
  const walk = walkOf(pages);

  it("meets each row once, in order", () => {
    expect(walk.map((one) => one.id)).toEqual(["a", "b", "c"]);
  });

  it("goes on from the current row, or begins where the reader is", () => {
    expect(stepRow(walk, "a", 1, 1)?.id).toBe("b");
    expect(stepRow(walk, "c", 3, 1)).toBeUndefined();
    expect(stepRow(walk, "", 2, 1)?.id).toBe("b");
    expect(stepRow(walk, "", 2, -1)?.id).toBe("a");
  });
});

describe("the row that is looked at", () => {
  it("is a band over its own cells", () => {
    const all = outlines(page(1, [
      row("a", [box("level1", 1, 0, 0), box("level3", 1, 100, 20), box("target", 1, 200, 18)]),
      row("b", [box("level1", 1, 0, 0), box("level3", 1, 100, 40)]),
    ]));
    expect(bandOf(all, "a")).toEqual({ left: 100, top: 18, right: 240, bottom: 30 });
    expect(bandOf(all, "c")).toBeNull();
  });

  it("has a cell that the address names", () => {
    expect(fieldOf("measure")).toBe("measure");
    expect(fieldOf("agency")).toBe("agency");
    expect(["", undefined, "nonsense"].map(fieldOf)).toEqual(["target", "target", "target"]);
  });
});
