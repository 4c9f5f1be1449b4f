/** A rule's page without what the screen says itself: its title, and its list of number, severity, aspect and clause, which a year's pack may set otherwise. */
export function pageBody(page: string): string {
  const lines = page.replace(/^\s*# .*\n/, "").split("\n");
  const first = lines.findIndex((line) => line.startsWith("- "));
  if (first < 0) return lines.join("\n").trim();
  const after = lines.findIndex((line, index) => index > first && !line.startsWith("- "));
  lines.splice(first, (after < 0 ? lines.length : after) - first);
  return lines.join("\n").trim();
}
