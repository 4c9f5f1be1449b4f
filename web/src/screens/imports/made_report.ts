import type { ImportReport } from "../../api/types";

/** A report as the server gives it, for tests. */
export function madeReport(more: Partial<ImportReport> = {}, changes: Partial<ImportReport["changes"]> = {}): ImportReport {
  return {
    id: null, document_id: null, dry_run: true, outcome: "new", version: 1, sentence: "", name: "a.csv", format: "csv", encoding: "utf-8", title: "", frame: "", year: 2022,
    region: "330400000", form: "table11", rows: 1, agencies: [{ name: "甲局", projects: 1, indicators: 1 }], projects: 1, indicators: 1, repeated: 0, doubtful: 0,
    unread: 0, hash: "", remembered: 0, layouts: [], remembered_rows: [], repairs: [], tables: [], notes: [], notices: [], findings: { error: 0, warning: 0, hint: 0 },
    changes: { new: 1, unchanged: 0, gone: 0, carried: 0, changed: [], conflicts: [], new_rows: [], gone_rows: [], rows_cut: false, ...changes },
    ...more,
  };
}
