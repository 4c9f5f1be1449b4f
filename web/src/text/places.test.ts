import { describe, expect, it } from "vitest";
import { placeWords } from "./places";

describe("places", () => {
  it("are told part by part", () => {
    expect(placeWords("line 41")).toEqual([{ key: "at.line", text: "41" }]);
    expect(placeWords("p3 t1 r12").map((word) => [word.key, word.text])).toEqual([["at.page", "3"], ["at.table", "1"], ["at.row", "12"]]);
    expect(placeWords("t2")).toEqual([{ key: "at.table", text: "2" }]);
  });

  it("follow the name of their file", () => {
    expect(placeWords("2022 表 11.csv line 2")).toEqual([{ text: "2022 表 11.csv" }, { key: "at.line", text: "2" }]);
    expect(placeWords("a.pdf p3 t1")).toEqual([{ text: "a.pdf" }, { key: "at.page", text: "3" }, { key: "at.table", text: "1" }]);
  });

  it("stand as they are where they are names already", () => {
    for (const place of ["Sheet1!E7", "'第 1 季度'!B2", "", "line", "p3 of it"]) expect(placeWords(place)).toEqual([{ text: place }]);
  });
});
