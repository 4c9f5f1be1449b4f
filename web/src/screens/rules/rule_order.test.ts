import { describe, expect, it } from "vitest";
import type { Rule } from "../../api/types";
import { ruleList, readAddress, withSort } from "../../parts/address";
import { inOrder } from "./rule_order";

function rule(number: number, severity: Rule["severity"], waived: number): Rule {
  return { id: `r${number}`, number, title: `第 ${number} 条`, severity, aspect: "", on: true, clause: "", clause_verified: false, fix: "", findings: 0, suggestions: null, waived, set_aside_by: [], false_alarms: 0, page: "" };
}

const rules = [rule(3, "error", 0), rule(1, "hint", 5), rule(2, "error", 5)];
const numbers = (sort: string, order: "asc" | "desc") => inOrder(rules, { sort, order }).map((one) => one.number);

describe("the order of rules", () => {
  it("is their number, until a column is chosen", () => {
    expect(numbers("document", "asc")).toEqual([1, 2, 3]);
    expect(numbers("document", "desc")).toEqual([3, 2, 1]);
    expect(numbers("severity", "asc")).toEqual([2, 3, 1]);
  });

  it("keeps equal ones by their number", () => {
    expect(numbers("waived", "desc")).toEqual([1, 2, 3]);
    expect(numbers("waived", "asc")).toEqual([3, 1, 2]);
  });

  it("begins with the most waived", () => {
    const state = withSort(readAddress({}, ruleList), "waived");
    expect([state.sort, state.order]).toEqual(["waived", "desc"]);
  });
});
