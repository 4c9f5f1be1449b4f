import { text, type AddressQuery } from "../../parts/address";

/** What the page of a project is told beside its row: the queue it was opened from, the frame it is read in. */
const carried = ["queue", "frame"] as const;

/** The way back to the project that an address names, at one of its rows; none when it names none. */
export function originOf(query: AddressQuery, year: string, row?: string) {
  const id = text(query, "project");
  if (!/^\d+$/.test(id)) return null;
  const kept = Object.fromEntries(carried.map((name) => [name, text(query, name)]).filter(([, value]) => value !== ""));
  return { path: `/projects/${id}`, query: { year, ...kept, ...(row ? { row } : {}) } };
}
