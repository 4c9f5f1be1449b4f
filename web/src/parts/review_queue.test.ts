import { afterEach, describe, expect, it, vi } from "vitest";
import { api } from "../api/calls";
import type { ProjectPage, ProjectSummary } from "../api/types";
import { readAddress, reviewList } from "./address";
import { pageStart, queueAtHand, queueState, queueText, readQueue, standIn } from "./review_queue";

function project(id: string, error = 0, hint = 0): ProjectSummary {
  return { id, agency_id: "1", agency: "", programme: "", title: "", name: id, indicators: 1, findings: { error, warning: 0, hint } };
}
const state = (query = {}) => readAddress(query, reviewList);

/** The server, as pages of these projects. */
function serve(...pages: ProjectSummary[][]) {
  return vi.spyOn(api, "projects").mockImplementation((query) => {
    const at = Number(query.cursor ?? 0);
    const page: ProjectPage = { items: pages[at] ?? [], next: at + 1 < pages.length ? String(at + 1) : null, total: pages.flat().length, total_is_exact: true };
    return Promise.resolve(page);
  });
}

describe("the review queue", () => {
  afterEach(() => vi.restoreAllMocks());

  it("asks for the worst first and stops where nothing waits any more", async () => {
    const asked = serve([project("1", 3), project("2", 1)], [project("3", 0, 1), project("4")], [project("5")]);
    const queue = await readQueue("2022", state());
    expect(queue.items.map((item) => item.id)).toEqual(["1", "2", "3"]);
    expect(queue.whole).toBe(true);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(asked.mock.calls[0]?.[0]).toMatchObject({ year: "2022", findings: "any", sort: "findings", order: "desc", limit: 200 });
  });

  it("in another order goes to the end, past those without findings", async () => {
    serve([project("1"), project("2", 1)], [project("3"), project("4", 0, 1)]);
    expect((await readQueue("2022", state({ sort: "agency" }))).items.map((item) => item.id)).toEqual(["2", "4"]);
  });

  it("stays as it was read while one works along it", async () => {
    serve([project("11", 2), project("12", 1)]);
    await readQueue("2021", state());
    const asked = serve([project("12", 1)]).mockClear();
    expect((await queueAtHand("2021", state())).items).toHaveLength(2);
    expect(asked).not.toHaveBeenCalled();
    expect((await queueAtHand("2021", state({ severity: "error" }))).items).toHaveLength(1);
  });

  it("goes on with the next where a project has left it", async () => {
    serve([project("21", 3), project("22", 2), project("23", 1)]);
    await readQueue("2020", state());
    serve([project("21", 3), project("23", 1)]);
    const queue = await readQueue("2020", state());
    expect(standIn(queue, "21")).toBe(0);
    expect(standIn(queue, "22")).toBe(1);
    expect(standIn(queue, "99")).toBe(-1);
    serve([project("21", 3)]);
    expect(standIn(await readQueue("2020", state()), "23")).toBe(0);
  });

  it("is one word of an address", () => {
    expect(queueText(state())).toBe("all");
    expect(queueState("all")).toEqual(state());
    const chosen = state({ severity: "error", q: "经费 & 专利", sort: "agency" });
    expect(queueState(queueText(chosen))).toEqual(chosen);
    expect(queueState("severity=fatal&kind=date")).toEqual(state());
  });

  it("shows the page with the row at hand, else the one asked for", () => {
    expect(pageStart(120, { cursor: "", limit: 50 }, -1)).toBe(0);
    expect(pageStart(120, { cursor: "", limit: 50 }, 107)).toBe(100);
    expect(pageStart(120, { cursor: "50", limit: 50 }, -1)).toBe(50);
    expect(pageStart(120, { cursor: "900", limit: 50 }, -1)).toBe(100);
    expect(pageStart(0, { cursor: "50", limit: 50 }, -1)).toBe(0);
    expect(pageStart(120, { cursor: "x", limit: 50 }, -1)).toBe(0);
  });
});
