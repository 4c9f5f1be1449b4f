import type { DuplicateGroup, Id } from "../../api/types";
import { text, type AddressQuery } from "../../parts/address";

export const duplicateSorts = ["size", "agencies", "name"] as const;
export type DuplicateSort = (typeof duplicateSorts)[number];

export const yearCounts = [1, 3, 5] as const;
export type YearCount = (typeof yearCounts)[number];

/** The view of the page, as its address tells it. */
export interface DuplicateView {
  words: string;
  /** Only groups of several agencies. */
  across: boolean;
  /** How many years are looked at, the last of them the page's. */
  years: YearCount;
  sort: DuplicateSort;
  order: "asc" | "desc";
  /** The groups whose rows are shown. */
  open: Id[];
  /** The group at hand. */
  group: Id | "";
}

/** So many stay open that their address is still one a letter can carry. */
const mostOpen = 40;
const isId = (value: string): boolean => /^[0-9]{1,19}$/.test(value);
const firstOrder = (sort: DuplicateSort): "asc" | "desc" => (sort === "name" ? "asc" : "desc");

/** Reads an address; what it says wrongly is as if it were not said. */
export function readView(query: AddressQuery): DuplicateView {
  const sort = duplicateSorts.find((one) => one === text(query, "sort")) ?? "size";
  const order = text(query, "order");
  const group = text(query, "group");
  return {
    words: text(query, "words").slice(0, 200),
    across: text(query, "across") === "true",
    years: yearCounts.find((count) => String(count) === text(query, "years")) ?? 1,
    sort,
    order: order === "asc" || order === "desc" ? order : firstOrder(sort),
    open: [...new Set(text(query, "open").split(",").filter(isId))].slice(-mostOpen),
    group: isId(group) ? group : "",
  };
}

/** Says only what is unusual, so that equal views have equal addresses. */
export function writeView(view: DuplicateView): Record<string, string | undefined> {
  return {
    words: view.words.trim() || undefined,
    across: view.across ? "true" : undefined,
    years: view.years === 1 ? undefined : String(view.years),
    sort: view.sort === "size" ? undefined : view.sort,
    order: view.order === firstOrder(view.sort) ? undefined : view.order,
    open: view.open.slice(-mostOpen).join(",") || undefined,
    group: view.group || undefined,
  };
}

/** Counts begin with the largest; a second press on the same column turns the order round. */
export function sortedBy(view: DuplicateView, sort: DuplicateSort): Pick<DuplicateView, "sort" | "order"> {
  if (view.sort !== sort) return { sort, order: firstOrder(sort) };
  return { sort, order: view.order === "asc" ? "desc" : "asc" };
}

/** What a group is called in the address: its first row. */
export function keyOf(group: DuplicateGroup): Id {
  return group.rows[0]?.indicator_id ?? "";
}

export function agenciesOf(group: DuplicateGroup): number {
  return new Set(group.rows.map((row) => row.agency)).size;
}

/** The groups that have a row of which every word is said, in its name, its agency or its project. */
export function matching(all: readonly DuplicateGroup[], { words, across }: Pick<DuplicateView, "words" | "across">): DuplicateGroup[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((group) => {
    if (across && agenciesOf(group) < 2) return false;
    return wanted.length === 0 || group.rows.some((row) => {
      const said = [group.name, row.agency, row.project].join("\n").toLowerCase();
      return wanted.every((word) => said.includes(word));
    });
  });
}

const by: Record<DuplicateSort, (a: DuplicateGroup, b: DuplicateGroup) => number> = {
  size: (a, b) => a.rows.length - b.rows.length,
  agencies: (a, b) => agenciesOf(a) - agenciesOf(b),
  name: (a, b) => a.name.localeCompare(b.name, "zh"),
};

/** Equal ones stay as the server gives them: the largest first, then as they were filed. */
export function inOrder(groups: readonly DuplicateGroup[], { sort, order }: Pick<DuplicateView, "sort" | "order">): DuplicateGroup[] {
  const way = order === "desc" ? -1 : 1;
  return [...groups].sort((a, b) => way * by[sort](a, b));
}

export function rowsIn(groups: readonly DuplicateGroup[]): number {
  return groups.reduce((sum, group) => sum + group.rows.length, 0);
}
