import type { ImportReport, Problem } from "../../api/types";
import type { Given } from "./given";

/**
 * What became of a file so far. "asks": it was read, or could not be filed, and wants a word from a
 * person. "known": filed before. "twin": the same bytes stand further up in the list.
 */
export type State = "waiting" | "reading" | "read" | "asks" | "known" | "twin" | "failed" | "cancelled" | "queued" | "filing" | "filed";

/** What a person has to say before a file is filed together with the others. */
export type Question = "year" | "agency" | "gone" | "year_differs" | "superseded";

/** A file as it was chosen: the folders or the archive it came in are told beside its name. */
export interface Chosen {
  name: string;
  from: string;
  /** Nothing where an archive could not give it. */
  file: File | null;
  problem: Problem | null;
}

export interface Entry extends Chosen {
  id: number;
  size: number;
  state: State;
  /** When the work under way began. */
  since: number;
  hash: string;
  report: ImportReport | null;
  /** The name of the file with the same bytes. */
  twinOf: string;
  /** What was said for this file alone; goes before what the page says for all. */
  answers: Partial<Given>;
  /** What it was read with: it is filed with the same. */
  asked: Given;
  /** How many files had been filed when it was read: later ones may have changed what it would do. */
  readAfter: number;
  /** The questions that were there when a person said to file it. */
  agreed: readonly Question[];
}

/** The groups by which the list is filtered, in the order of their urgency. */
export const groups = ["asks", "failed", "read", "reading", "waiting", "known", "cancelled", "filed"] as const;
export type Group = (typeof groups)[number];

const groupOf: Record<State, Group> = {
  waiting: "waiting", reading: "reading", read: "read", asks: "asks", known: "known", twin: "known",
  failed: "failed", cancelled: "cancelled", queued: "read", filing: "read", filed: "filed",
};

export function inGroup(entry: Pick<Entry, "state">, group: Group | null): boolean {
  return group === null || groupOf[entry.state] === group;
}

export function countGroups(entries: readonly Pick<Entry, "state">[]): Record<Group, number> {
  const counts = Object.fromEntries(groups.map((group) => [group, 0])) as Record<Group, number>;
  for (const entry of entries) ++counts[groupOf[entry.state]];
  return counts;
}

/** Leaving now would lose them: they are neither filed nor settled otherwise. */
export function unfiled(entries: readonly Pick<Entry, "state">[]): number {
  return entries.filter(({ state }) => !["filed", "known", "twin", "failed", "cancelled"].includes(state)).length;
}

/** It was filed before, and none of its rows counts any more. */
export function isSuperseded(report: ImportReport): boolean {
  return report.notices.some((notice) => notice.code === "filing.superseded");
}

/** What a dry run asks of a person; nothing where it can be filed as it stands. */
export function questionsOf(report: ImportReport): Question[] {
  if (report.outcome === "same_document") return isSuperseded(report) ? ["superseded"] : [];
  const questions: Question[] = [];
  if (report.changes.gone > 0) questions.push("gone");
  if (report.notices.some((notice) => notice.code === "filing.year_differs")) questions.push("year_differs");
  return questions;
}

const lacking: Record<string, Question> = { "filing.no_year": "year", "store.no_agency": "agency" };

/** The questions of a file, whether it was read or refused for want of an answer. */
export function questions(entry: Pick<Entry, "report" | "problem">): Question[] {
  if (entry.report) return questionsOf(entry.report);
  const question = lacking[entry.problem?.code ?? ""];
  return question ? [question] : [];
}

export function stateAfterReading(report: ImportReport): State {
  if (report.outcome === "same_document" && !isSuperseded(report)) return "known";
  return questionsOf(report).length > 0 ? "asks" : "read";
}

export function stateAfterProblem(problem: Problem): State {
  return lacking[problem.code] ? "asks" : "failed";
}

/** May be filed when a person says so for this file. */
export function mayFile(entry: Pick<Entry, "state" | "report">): boolean {
  return entry.report !== null && (entry.state === "read" || entry.state === "asks");
}

/** The same bytes under another name, further up or read before; who is a twin itself is none. */
export function twinOf(entry: Entry, entries: readonly Entry[]): Entry | undefined {
  if (entry.hash === "") return undefined;
  return entries.find((other) => other !== entry && other.hash === entry.hash && other.state !== "twin" && other.state !== "cancelled");
}

/** How far the work under way is: files read, or while some are being filed, files filed. */
export function progress(entries: readonly Pick<Entry, "state">[]): { phase: "reading" | "filing"; done: number; total: number } {
  const of = (...states: State[]): number => entries.filter((entry) => states.includes(entry.state)).length;
  const filing = of("queued", "filing");
  if (filing > 0) return { phase: "filing", done: of("filed"), total: of("filed") + filing };
  return { phase: "reading", done: entries.length - of("waiting", "reading"), total: entries.length };
}
