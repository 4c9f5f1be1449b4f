import { describe, expect, it } from "vitest";
import { apiQuery, exportQuery, indicatorList, libraryList, projectList, readAddress, reviewList, withFilter, withSort, writeAddress } from "./address";

const full = {
  year: "2022", agency: "3", project: "9007199254740993", level1: "产出指标", level2: "数量指标", kind: "number", comparator: ">=",
  measurable: "true", severity: "error", rule: "measure_missing", q: "经费", sort: "target", order: "desc", limit: "100", cursor: "abc", page: "3",
};

describe("address", () => {
  it("gives back the address it was read from", () => {
    expect(writeAddress("2022", readAddress(full, indicatorList))).toEqual(full);
  });

  it("says nothing that is as usual", () => {
    const state = readAddress({ sort: "document", order: "asc", limit: "50", q: "  " }, indicatorList);
    expect(writeAddress("2022", state)).toEqual({ year: "2022" });
  });

  it("drops what no list knows", () => {
    const state = readAddress(
      { kind: "colour", comparator: "≥", measurable: "yes", severity: "fatal", agency: "1 or 1", sort: "price", order: "up", limit: "1000", page: "7" },
      indicatorList,
    );
    expect(state).toEqual({ filters: {}, q: "", sort: "document", order: "asc", cursor: "", page: 1, limit: 50 });
  });

  it("keeps only the filters of its list", () => {
    expect(readAddress({ kind: "number", severity: "hint" }, projectList).filters).toEqual({ severity: "hint" });
  });

  it("reads and writes the filters of the library", () => {
    const library = { year: "2022", level1: "产出指标", layer: "agency", sector: "水利", own: "true", retired: "false", sort: "learned", order: "desc" };
    expect(writeAddress("2022", readAddress(library, libraryList))).toEqual(library);
    expect(readAddress({ layer: "galaxy", own: "mine" }, libraryList).filters).toEqual({});
  });

  it("keeps an id of 64 bits to the digit", () => {
    expect(readAddress({ project: "9007199254740993" }, indicatorList).filters.project).toBe("9007199254740993");
  });

  it("takes the first of a repeated name", () => {
    expect(readAddress({ kind: ["date", "number"] }, indicatorList).filters.kind).toBe("date");
  });

  it("asks the server for everything but the number of the page", () => {
    const { page: _page, ...asked } = full;
    expect(apiQuery("2022", readAddress(full, indicatorList))).toEqual({ ...asked, limit: 100 });
  });

  it("exports every page of what is listed", () => {
    const { page: _page, cursor: _cursor, limit: _limit, ...asked } = full;
    expect(exportQuery("2022", readAddress(full, indicatorList))).toEqual(asked);
  });

  it("starts at the first page when a condition changes", () => {
    const next = withFilter(readAddress(full, indicatorList), "kind", undefined);
    expect(next.filters.kind).toBeUndefined();
    expect([next.cursor, next.page]).toEqual(["", 1]);
  });

  it("turns the order round at the second press", () => {
    const once = withSort(readAddress({}, indicatorList), "name");
    expect([once.sort, once.order]).toEqual(["name", "asc"]);
    expect(withSort(once, "name").order).toBe("desc");
    expect(withSort(withSort(once, "name"), "name").order).toBe("asc");
    expect(withSort(withSort(once, "name"), "kind").order).toBe("asc");
    expect(withSort(once, "findings").order).toBe("desc");
    expect(withSort(withSort(once, "findings"), "findings").order).toBe("asc");
  });

  it("has the worst first where it is reviewed, and says only another order", () => {
    const usual = readAddress({}, reviewList);
    expect([usual.sort, usual.order]).toEqual(["findings", "desc"]);
    expect(writeAddress("2022", usual, reviewList.usual)).toEqual({ year: "2022" });
    for (const [sort, order] of [["findings", "asc"], ["agency", "asc"], ["agency", "desc"]] as const) {
      const state = { ...usual, sort, order };
      expect(readAddress(writeAddress("2022", state, reviewList.usual), reviewList)).toEqual(state);
    }
    expect(apiQuery("2022", usual)).toMatchObject({ sort: "findings", order: "desc" });
  });
});
