import { describe, expect, it } from "vitest";
import type { MatchedName } from "../../api/types";
import { apiQuery, filterQuery, percent, placeIn, readView, sureness, writeView } from "./match_view";

const name = (id: string, confidence?: number): MatchedName => ({
  id, name: id, state: "open", rows: 1, some_rows: [], decision: null, entry: "",
  candidates: confidence === undefined ? [] : [{ code: "A", name: "a", confidence, by: "name", spelling: "a", role: "unknown", measure: "unknown" }],
});

describe("the view of the matches", () => {
  it("gives back the address it was read from, and says nothing that is as usual", () => {
    const full = { state: "all", sure: "high", words: "培训", sort: "rows", cursor: "12", name: "7" };
    expect(writeView(readView(full))).toEqual(full);
    expect(Object.values(writeView(readView({}))).every((value) => value === undefined)).toBe(true);
  });

  it("drops what it does not know", () => {
    expect(readView({ state: "maybe", sure: "very", sort: "price", cursor: "x", name: "1 or 1" })).toEqual({ state: "open", sure: "any", words: "", sort: "confidence", cursor: "", name: "" });
  });

  it("asks the server for the bounds of a surety", () => {
    expect(filterQuery("2022", readView({ sure: "exact" }))).toMatchObject({ year: "2022", state: "open", least: 1000 });
    expect(filterQuery("2022", readView({ sure: "without", state: "all" }))).toEqual({ year: "2022", state: undefined, most: 0, q: undefined });
    expect(apiQuery("2022", readView({}))).toMatchObject({ sort: "confidence", order: "desc", limit: 100 });
    expect(apiQuery("2022", readView({ sort: "unsure" }))).not.toHaveProperty("order");
    expect(apiQuery("2022", readView({ sort: "document" }))).not.toHaveProperty("sort");
  });

  it("says no surer than it is", () => {
    expect(percent(999)).toBe("99%");
    expect(percent(1000)).toBe("100%");
    expect(sureness(name("1"))).toBe(0);
    expect(sureness(name("1", 720))).toBe(720);
  });

  it("stays at the name at hand, and goes to the next one when it has left the list", () => {
    const list = [name("1"), name("2"), name("3")];
    expect(placeIn(list, "2", 0)).toBe(1);
    expect(placeIn(list.filter((one) => one.id !== "2"), "2", 1)).toBe(1);
    expect(placeIn(list.slice(0, 2), "3", 2)).toBe(1);
    expect(placeIn([], "3", 2)).toBe(0);
  });
});
