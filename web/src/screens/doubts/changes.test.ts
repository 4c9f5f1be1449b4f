import { expect, it } from "vitest";
import type { Reading } from "../../api/types";
import { changesOf } from "./changes";

const reading: Reading = { agency: "甲局", project: "", level1: "", level2: "", level3: "培训人数", comparator: "", target: "200", measure: "人", points: "" };

it("a correction's changed cells stand with both values", () => {
  expect(changesOf({ before: [reading], after: [{ ...reading, comparator: ">=", target: "210" }] })).toEqual([
    { number: 0, field: "comparator", before: "", after: "≥" },
    { number: 0, field: "target", before: "200", after: "210" },
  ]);
  expect(changesOf({ before: [reading], after: [reading] })).toEqual([]);
});

it("an indicator that came or went stands with what it says", () => {
  const came = changesOf({ before: [reading], after: [reading, { ...reading, level3: "演练人数" }] });
  expect(came.every((one) => one.number === 1 && one.before === "")).toBe(true);
  expect(came.map((one) => one.after)).toContain("演练人数");
});
