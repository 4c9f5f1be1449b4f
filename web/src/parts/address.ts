import { comparators, kinds, libraryLayers, lights, quadrants, severities } from "../api/types";
import type { Query } from "../api/client";

/** What the address says, name → text, as the router gives it. */
export type AddressQuery = Record<string, string | null | undefined | (string | null)[]>;

export const indicatorSorts = [
  "document", "agency", "project", "level", "name", "comparator", "target", "kind", "findings",
] as const;
export const projectSorts = ["document", "name", "agency", "indicators", "findings"] as const;
export const ruleSorts = ["document", "name", "severity", "aspect", "findings", "waived", "false_alarms"] as const;
export const librarySorts = ["document", "code", "name", "sector", "level", "learned"] as const;
export const evaluationSorts = ["document", "name", "agency", "total", "missing"] as const;
export const evaluationGrades = ["优", "良", "中", "差"] as const;
export const pageSizes = [50, 100, 200] as const;

export const indicatorFilters = [
  "agency", "project", "level1", "level2", "kind", "comparator", "measurable", "severity", "rule",
] as const;
export const libraryFilters = ["layer", "sector", "level1", "level2", "own", "retired"] as const;
export const projectFilters = ["agency", "severity", "rule"] as const;

export const monitoringFilters = ["month", "pack", "light", "quadrant", "agency"] as const;
export const monitoringSorts = ["light", "name", "agency", "goal_rate", "execution_rate", "forecast", "not_reported"] as const;
export const evaluationFilters = ["agency", "missing", "grade"] as const;

export type IndicatorFilterName = (typeof indicatorFilters)[number];
export type LibraryFilterName = (typeof libraryFilters)[number];
export type MonitoringFilterName = (typeof monitoringFilters)[number];
export type EvaluationFilterName = (typeof evaluationFilters)[number];
export type FilterName = IndicatorFilterName | LibraryFilterName | MonitoringFilterName | EvaluationFilterName;
export type Filters = Partial<Record<FilterName, string>>;

export interface ListState {
  filters: Filters;
  q: string;
  sort: string;
  order: "asc" | "desc";
  cursor: string;
  /** 1 for the first; only said, the cursor decides. */
  page: number;
  limit: number;
}

type Order = Pick<ListState, "sort" | "order">;

export interface ListShape {
  filters: readonly FilterName[];
  sorts: readonly string[];
  /** The order of a list whose address says none; else as the documents have it. */
  usual?: Order;
}

const asFiled: Order = { sort: "document", order: "asc" };

export const indicatorList: ListShape = { filters: indicatorFilters, sorts: indicatorSorts };
export const projectList: ListShape = { filters: projectFilters, sorts: projectSorts };
/** The same projects where they are reviewed: the worst first. */
export const reviewList: ListShape = { filters: projectFilters, sorts: projectSorts, usual: { sort: "findings", order: "desc" } };
export const libraryList: ListShape = { filters: libraryFilters, sorts: librarySorts };
/** The board: the worst light first. */
export const monitoringList: ListShape = { filters: monitoringFilters, sorts: monitoringSorts, usual: { sort: "light", order: "asc" } };
export const evaluationList: ListShape = { filters: evaluationFilters, sorts: evaluationSorts };
export const ruleList: ListShape = { filters: [], sorts: ruleSorts };

const closed: Partial<Record<FilterName, readonly string[]>> = {
  kind: kinds,
  comparator: comparators,
  measurable: ["true", "false"],
  severity: severities,
  layer: libraryLayers,
  light: lights,
  quadrant: quadrants,
  month: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
  own: ["true", "false"],
  retired: ["true", "false"],
  missing: ["true", "false"],
  grade: evaluationGrades,
};
const ids: readonly FilterName[] = ["agency", "project"];

/** The first text under a name, "" when there is none. */
export function text(query: AddressQuery, name: string): string {
  const value = query[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

function accepted(name: FilterName, value: string): boolean {
  if (value === "") return false;
  const words = closed[name];
  if (words) return words.includes(value);
  return !ids.includes(name) || /^[0-9]{1,19}$/.test(value);
}

/** Reads an address; what it says wrongly is as if it were not said. */
export function readAddress(query: AddressQuery, shape: ListShape): ListState {
  const filters: Filters = {};
  for (const name of shape.filters) {
    const value = text(query, name);
    if (accepted(name, value)) filters[name] = value;
  }
  const usual = shape.usual ?? asFiled;
  const sort = text(query, "sort");
  const order = text(query, "order");
  const limit = Number(text(query, "limit"));
  const cursor = text(query, "cursor");
  const page = Number(text(query, "page"));
  return {
    filters,
    q: text(query, "q").slice(0, 200),
    sort: shape.sorts.includes(sort) ? sort : usual.sort,
    order: order === "desc" || order === "asc" ? order : shape.sorts.includes(sort) ? "asc" : usual.order,
    cursor,
    page: cursor !== "" && Number.isInteger(page) && page > 1 ? page : 1,
    limit: (pageSizes as readonly number[]).includes(limit) ? limit : 50,
  };
}

/** Writes an address: only what differs from the usual, so that equal views have equal addresses. */
export function writeAddress(year: string, state: ListState, usual: Order = asFiled): Record<string, string> {
  const query: Record<string, string> = {};
  if (year !== "") query.year = year;
  for (const name of new Set<FilterName>([...indicatorFilters, ...libraryFilters, ...monitoringFilters, ...evaluationFilters])) {
    const value = state.filters[name];
    if (value !== undefined) query[name] = value;
  }
  if (state.q.trim() !== "") query.q = state.q.trim();
  if (state.sort !== usual.sort) query.sort = state.sort;
  // Where the order is named its direction is "asc" unless it says so; where it is not, the usual one.
  if (state.order !== (query.sort === undefined ? usual.order : "asc")) query.order = state.order;
  if (state.limit !== 50) query.limit = String(state.limit);
  if (state.cursor !== "") {
    query.cursor = state.cursor;
    query.page = String(state.page);
  }
  return query;
}

/** The same view as the server's parameters. */
export function apiQuery(year: string, state: ListState): Query {
  const { page: _page, ...query } = writeAddress(year, state);
  return { ...query, limit: state.limit };
}

/** The filters alone, for an export of everything that is listed. */
export function exportQuery(year: string, state: ListState): Query {
  const { page: _page, cursor: _cursor, limit: _limit, ...query } = writeAddress(year, state);
  return query;
}

/** A change of what is listed starts at the first page again. */
export function withFilter(state: ListState, name: FilterName, value: string | undefined): ListState {
  const filters = { ...state.filters };
  if (value === undefined || value === "") delete filters[name];
  else filters[name] = value;
  return { ...state, filters, cursor: "", page: 1 };
}

const largestFirst: readonly string[] = ["indicators", "findings", "waived", "false_alarms", "learned", "not_reported", "total", "missing"];

/** Counts begin with the largest; a second press on the same column turns the order round. */
export function withSort(state: ListState, sort: string): ListState {
  const first = largestFirst.includes(sort) ? "desc" : "asc";
  const order = state.sort !== sort ? first : state.order === "asc" ? "desc" : "asc";
  return { ...state, sort, order, cursor: "", page: 1 };
}
