import type { Problem } from "../api/types";

/** What a page says in words of its own; without a key the server's sentence stands. */
export interface ProblemKeys {
  title?: string;
  detail?: string;
  /** Whether the place belongs to the person's document, not to the request the page made. */
  where: boolean;
  withCode: boolean;
}

/** Codes whose next step is a field of the page, where the server names an option of the command line. */
const ownWords: Record<string, string> = {
  "client.unreachable": "unreachable",
  "filing.no_year": "noYear",
  "store.no_agency": "noAgency",
  "filing.no_rows": "nothingRead",
  "intake.no_table": "nothingRead",
  "http.document_too_large": "tooLarge",
  "http.body_too_large": "tooLarge",
  "client.too_large": "tooLarge",
  "client.empty_file": "emptyFile",
  "client.unreadable_file": "unreadableFile",
};

/** Codes whose sentence is good, under a title that says what they have in common. */
const titles: readonly [RegExp, string][] = [
  [/^(filing|store)\.bad_(region|year)$/, "badField"],
  [/^(document|pdf|sheet|archive|csv|text|intake)\./, "unreadable"],
];

export function problemKeys(problem: Problem): ProblemKeys {
  const { code, status } = problem;
  const own = ownWords[code];
  if (own) return { title: `problem.${own}`, detail: `problem.${own}Say`, where: code.startsWith("store."), withCode: false };
  if (code === "client.unexpected" || problem.title === "") return { title: "problem.unexpected", detail: "problem.unexpectedSay", where: false, withCode: true };
  const title = titles.find(([codes]) => codes.test(code))?.[1];
  if (title) return { title: `problem.${title}`, where: true, withCode: false };
  // The title of a request that went wrong is written for programs.
  return { ...(status >= 400 && status < 500 && status !== 404 ? { title: "problem.title" } : {}), where: !code.startsWith("http."), withCode: status >= 500 };
}
