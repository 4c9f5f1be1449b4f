import type { WhatIfQuestion } from "../../api/types";
import { pageSizes, text, type AddressQuery, type ListState } from "../../parts/address";

/** How the projects of a run are seen: filter, order, the project opened, the profile compared with. */
export interface RunView {
  grade: string;
  words: string;
  sort: string;
  order: "asc" | "desc";
  cursor: string;
  page: number;
  limit: number;
  project: string;
  compare: string;
}

export const runSorts = ["document", "total", "project", "agency", "unscored"] as const;

export function readRunView(query: AddressQuery): RunView {
  const sort = text(query, "sort");
  const limit = Number(text(query, "limit"));
  const page = Number(text(query, "page"));
  const cursor = text(query, "cursor");
  const project = text(query, "project");
  return {
    grade: text(query, "grade"),
    words: text(query, "q").slice(0, 200),
    sort: (runSorts as readonly string[]).includes(sort) ? sort : "document",
    order: text(query, "order") === "desc" ? "desc" : "asc",
    cursor,
    page: cursor !== "" && Number.isInteger(page) && page > 1 ? page : 1,
    limit: (pageSizes as readonly number[]).includes(limit) ? limit : 50,
    project: /^[0-9]{1,19}$/.test(project) ? project : "",
    compare: text(query, "compare"),
  };
}

/** Only what is not usual, so that equal views have equal addresses. */
export function writeRunView(view: RunView): Record<string, string> {
  const query: Record<string, string> = {};
  const add = (name: string, value: string, usual = ""): void => {
    if (value !== usual) query[name] = value;
  };
  add("grade", view.grade);
  add("q", view.words.trim());
  add("sort", view.sort, "document");
  add("order", view.order, "asc");
  add("limit", String(view.limit), "50");
  if (view.cursor !== "") Object.assign(query, { cursor: view.cursor, page: String(view.page) });
  add("project", view.project);
  add("compare", view.compare);
  return query;
}

/** What the server lists; without cursor what it exports. */
export function scoresQuery(view: RunView): Record<string, string> {
  const { project: _project, compare: _compare, page: _page, ...query } = writeRunView(view);
  return query;
}

export function listStateOf(view: RunView): ListState {
  return { filters: {}, q: view.words, sort: view.sort, order: view.order, cursor: view.cursor, page: view.page, limit: view.limit };
}

/** Points begin with the highest. */
export function sortedBy(view: RunView, sort: string): RunView {
  const first = sort === "total" || sort === "unscored" ? "desc" : "asc";
  return { ...view, sort, order: view.sort !== sort ? first : view.order === "asc" ? "desc" : "asc", cursor: "", page: 1 };
}

export interface Setting {
  key: string;
  value: string;
}

/** A question as the address says it: set=execution.points=20, once for each parameter. */
export interface IfView {
  run: string;
  profile: string;
  other: string;
  asOf: string;
  changes: Setting[];
}

export function readIfView(query: AddressQuery): IfView {
  const set = query.set;
  const said = (Array.isArray(set) ? set : [set]).filter((one): one is string => typeof one === "string" && one.includes("="));
  const run = text(query, "run");
  return {
    run: /^[0-9]{1,19}$/.test(run) ? run : "",
    profile: text(query, "profile"),
    other: text(query, "other"),
    asOf: /^\d{4}-\d\d-\d\d$/.test(text(query, "as_of")) ? text(query, "as_of") : "",
    changes: said.map((one) => ({ key: one.slice(0, one.indexOf("=")), value: one.slice(one.indexOf("=") + 1) })),
  };
}

export function writeIfView(view: IfView): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  if (view.run !== "") query.run = view.run;
  if (view.profile !== "") query.profile = view.profile;
  if (view.other !== "") query.other = view.other;
  if (view.asOf !== "") query.as_of = view.asOf;
  if (view.changes.length > 0) query.set = view.changes.map(({ key, value }) => `${key}=${value}`);
  return query;
}

/** Nothing while the address changes nothing. */
export function questionOf(view: IfView, year: string): WhatIfQuestion | null {
  if (view.changes.length === 0 && view.other === "") return null;
  const source = view.run !== "" ? { run: view.run } : { year: Number(year), ...(view.profile === "" ? {} : { profile: view.profile }), ...(view.asOf === "" ? {} : { as_of: view.asOf }) };
  return { ...source, ...(view.other === "" ? {} : { other: view.other }), changes: view.changes.map(({ key, value }) => ({ key, value })), limit: 100 };
}

/** The settings that change scores; clauses and titles only say where they come from. */
export function parameters(settings: readonly Setting[]): Setting[] {
  return settings.filter(({ key }) => !["id", "title", "version"].includes(key) && !/(^|\.)(clause|verified)$/.test(key));
}

/** The key, under `scoring.key`, of a setting's name. */
export function settingName(key: string): string {
  return `scoring.key.${key.replaceAll(".", "_")}`;
}

/** The key, under `scoring`, of a band of movement's name, with its limits as sizes. */
export function bandName(band: { from: string | null; to: string | null }): { key: string; from: string; to: string } {
  const size = (limit: string | null): string => (limit ?? "").replace(/^-/, "");
  if (band.from === null) return { key: "bandBelow", from: "", to: size(band.to) };
  if (band.to === null) return { key: "bandAbove", from: size(band.from), to: "" };
  return { key: band.from.startsWith("-") ? "bandDown" : "bandUp", from: size(band.from), to: size(band.to) };
}

/** +0.5, −3: what moved, its direction never by colour alone. */
export function signed(by: string): string {
  if (by === "0") return "0";
  return by.startsWith("-") ? `−${by.slice(1)}` : `+${by}`;
}
