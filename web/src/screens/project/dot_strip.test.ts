import { describe, expect, it } from "vitest";
import { anchorOf, scaleOf, stripOf } from "./dot_strip";
import { pastLines } from "./past_line";

const room = { width: 220, side: 10, height: 50, dot: 8 };

describe("a dot strip", () => {
  it("runs from the smallest to the largest, the row's own among them", () => {
    const strip = stripOf([10, 20, 30], 50, [10, 15, 20, 25, 30], room);
    expect(strip.dots.map((dot) => dot.x)).toEqual([10, 60, 110]);
    expect(strip.own).toBe(210);
    expect([strip.lowest, strip.band.from, strip.median, strip.band.to, strip.highest]).toEqual([10, 35, 60, 85, 110]);
  });

  it("puts a single value in the middle", () => expect(stripOf([5, 5], 5, [5, 5, 5, 5, 5], room).own).toBe(110));

  it("piles up what would lie over one another, in the room there is", () => {
    const few = stripOf([5, 5, 5, 9], 5, [5, 5, 5, 6, 9], room).dots;
    expect(few.filter((dot) => dot.x === 10).map((dot) => dot.up)).toEqual([4, 13, 22]);
    const many = stripOf([...Array<number>(100).fill(5), 9], 5, [5, 5, 5, 5, 9], room).dots;
    expect(many).toHaveLength(101);
    expect(Math.max(...many.map((dot) => dot.up))).toBeCloseTo(room.height - room.dot / 2);
  });

  it("keeps its labels inside", () => {
    expect([anchorOf(10, 200, 60), anchorOf(100, 200, 60), anchorOf(195, 200, 60)]).toEqual(["start", "middle", "end"]);
  });

  it("turns round where its ends are turned round", () => expect(scaleOf([0, 10], 100, 0)(2.5)).toBe(75));
});

describe("the line of the past", () => {
  const frame = { left: 0, right: 100, top: 0, bottom: 50 };

  it("draws more higher, and leaves a gap where a year says nothing", () => {
    const lines = pastLines([{ year: 2019, target: "80", actual: "90" }, { year: 2020, target: null, actual: "85" }, { year: 2021, target: "85", actual: null }], frame);
    expect(lines.years.map((one) => one.x)).toEqual([0, 50, 100]);
    expect(lines.actual).toEqual({ dots: [{ x: 0, y: 0, text: "90" }, { x: 50, y: 25, text: "85" }], path: "M0 0L50 25" });
    expect(lines.target.path).toBe("M0 50M100 25");
  });

  it("has nothing to draw without numbers", () => {
    expect(pastLines([{ year: 2021, target: null, actual: null }], frame)).toMatchObject({ target: { dots: [], path: "" }, actual: { dots: [], path: "" } });
  });
});
