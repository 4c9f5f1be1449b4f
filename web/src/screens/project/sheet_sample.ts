import type { Field, Finding, Indicator, Severity, WaiverKind } from "../../api/types";

/** Rows and findings as tests need them. */
export function finding(rule: string, severity: Severity, field: Finding["field"], after = ""): Finding {
  return {
    rule, severity, field, title: rule, message: "", clause: "", clause_verified: false, fix: "", suggestion_text: "", waiver: null,
    suggestion: after === "" ? [] : [{ field: field as Field, after }],
  };
}

export function setAside(one: Finding, id = "1", kind: WaiverKind = "waived"): Finding {
  return { ...one, waiver: { id, kind, reason: "本地口径", author: "local", at: "2022-10-01T08:00:00Z" } };
}

export function row(level1: string, level2: string, findings: Finding[] = []): Indicator {
  return {
    id: "1", revision: 1, project_id: "1", agency_id: "1", agency: "", project: "", level1, level2, name: "名", comparator: ">=", target: "5",
    measure: "(%)", kind: "number", typed: {}, measurable: true, place: "line 1", line: 1, page: 0, boxes: [], document_id: "1", doubt: [], repaired: [], edited: [], filed: {}, findings,
    overlays: [], may: {},
  };
}
