import type { ImportReport } from "../../api/types";

/** How many rows stand otherwise in the new version; the report lists their cells, of which a row may have several. */
export function changedRows(report: Pick<ImportReport, "indicators" | "changes">): number {
  const { changed, new: added, unchanged } = report.changes;
  if (changed.length === 0) return 0;
  return Math.min(changed.length, Math.max(1, report.indicators - added - unchanged));
}
