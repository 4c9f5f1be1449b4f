import type { Agency } from "../api/types";

/** Parents before their children, each in the order given; a child without its parent stands at the root. */
export function inOrder(agencies: readonly Agency[]): { agency: Agency; depth: number }[] {
  const known = new Set(agencies.map((agency) => agency.id));
  const out: { agency: Agency; depth: number }[] = [];
  const walk = (parent: string | null, depth: number): void => {
    for (const agency of agencies) {
      const above = agency.parent !== null && known.has(agency.parent) && agency.parent !== agency.id ? agency.parent : null;
      if (above !== parent || out.some((entry) => entry.agency.id === agency.id)) continue;
      out.push({ agency, depth });
      walk(agency.id, depth + 1);
    }
  };
  walk(null, 0);
  return out;
}
