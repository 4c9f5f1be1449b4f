import type { Indicator } from "../api/types";

/** What an address of the source view says of a row: its line, else the page it stands on and itself. */
export function rowPlace(row: Pick<Indicator, "id" | "line" | "page">): Record<string, string> {
  if (row.line > 0) return { line: String(row.line) };
  return { row: row.id, ...(row.page > 0 ? { page: String(row.page) } : {}) };
}

/** The same of a place in a report: "line 41", "p3 t1 r12", "Sheet1!E7"; null when it says none. */
export function notePlace(note: { place: string; line: number }): Record<string, string> | null {
  if (note.line > 0) return { line: String(note.line) };
  const page = /^p([1-9][0-9]*)( |$)/.exec(note.place)?.[1];
  if (page !== undefined) return { page };
  return note.place === "" ? null : { place: note.place };
}
