import { describe, expect, it } from "vitest";
import type { BoardRow } from "../../api/types";
import { curvePoints, forecastInTenThousand, inTenThousand, onlyMoney, spots } from "./figures";

describe("money in 万元", () => {
  it("is exact, and blank stays blank", () => {
    expect(inTenThousand("1200000")).toBe("120");
    expect(inTenThousand("12345.67")).toBe("1.234567");
    expect(inTenThousand("1")).toBe("0.0001");
    expect(inTenThousand("0")).toBe("0");
    expect(inTenThousand("-35000")).toBe("-3.5");
    expect(inTenThousand("1234567890000")).toBe("123,456,789");
    expect(inTenThousand(null)).toBe("");
  });
});

describe("a forecast in 万元", () => {
  it("has two places, rounded half up", () => {
    expect(forecastInTenThousand("514285.71")).toBe("51.43");
    expect(forecastInTenThousand("342857.14")).toBe("34.29");
    expect(forecastInTenThousand("50")).toBe("0.01");
    expect(forecastInTenThousand("49.99")).toBe("0");
    expect(forecastInTenThousand("600000")).toBe("60");
    expect(forecastInTenThousand("-49")).toBe("0");
    expect(forecastInTenThousand(null)).toBe("");
  });
});

describe("a light", () => {
  const counts = { red: 0, yellow: 0, green: 0, blue: 0, not_reported: 4, unclear: 0 };
  it("may be the money's alone", () => {
    expect(onlyMoney("green", "green", counts)).toBe(true);
    expect(onlyMoney("green", "green", { ...counts, green: 1 })).toBe(false);
    expect(onlyMoney(null, null, counts)).toBe(false);
  });
});

describe("the plot of money and goals", () => {
  const row = (pace: string | null, goal_rate: string | null) => ({ pace, goal_rate }) as BoardRow;
  it("shows who has both figures, the better further right and higher", () => {
    const all = spots([row("50", "90"), row("100", "40"), row(null, "40"), row("900", "100")], { left: 0, right: 160, top: 0, bottom: 120 });
    expect(all.map((spot) => [spot.x, spot.y])).toEqual([[50, 30], [100, 80], [160, 20]]);
  });
});

describe("the points of a curve", () => {
  it("hold the last value of each month against the target", () => {
    const curve = { shape: "straight" as const, points: [], own: false, due: [{ day: "2022-06-30", share: "50" }, { day: "2022-07-31", share: "58.33" }], reached: [{ day: "2022-07-10", value: "30" }, { day: "2022-07-31", value: "40" }] };
    const points = curvePoints({ curve, target: "120" });
    expect(points.map((point) => [point.day, point.share, point.value])).toEqual([["2022-06-30", 50, ""], ["2022-07-31", 58.33, "40"]]);
    expect(points[0]?.ofTarget).toBeNull();
    expect(points[1]?.ofTarget).toBeCloseTo(100 / 3);
    expect(curvePoints({ curve: { ...curve, reached: [{ day: "2022-07-31", value: "0.4万" }] }, target: "120" })[1]?.ofTarget).toBeNull();
  });
});
