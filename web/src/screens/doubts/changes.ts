import type { Correction } from "../../api/types";
import { comparatorSign } from "../../text/format";
import { readingFields, type ReadingField } from "./rows";

export interface CellChange {
  /** Which of the row's indicators, from 0. */
  number: number;
  field: ReadingField;
  before: string;
  after: string;
}

/** The cells a correction changed; of an indicator only one side has, all that are filled. */
export function changesOf(correction: Pick<Correction, "before" | "after">): CellChange[] {
  const changes: CellChange[] = [];
  for (let number = 0; number < Math.max(correction.before.length, correction.after.length); ++number) {
    for (const field of readingFields) {
      const show = (text: string) => (field === "comparator" ? comparatorSign(text) : text);
      const before = show(correction.before[number]?.[field] ?? "");
      const after = show(correction.after[number]?.[field] ?? "");
      if (before !== after) changes.push({ number, field, before, after });
    }
  }
  return changes;
}
