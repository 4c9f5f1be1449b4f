import type { Change, Field, Finding, Indicator, LaidEdit, Overlay } from "../../api/types";
import type { Step } from "../../parts/BeforeAfter.vue";
import { spans } from "../../parts/spans";
import { offers } from "./findings";

/** The columns of the form that belong to one row, left to right. */
export const columns: readonly Field[] = ["level1", "level2", "level3", "comparator", "target", "measure"];

export function cell(row: Indicator, field: Field): string {
  return field === "level3" ? row.name : row[field];
}

/** What folding does to a spelling: full width to half, blanks and the brackets around a measure away. */
function foldedSpelling(filed: string): string {
  return filed.normalize("NFKC").replace(/\s+/gu, "");
}

/** Whether what was filed is only spelled otherwise than what is read there: the page shows it as it was filed. */
function onlySpelled(row: Indicator, field: Field, text = cell(row, field)): boolean {
  const filed = foldedSpelling(row.filed[field] ?? "");
  const read = foldedSpelling(text);
  return filed !== "" && (filed === read || (field === "measure" && filed === `(${read})`));
}

/** A cell as it was filed; as it reads where somebody edited it, or where reading took it apart or filled it in. */
export function shown(row: Indicator, field: Field): string {
  if (field === "comparator" || row.edited.includes(field) || !onlySpelled(row, field)) return cell(row, field);
  return row.filed[field] ?? "";
}

/** How a cell reads, where that is not what is shown; "" where it is. */
export function reads(row: Indicator, field: Field): string {
  const read = cell(row, field);
  return shown(row, field) === read ? "" : read;
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

export interface Fix {
  row: Indicator;
  finding: Finding;
  steps: Step[];
}

/** What applying a rule in one go changes: in every row the first of its suggestions that stand, as the server takes it. */
export function fixesOf(rows: readonly Indicator[], rule: string): Fix[] {
  return rows.flatMap((row) => {
    const finding = row.findings.find((one) => one.rule === rule && offers(one));
    return finding ? [{ row, finding, steps: steps(row, finding.suggestion) }] : [];
  });
}

/** The edits that stand over a row, oldest first. */
export function standing(row: Indicator | undefined): Overlay[] {
  return (row?.overlays ?? []).filter((overlay) => !overlay.undone).sort((a, b) => a.at.localeCompare(b.at));
}

export interface Laid {
  row: string;
  overlay: string;
}

/** The standing edits that a rule's suggestions left, top to bottom. */
export function laidBy(rows: readonly Indicator[], rule: string): Laid[] {
  return rows.flatMap((row) => standing(row).filter((overlay) => overlay.rule === rule).map((overlay) => ({ row: row.id, overlay: overlay.id })));
}

/** The same as the server takes them back: with the revisions the rows have; what no longer stands is left out. */
export function asLaid(rows: readonly Indicator[], laid: readonly Laid[]): LaidEdit[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return laid.flatMap((one) => {
    const row = byId.get(one.row);
    return row && standing(row).some((overlay) => overlay.id === one.overlay) ? [{ id: one.overlay, revision: row.revision }] : [];
  });
}

/** How many rows of the table a cell runs over when the notes of some rows stand in rows of their own. */
export function withNotes(covered: readonly number[], notes: readonly boolean[]): number[] {
  return covered.map((rows, index) => rows + notes.slice(index, index + rows).filter(Boolean).length);
}

/** Rules with something to apply in more than one row, most rows first. */
export function bulkRules(rows: readonly Indicator[]): { rule: string; title: string; count: number }[] {
  const sums = new Map<string, { rule: string; title: string; count: number }>();
  for (const { rule, title } of rows.flatMap((row) => row.findings).filter(offers)) {
    if (!sums.has(rule)) sums.set(rule, { rule, title, count: fixesOf(rows, rule).length });
  }
  return [...sums.values()].filter((sum) => sum.count > 1).sort((a, b) => b.count - a.count);
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

/** In the form's order. A suggestion may name a cell that stays as it is (the level 1 above a new level 2): not worth a word. */
function telling(all: Step[]): Step[] {
  const moved = all.filter((one) => one.before !== one.after);
  return (moved.length > 0 ? moved : [...all]).sort((a, b) => columns.indexOf(a.field) - columns.indexOf(b.field));
}

/** Where reading has folded the spelling ("(%)" stands as "%", "（次）" as "(次)"), the text as filed is what changes: it is what the cell beside shows. */
function step(row: Indicator, field: Field, before: string, after: string): Step {
  const filed = row.filed[field] ?? before;
  const folded = field !== "comparator" && filed !== after && onlySpelled(row, field, before);
  return { field, before: before === after || folded ? filed : before, after };
}
