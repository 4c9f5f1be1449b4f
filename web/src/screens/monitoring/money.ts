import type { MoneyColumn, MoneyReport } from "../../api/types";

/** What of a table of money is settled and what a person still has to say. */

type Tried = Pick<MoneyReport, "columns" | "unit" | "unit_missing" | "lines">;

const amounts: readonly MoneyColumn[] = ["initial", "adjusted", "adjustment", "executed", "expected"];

/** Where the day comes from that counts for rows naming none. */
export type DayOrigin = "none" | "head" | "last" | "chosen";

const amountColumns = (report: Tried): MoneyReport["columns"] => report.columns.filter((one) => amounts.includes(one.column));

export function unitState(report: Tried): "known" | "missing" | "by_column" | "in_cells" {
  if (report.unit !== null) return "known";
  const read = amountColumns(report);
  if (report.unit_missing || read.length === 0) return "missing";
  return read.some((one) => one.unit !== null) ? "by_column" : "in_cells";
}

/** Columns of amounts that do not all count in one unit: it is shown under each. */
export function unitsDiffer(report: Tried): boolean {
  return new Set(amountColumns(report).map((one) => one.unit)).size > 1;
}

/** Some row waits for the day. */
export function dayMissing(report: Tried): boolean {
  return report.lines.some((line) => line.fate === "no_day");
}

/** What is said beside the day: where it comes from, or that it is wanted. */
export function dayNote(report: Tried, day: string, origin: DayOrigin): "missing" | "rows" | "head" | "last" | "chosen" {
  if (day === "" || origin === "none") return report.columns.some((one) => one.column === "as_of") && !dayMissing(report) ? "rows" : "missing";
  return origin;
}

/** Why nothing can be kept yet, the first thing to settle first. */
export function waitsFor(report: Tried): "columns" | "unit" | "day" | "rows" {
  const has = (wanted: readonly MoneyColumn[]): boolean => report.columns.some((one) => wanted.includes(one.column));
  if (!has(["project"]) || !has(amounts.filter((one) => one !== "adjustment"))) return "columns";
  if (report.unit_missing) return "unit";
  return dayMissing(report) ? "day" : "rows";
}
