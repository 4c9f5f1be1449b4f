import type { Counts, Finding } from "../api/types";

/** Whether nobody has set the finding aside. */
export function stands(finding: Pick<Finding, "waiver">): boolean {
  return finding.waiver === null;
}

/** How many findings of each severity stand. */
export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const finding of findings.filter(stands)) ++counts[finding.severity];
  return counts;
}
