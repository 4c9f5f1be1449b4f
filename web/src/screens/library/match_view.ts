import { matchStates, type Id, type MatchedName, type MatchState } from "../../api/types";
import type { Query } from "../../api/client";
import { text, type AddressQuery } from "../../parts/address";

export const sureties = ["any", "exact", "high", "middle", "low", "without"] as const;
export type Surety = (typeof sureties)[number];
export const matchSorts = ["document", "confidence", "unsure", "rows", "name"] as const;
export type MatchSort = (typeof matchSorts)[number];

/** The view of the page of matches, as its address tells it. */
export interface MatchView {
  state: MatchState | "all";
  sure: Surety;
  words: string;
  sort: MatchSort;
  cursor: string;
  /** The name at hand. */
  name: Id | "";
}

const bounds: Record<Surety, { least?: number; most?: number }> = {
  any: {}, exact: { least: 1000 }, high: { least: 800, most: 999 }, middle: { least: 600, most: 799 }, low: { least: 1, most: 599 }, without: { most: 0 },
};
const orders: Record<MatchSort, Query> = {
  document: {}, confidence: { sort: "confidence", order: "desc" }, unsure: { sort: "confidence" }, rows: { sort: "rows", order: "desc" }, name: { sort: "name" },
};

/** Reads an address; what it says wrongly is as if it were not said. Open names, the surest first, are the usual. */
export function readView(query: AddressQuery): MatchView {
  const name = text(query, "name");
  return {
    state: ([...matchStates, "all"] as const).find((one) => one === text(query, "state")) ?? "open",
    sure: sureties.find((one) => one === text(query, "sure")) ?? "any",
    words: text(query, "words").slice(0, 200),
    sort: matchSorts.find((one) => one === text(query, "sort")) ?? "confidence",
    cursor: /^[0-9]{1,19}$/.test(text(query, "cursor")) ? text(query, "cursor") : "",
    name: /^[0-9]{1,19}$/.test(name) ? name : "",
  };
}

/** Writes an address: only what differs from the usual. */
export function writeView(view: MatchView): Record<string, string | undefined> {
  return {
    state: view.state === "open" ? undefined : view.state,
    sure: view.sure === "any" ? undefined : view.sure,
    words: view.words.trim() === "" ? undefined : view.words.trim(),
    sort: view.sort === "confidence" ? undefined : view.sort,
    cursor: view.cursor === "" ? undefined : view.cursor,
    name: view.name === "" ? undefined : view.name,
  };
}

/** The filter as the server's parameters. */
export function filterQuery(year: string, view: MatchView): Query {
  return { year, state: view.state === "all" ? undefined : view.state, ...bounds[view.sure], q: view.words.trim() || undefined };
}

export function apiQuery(year: string, view: MatchView): Query {
  return { ...filterQuery(year, view), ...orders[view.sort], cursor: view.cursor || undefined, limit: 100 };
}

export const percent = (confidence: number): string => `${Math.floor(confidence / 10)}%`;

/** The surest candidate's confidence, 0 without any. */
export const sureness = (name: MatchedName): number => name.candidates[0]?.confidence ?? 0;

/** Where one is after the list changed: at the same name, else where it was, which is the next one. */
export function placeIn(names: readonly MatchedName[], id: Id | "", before: number): number {
  const same = names.findIndex((name) => name.id === id);
  return same >= 0 ? same : Math.max(0, Math.min(before, names.length - 1));
}
