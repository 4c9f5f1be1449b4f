import { describe, expect, it } from "vitest";
import { en } from "../../text/en";
import { bandName, parameters, questionOf, readIfView, readRunView, scoresQuery, settingName, signed, sortedBy, writeIfView, writeRunView } from "./score_view";

describe("the view of a run", () => {
  it("is the address and back", () => {
    const query = { grade: "优", q: "展览", sort: "total", order: "desc", cursor: "ab", page: "2", limit: "100", project: "7", compare: "zhejiang-2022" };
    expect(writeRunView(readRunView(query))).toEqual(query);
    expect(writeRunView(readRunView({}))).toEqual({});
  });

  it("takes no nonsense", () => {
    expect(readRunView({ sort: "colour", limit: "7", project: "x", page: "3" })).toEqual(readRunView({}));
  });

  it("exports and lists what the filter says, not what is open", () => {
    expect(scoresQuery(readRunView({ grade: "none", project: "7", compare: "x", sort: "total" }))).toEqual({ grade: "none", sort: "total" });
  });

  it("sorts points from the highest, and turns on a second press", () => {
    const first = sortedBy(readRunView({ cursor: "ab", page: "2" }), "total");
    expect([first.sort, first.order, first.cursor, first.page]).toEqual(["total", "desc", "", 1]);
    expect(sortedBy(first, "total").order).toBe("asc");
  });
});

describe("a question", () => {
  it("is the address and back, values with = in them too", () => {
    const query = { run: "7", set: ["execution.points=20", 'grades.grade=[{name = "优", from = 85}]', "over.from="] };
    expect(readIfView(query).changes[1]).toEqual({ key: "grades.grade", value: '[{name = "优", from = 85}]' });
    expect(writeIfView(readIfView(query))).toEqual(query);
  });

  it("is of a run, or of a year as it stands", () => {
    expect(questionOf(readIfView({ run: "7" }), "2022")).toBeNull();
    expect(questionOf(readIfView({ run: "7", other: "x" }), "2022")).toEqual({ run: "7", other: "x", changes: [], limit: 100 });
    expect(questionOf(readIfView({ set: "places=0", profile: "p" }), "2022")).toEqual({ year: 2022, profile: "p", changes: [{ key: "places", value: "0" }], limit: 100 });
  });
});

describe("parameters", () => {
  const keys = [
    "total", "places", "fraction_from", "difference", "assign", "late", "proportion.ceiling", "proportion.equal", "proportion.tolerance", "proportion.pass", "proportion.strict", "graded.level", "satisfaction.met_is_full", "satisfaction.band", "stepped.band",
    "deduction.per", "deduction.off", "over.from", "over.points", "over.share", "over.per", "execution.points", "execution.band", "execution.caps.cap", "grades.grade", "points.kinds",
  ];

  it("are what changes scores, each with a name", () => {
    const settings = ["id", "title", "version", "clause", "verified", "over.clause", "execution.caps.verified", ...keys].map((key) => ({ key, value: "" }));
    expect(parameters(settings).map(({ key }) => key)).toEqual(keys);
    for (const key of keys) expect(Object.keys(en.scoring.key), key).toContain(settingName(key).replace("scoring.key.", ""));
  });
});

describe("movement", () => {
  it("is written with its sign", () => {
    expect([signed("-3.5"), signed("2"), signed("0")]).toEqual(["−3.5", "+2", "0"]);
  });

  it("has names for its bands", () => {
    expect(bandName({ from: null, to: "-20" })).toEqual({ key: "bandBelow", from: "", to: "20" });
    expect(bandName({ from: "-5", to: "0" })).toEqual({ key: "bandDown", from: "5", to: "0" });
    expect(bandName({ from: "0", to: "5" })).toEqual({ key: "bandUp", from: "0", to: "5" });
    expect(bandName({ from: "20", to: null })).toEqual({ key: "bandAbove", from: "20", to: "" });
  });
});
