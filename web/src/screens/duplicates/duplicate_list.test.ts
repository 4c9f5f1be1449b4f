import { describe, expect, it } from "vitest";
import type { DuplicateGroup } from "../../api/types";
import { agenciesOf, inOrder, keyOf, matching, readView, rowsIn, sortedBy, writeView } from "./duplicate_list";

function group(name: string, ...owners: [agency: string, project: string][]): DuplicateGroup {
  const rows = owners.map(([agency, project], index) => ({ indicator_id: `${name.length}${index}`, project_id: `${index + 1}`, year: 2022, agency, project }));
  return { level1: "效益指标", level2: "可持续影响指标", name, comparator: "qualitative", target: "健全", measure: "", rows };
}

const tracking = group("跟踪反馈机制健全性", ["市科技局", "防震减灾"], ["市科技局", "科技合作"], ["市教育局", "校舍维修"]);
const training = group("培训合格率", ["市教育局", "师资培训"], ["市教育局", "技能培训"]);
const service = group("ABC 服务完成率", ["市民政局", "养老服务"], ["市财政局", "Web 服务"]);
const all = [tracking, training, service];
const names = (kept: readonly DuplicateGroup[]) => kept.map((one) => one.name);
const usual = { words: "", across: false, years: 1, sort: "size", order: "desc", open: [], group: "" } as const;

describe("groups of duplicates", () => {
  it("are kept by words of name, agency and project", () => {
    expect(matching(all, usual)).toEqual(all);
    expect(matching(all, { ...usual, words: " 机制 " })).toEqual([tracking]);
    expect(matching(all, { ...usual, words: "市教育局" })).toEqual([tracking, training]);
    expect(matching(all, { ...usual, words: "abc web" })).toEqual([service]);
  });

  it("are kept when one row says every word, not when two rows share them", () => {
    expect(matching(all, { ...usual, words: "市教育局 校舍" })).toEqual([tracking]);
    expect(matching(all, { ...usual, words: "市教育局 防震" })).toEqual([]);
  });

  it("are kept when they are of several agencies", () => {
    expect(all.map(agenciesOf)).toEqual([2, 1, 2]);
    expect(matching(all, { ...usual, across: true })).toEqual([tracking, service]);
    expect(matching(all, { words: "培训", across: true })).toEqual([]);
  });

  it("are sorted by size, agencies and name, equal ones as they came", () => {
    expect(names(inOrder(all, usual))).toEqual(names([tracking, training, service]));
    expect(names(inOrder(all, { sort: "size", order: "asc" }))).toEqual(names([training, service, tracking]));
    expect(names(inOrder(all, { sort: "agencies", order: "desc" }))).toEqual(names([tracking, service, training]));
    const byName = names(inOrder(all, { sort: "name", order: "asc" }));
    expect(names(inOrder(all, { sort: "name", order: "desc" }))).toEqual(byName.toReversed());
    expect(byName).toEqual(names([tracking, training, service]));
  });

  it("are called by their first row and counted by rows", () => {
    expect(keyOf(training)).toBe("50");
    expect(rowsIn(all)).toBe(7);
    expect(rowsIn([])).toBe(0);
  });
});

describe("the view of duplicates", () => {
  it("stands in the address, which says only what is unusual", () => {
    expect(readView({})).toEqual(usual);
    expect(Object.values(writeView({ ...usual, open: [] })).every((value) => value === undefined)).toBe(true);
    const view = { words: "机制", across: true, years: 3, sort: "name", order: "desc", open: ["12", "7"], group: "7" } as const;
    expect(readView(writeView({ ...view, open: [...view.open] }))).toEqual(view);
  });

  it("takes nothing from a mistyped address", () => {
    expect(readView({ across: "yes", sort: "colour", order: "up", open: "x,-1,", group: "first" })).toEqual(usual);
    expect(readView({ open: "3,3,a,4" }).open).toEqual(["3", "4"]);
  });

  it("turns the order round at a second press", () => {
    const byName = sortedBy({ ...usual, open: [] }, "name");
    expect(byName).toEqual({ sort: "name", order: "asc" });
    expect(sortedBy({ ...usual, ...byName, open: [] }, "name")).toEqual({ sort: "name", order: "desc" });
    expect(sortedBy({ ...usual, open: [] }, "size")).toEqual({ sort: "size", order: "asc" });
  });
});
