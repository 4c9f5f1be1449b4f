import { describe, expect, it } from "vitest";
import type { ImportReport, Problem } from "../../api/types";
import { countGroups, inGroup, mayFile, progress, questions, stateAfterProblem, stateAfterReading, unfiled, type State } from "./batch";
import { madeReport } from "./made_report";

const problem = (code: string): Problem => ({ type: "", title: "t", status: 400, code, detail: "" });
const states = (...all: State[]) => all.map((state) => ({ state }));

describe("a file that was read", () => {
  it("can be filed where nothing is to be asked", () => {
    expect(stateAfterReading(madeReport())).toBe("read");
    expect(stateAfterReading(madeReport({ doubtful: 2, unread: 1 }))).toBe("read");
  });

  it("wants a word where rows would be gone, or the table names another year", () => {
    expect(stateAfterReading(madeReport({}, { gone: 3 }))).toBe("asks");
    const differs: ImportReport = madeReport({ notices: [{ code: "filing.year_differs", message: "m", place: "" }] });
    expect(stateAfterReading(differs)).toBe("asks");
    expect(questions({ report: differs, problem: null })).toEqual(["year_differs"]);
    expect(mayFile({ state: "asks", report: differs })).toBe(true);
  });

  it("has nothing to file where it was filed before", () => {
    expect(stateAfterReading(madeReport({ outcome: "same_document" }, { gone: 3 }))).toBe("known");
    expect(stateAfterReading(madeReport({ outcome: "same_document", notices: [{ code: "filing.superseded", message: "replaced", place: "" }] }))).toBe("asks");
    expect(mayFile({ state: "known", report: madeReport() })).toBe(false);
  });

  it("asks for what the document does not say, and fails otherwise", () => {
    expect(stateAfterProblem(problem("filing.no_year"))).toBe("asks");
    expect(questions({ report: null, problem: problem("store.no_agency") })).toEqual(["agency"]);
    expect(stateAfterProblem(problem("document.broken"))).toBe("failed");
    expect(mayFile({ state: "asks", report: null })).toBe(false);
  });
});

describe("a list of files", () => {
  it("is counted and filtered by groups", () => {
    const list = states("waiting", "twin", "known", "queued", "filing", "read", "filed");
    expect(countGroups(list)).toEqual({ asks: 0, failed: 0, read: 3, reading: 0, waiting: 1, known: 2, cancelled: 0, filed: 1 });
    expect(list.filter((one) => inGroup(one, "known")).length).toBe(2);
    expect(list.filter((one) => inGroup(one, null)).length).toBe(7);
  });

  it("is at stake while a file is neither filed nor settled", () => {
    expect(unfiled(states("filed", "known", "twin", "failed", "cancelled"))).toBe(0);
    expect(unfiled(states("waiting", "reading", "read", "asks", "queued", "filing"))).toBe(6);
  });

  it("says how far it is: reading first, then filing", () => {
    expect(progress(states("waiting", "reading", "read", "failed"))).toEqual({ phase: "reading", done: 2, total: 4 });
    expect(progress(states("failed", "filed", "filing", "queued", "asks"))).toEqual({ phase: "filing", done: 1, total: 3 });
  });
});
