import { severities, type Rule } from "../../api/types";
import type { ListState } from "../../parts/address";

const by: Record<string, (a: Rule, b: Rule) => number> = {
  name: (a, b) => a.title.localeCompare(b.title, "zh"),
  severity: (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  aspect: (a, b) => a.aspect.localeCompare(b.aspect, "zh"),
  findings: (a, b) => a.findings - b.findings,
  waived: (a, b) => a.waived - b.waived,
  false_alarms: (a, b) => a.false_alarms - b.false_alarms,
};

/** The rules as a column orders them, the gravest severity first; equal ones by their number. */
export function inOrder(rules: readonly Rule[], { sort, order }: Pick<ListState, "sort" | "order">): Rule[] {
  const way = order === "desc" ? -1 : 1;
  const column = by[sort];
  if (!column) return [...rules].sort((a, b) => way * (a.number - b.number));
  return [...rules].sort((a, b) => way * column(a, b) || a.number - b.number);
}
