import type { Said } from "../../api/calls";
import type { ColumnRole, DoubtCode, DoubtfulRow, Field, ImportReport, Layout, Reading, Verdict } from "../../api/types";
import { fields } from "../../api/types";

/** What a row's cells are compared by: as filed, and as read. */
export type ReadingField = keyof Reading;

export const readingFields: readonly ReadingField[] = ["agency", "project", "level1", "level2", "level3", "comparator", "target", "measure", "points"];

/** The fields a document's cells are kept of, untouched. */
export const filedFields: readonly Field[] = fields;

export interface Reason {
  code: DoubtCode;
  sentence: string;
  rows: number;
}

/** The reasons of some rows with how many have each, most first. */
export function reasonsOf(rows: readonly DoubtfulRow[]): Reason[] {
  const found = new Map<DoubtCode, Reason>();
  for (const row of rows) {
    for (const { code, sentence } of row.doubt) {
      const known = found.get(code) ?? { code, sentence, rows: 0 };
      found.set(code, { ...known, rows: known.rows + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows);
}

/** What a row is called in lists: its name as read, else whatever it says. */
export function nameOf(row: DoubtfulRow): string {
  const read = row.readings.find((one) => one.level3 !== "")?.level3 ?? "";
  return read !== "" ? read : textOf(row);
}

/** Whose the row is, as read: 甲局 › 培训. */
export function ownerOf(row: DoubtfulRow): string {
  const read = row.readings[0];
  return [read?.agency ?? "", read?.project ?? ""].filter((text) => text !== "").join(" › ");
}

const doubted: Partial<Record<DoubtCode, readonly ReadingField[]>> = {
  comparator_missing: ["comparator"], comparator_unknown: ["comparator"], name_missing: ["level3"], level_unknown: ["level1", "level2"],
  several_values: ["target"], row_short: ["target"],
};

/** The cells a row's doubts are about; none where a doubt is about the whole row. */
export function doubtedFields(row: DoubtfulRow): ReadonlySet<ReadingField> {
  return new Set(row.doubt.flatMap((one) => doubted[one.code] ?? []));
}

/** The row's own cells in one line. */
export function textOf(row: DoubtfulRow): string {
  return filedFields.map((field) => row.filed[field].trim()).filter((text) => text !== "").join(" ");
}

export interface DocumentSeen {
  name: string;
  hash: string;
  region: string;
}

/** What to say of a row; readings count for corrected ones alone. */
export function saidOf(row: DoubtfulRow, verdict: Exclude<Verdict, "mapped">, readings: Reading[], seen: DocumentSeen): Said {
  return {
    verdict,
    row: row.row,
    seen: row.readings,
    ...(verdict === "corrected" ? { readings } : {}),
    ...(seen.region === "" ? {} : { region: seen.region }),
    document: { name: seen.name, hash: seen.hash, place: row.place, text: textOf(row) },
  };
}

/** What to say of the columns whose role was changed in a draft. */
export function mappedOf(layout: Layout, draft: readonly ColumnRole[], seen: DocumentSeen): Said[] {
  return layout.columns.flatMap((column, index) => {
    const role = draft[index] ?? column.role;
    if (role === column.role) return [];
    return [{
      verdict: "mapped" as const, layout: layout.layout, column: index, head: column.head, role, role_before: column.role,
      ...(seen.region === "" ? {} : { region: seen.region }),
      document: { name: seen.name, hash: seen.hash, place: layout.place },
    }];
  });
}

/** Each layout once, those that could not be read first. */
export function layoutsOf(report: Pick<ImportReport, "layouts">): Layout[] {
  const seen = new Set<string>();
  const once = report.layouts.filter((layout) => !seen.has(layout.layout) && seen.add(layout.layout));
  return [...once.filter((layout) => layout.table === ""), ...once.filter((layout) => layout.table !== "")];
}

/** A role given to one column leaves the one that had it. */
export function withRole(draft: readonly ColumnRole[], index: number, role: ColumnRole): ColumnRole[] {
  return draft.map((held, at) => (at === index ? role : role !== "" && held === role ? "" : held));
}

/** The box around all of a row's cells on a page, in points; null where it has none there. */
export function frameOf(row: DoubtfulRow, page: number): { left: number; top: number; right: number; bottom: number } | null {
  const boxes = row.boxes.filter((box) => box.page === page);
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}
