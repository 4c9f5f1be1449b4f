/** The way back to the project that an address names, at one of its rows; none when it names none. */
export function originOf(project: unknown, year: string, row?: string) {
  const id = String(project ?? "");
  return /^\d+$/.test(id) ? { path: `/projects/${id}`, query: { year, ...(row ? { row } : {}) } } : null;
}
