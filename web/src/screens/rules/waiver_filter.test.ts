import { describe, expect, it } from "vitest";
import type { StoredWaiver } from "../../api/types";
import { matching, readFilter, writeFilter } from "./waiver_filter";

function waiver(id: string, kind: StoredWaiver["kind"], more: Partial<StoredWaiver> = {}): StoredWaiver {
  return {
    id, kind, reason: "本地口径", author: "local", at: "2022-10-01T08:00:00Z", rule: "x", title: "", message: "", project_id: "1", indicator_id: "2",
    agency: "嘉兴市科学技术局", project: "防震减灾工作经费", indicator: "防灾公园运维", ended_by: "", ended_at: null, lapsed: false, ...more,
  };
}

const all = [waiver("1", "waived"), waiver("2", "false_alarm", { reason: "按 ISO 写法" }), waiver("3", "false_alarm", { project: "科技合作", author: "Wang" })];
const ids = (kept: readonly StoredWaiver[]) => kept.map((one) => one.id);

describe("the filter of waivers", () => {
  it("keeps one kind", () => {
    expect(ids(matching(all, { kind: "", q: "" }))).toEqual(["1", "2", "3"]);
    expect(ids(matching(all, { kind: "false_alarm", q: "" }))).toEqual(["2", "3"]);
  });

  it("finds every word, in whichever cell and case", () => {
    expect(ids(matching(all, { kind: "", q: " 防震 iso " }))).toEqual(["2"]);
    expect(ids(matching(all, { kind: "", q: "wang" }))).toEqual(["3"]);
    expect(ids(matching(all, { kind: "waived", q: "wang" }))).toEqual([]);
  });

  it("stands in the address, which says only what is unusual", () => {
    const filter = { kind: "waived", q: "防震", ended: true } as const;
    expect(readFilter({ ...writeFilter(filter) })).toEqual(filter);
    expect(writeFilter({ kind: "", q: "  ", ended: false })).toEqual({ kind: undefined, q: undefined, ended: undefined });
    expect(readFilter({ kind: "other", ended: "yes" })).toEqual({ kind: "", q: "", ended: false });
  });
});
