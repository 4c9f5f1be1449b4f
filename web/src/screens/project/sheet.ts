import type { Change, Field, Finding, Indicator, Overlay, Severity } from "../../api/types";
import { spans } from "../../parts/spans";

/** The columns of the form that belong to one row, left to right. */
export const columns: readonly Field[] = ["level1", "level2", "level3", "comparator", "target", "measure"];

export function cell(row: Indicator, field: Field): string {
  return field === "level3" ? row.name : row[field];
}

export interface Merged {
  level1: number[];
  level2: number[];
}

/** How many rows each level cell covers; the row being edited in a level column stands alone. */
export function merged(rows: readonly Indicator[], edited: { row: number; field: Field } | null): Merged {
  const apart = (field: Field) => (index: number) => edited?.row === index && edited.field === field;
  const level1 = spans(rows, (a, b) => a.level1 === b.level1, apart("level1"));
  // A run of level 2 never crosses the end of its level 1.
  const heads = rows.map((_, index) => level1.slice(0, index + 1).filter((covered) => covered > 0).length);
  const indexed = rows.map((row, index) => ({ row, head: heads[index] ?? 0 }));
  const level2 = spans(indexed, (a, b) => a.head === b.head && a.row.level2 === b.row.level2, apart("level2"));
  return { level1, level2 };
}

const weight: Record<Severity, number> = { error: 3, warning: 2, hint: 1 };

/** The gravest finding about a cell, for the mark under it. */
export function markOf(row: Indicator, field: Field): Severity | undefined {
  let gravest: Severity | undefined;
  for (const finding of row.findings) {
    if (finding.field === field && (!gravest || weight[finding.severity] > weight[gravest])) gravest = finding.severity;
  }
  return gravest;
}

export interface FindingPlace {
  row: number;
  finding: number;
}

/** Every finding, top to bottom, as n and p walk them. */
export function findingPlaces(rows: readonly Indicator[]): FindingPlace[] {
  return rows.flatMap((row, index) => row.findings.map((_, finding) => ({ row: index, finding })));
}

/** The finding after (step 1) or before (step -1) the current one; from none, the first at or after the row. */
export function stepFinding(places: readonly FindingPlace[], current: FindingPlace | null, row: number, step: 1 | -1): FindingPlace | null {
  if (places.length === 0) return null;
  const at = current ? places.findIndex((place) => place.row === current.row && place.finding === current.finding) : -1;
  if (at >= 0) return places[(at + step + places.length) % places.length] ?? null;
  if (step === 1) return places.find((place) => place.row >= row) ?? places[0] ?? null;
  return places.findLast((place) => place.row <= row) ?? places.at(-1) ?? null;
}

export function suggests(finding: Finding): boolean {
  return finding.suggestion.length > 0;
}

/** Rules with something to apply in more than one place, most places first. */
export function bulkRules(rows: readonly Indicator[]): { rule: string; title: string; count: number }[] {
  const sums = new Map<string, { rule: string; title: string; count: number }>();
  for (const finding of rows.flatMap((row) => row.findings).filter(suggests)) {
    const sum = sums.get(finding.rule) ?? { rule: finding.rule, title: finding.title, count: 0 };
    ++sum.count;
    sums.set(finding.rule, sum);
  }
  return [...sums.values()].filter((sum) => sum.count > 1).sort((a, b) => b.count - a.count);
}

export interface Step {
  field: Field;
  before: string;
  after: string;
}

/** What a suggestion changes, beside what stands there now. */
export function steps(row: Indicator, changes: readonly Change[]): Step[] {
  return telling(changes.map((change) => step(row, change.field, cell(row, change.field), change.after)));
}

/** What an edit changed. */
export function overlaySteps(row: Indicator, overlay: Overlay): Step[] {
  return telling(
    overlay.changes.map((change) => {
      const before = overlay.before.find((one) => one.field === change.field)?.after ?? "";
      return step(row, change.field, before, change.after);
    }),
  );
}

/** A suggestion may name a cell that stays as it is (the level 1 above a new level 2): not worth a word. */
function telling(all: Step[]): Step[] {
  const moved = all.filter((one) => one.before !== one.after);
  return moved.length > 0 ? moved : all;
}

/** Where reading has folded the spelling already ("(%)" stands as "%"), the text as filed is what changes. */
function step(row: Indicator, field: Field, before: string, after: string): Step {
  return { field, before: before === after ? (row.filed[field] ?? before) : before, after };
}
