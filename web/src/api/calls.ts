import { address, get, post, put, type Query } from "./client";
import type {
  Actual, Agency, Ambition, AppliedRule, Archive, BulkMatches, Change, ColumnRole, Correction, CorrectionPage, Counts, DocumentLines, DocumentPages, DocumentRows, DoubtPage, DuplicatePage, Evidence, EvidenceKind, Id,
  Import, ImportPage, ImportReport, Indicator, IndicatorPage, KeptScore, LibraryDraft, LibraryEntryPage, LibraryImport, LibraryPage, MatchedName, MatchPage, Meta, MoneyColumn, MoneyReport,
  MonitoringBoard, Overview, Pack, PaintedPage, PastedActuals, Project, ProjectMonitoring, ProjectPage, Reading, ReportedDocument, Rerun, Rule, RuleList, ScoreResultPage, ScoreRun, ScoringProfile,
  FindingsFormat, LaidEdit, RunningReview, ScoringProfileSummary, SelfEvaluation, SelfEvaluationCounts, SelfEvaluationPage, SourceDocument, StoredWaiver, SuggestedChanges, TypedCells, Verdict, WaiverKind, WaiverPage, WhatIf, WhatIfQuestion,
} from "./types";

const root = "/api/v1";

export const api = {
  meta: () => get<Meta>(`${root}/meta`),
  overview: (year: number, signal?: AbortSignal) => get<Overview>(`${root}/overview`, { year }, signal),
  agencies: (year: number, signal?: AbortSignal) =>
    get<{ items: Agency[] }>(`${root}/agencies`, { year }, signal).then((page) => page.items),
  projects: (query: Query, signal?: AbortSignal) => get<ProjectPage>(`${root}/projects`, query, signal),
  project: (id: Id, signal?: AbortSignal) => get<Project>(`${root}/projects/${id}`, {}, signal),
  applyRule: (id: Id, rule: string) => post<Project>(`${root}/projects/${id}/suggestions`, { rule }),
  indicators: (query: Query, signal?: AbortSignal) => get<IndicatorPage>(`${root}/indicators`, query, signal),
  edit: (id: Id, revision: number, changes: Change[], rule?: string) =>
    post<Indicator>(`${root}/indicators/${id}/overlays`, rule ? { revision, rule, changes } : { revision, changes }),
  undo: (overlay: Id, revision: number) => post<Indicator>(`${root}/overlays/${overlay}/undo`, { revision }),
  /** Sets aside what a rule finds on a row; on the project's first row, what it finds on the project. */
  setAside: (id: Id, aside: Aside) => post<Indicator>(`${root}/indicators/${id}/waivers`, aside),
  /** All of them, read page by page. */
  waivers: async (query: WaiverQuery, signal?: AbortSignal): Promise<StoredWaiver[]> => {
    const items: StoredWaiver[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: WaiverPage = await get<WaiverPage>(`${root}/waivers`, { ...query, cursor: cursor || undefined, limit: 200 }, signal);
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  },
  /** Where the browser fetches the same as a file. */
  waiversAddress: (query: WaiverQuery) => address(`${root}/waivers`, { ...query, format: "csv" }),
  endWaiver: (id: Id) => post<{ id: Id }>(`${root}/waivers/${id}/end`, {}),
  /** As many groups as one answer may hold, the largest. */
  duplicates: (year: string, years: number, signal?: AbortSignal) => get<DuplicatePage>(`${root}/duplicates`, { year, years, limit: 200 }, signal),
  /** Where the browser fetches all of them as a file. */
  duplicatesAddress: (year: string, years: number) => address(`${root}/duplicates`, { year, years, format: "csv" }),
  /** Where the browser fetches the findings of the listed projects as a file. */
  findingsAddress: (query: Query, format: FindingsFormat) => address(`${root}/findings`, { ...query, format }),
  /** What taking over a rule's suggestions would change in the listed projects. */
  suggestions: (rule: string, query: Query, signal?: AbortSignal) => get<SuggestedChanges>(`${root}/rules/${encodeURIComponent(rule)}/suggestions`, query, signal),
  applySuggestions: (rule: string, query: Query, seen: string) =>
    post<{ items: LaidEdit[] }>(`${root}/rules/${encodeURIComponent(rule)}/suggestions`, { seen }, undefined, query).then((laid) => laid.items),
  /** What still stands of the last time they were taken over. */
  lastApplied: (rule: string, year: string, signal?: AbortSignal) => get<AppliedRule>(`${root}/rules/${encodeURIComponent(rule)}/applied`, { year }, signal),
  /** All of them in one go. */
  undoEdits: (items: LaidEdit[]) => post<{ undone: number; left: number }>(`${root}/overlays/undo`, { items }),
  runningReview: (year: number, signal?: AbortSignal) => get<RunningReview>(`${root}/reviews/running`, { year }, signal),
  judgeYear: (year: number, pack: string, signal?: AbortSignal) => post<{ pack: Pack; findings: Counts }>(`${root}/reviews`, { year, pack }, signal),
  imports: (query: Query, signal?: AbortSignal) => get<ImportPage>(`${root}/imports`, query, signal),
  /** With every new and every vanished row, or the first hundred of each. */
  importReport: (id: Id, allRows: boolean, signal?: AbortSignal) => get<ImportReport>(`${root}/imports/${id}`, { all_rows: allRows || undefined }, signal),
  importDocument: (given: ImportRequest, signal?: AbortSignal) => post<ImportReport>(`${root}/imports`, given, signal),
  unpackArchive: (given: { name: string; content: string }, signal?: AbortSignal) => post<Archive>(`${root}/archives`, given, signal),
  indicator: (id: Id, signal?: AbortSignal) => get<Indicator>(`${root}/indicators/${id}`, {}, signal),
  /** The target beside its own past and its peers. */
  ambition: (id: Id, signal?: AbortSignal) => get<Ambition>(`${root}/indicators/${id}/ambition`, {}, signal),
  document: (id: Id, signal?: AbortSignal) => get<SourceDocument>(`${root}/documents/${id}`, {}, signal),
  pages: (id: Id, from: number, limit: number, signal?: AbortSignal) =>
    get<DocumentPages>(`${root}/documents/${id}/pages`, { from, limit }, signal),
  /** Where the browser fetches the picture of a page, `width` pixels wide. */
  pageAddress: (id: Id, number: number, width: number) => address(`${root}/documents/${id}/pages/${number}`, { width }),
  /** From a row on, or around the row that holds an indicator or stands at a place. */
  rows: (id: Id, start: { from: number } | { indicator: Id } | { place: string }, limit: number, signal?: AbortSignal) =>
    get<DocumentRows>(`${root}/documents/${id}/rows`, { ...start, limit }, signal),
  lines: (id: Id, from: number, limit: number, signal?: AbortSignal) =>
    get<DocumentLines>(`${root}/documents/${id}/lines`, { from, limit }, signal),
  doubts: (query: Query, signal?: AbortSignal) => get<DoubtPage>(`${root}/doubts`, query, signal),
  corrections: (query: Query, signal?: AbortSignal) => get<CorrectionPage>(`${root}/corrections`, query, signal),
  remember: (said: Said) => post<Correction>(`${root}/corrections`, said),
  takeBack: (id: Id, region?: string) => post<Correction>(`${root}/corrections/${id}/take-back`, region ? { region } : {}),
  readAnew: (id: Id, dryRun: boolean) => post<ImportReport>(`${root}/documents/${id}/readings`, { dry_run: dryRun }),
  /** A page of a document that only the page has: of a dry run. */
  paintPage: (content: string, page: number, width: number, signal?: AbortSignal) =>
    post<PaintedPage>(`${root}/page-pictures`, { content, page, width }, signal),
  library: (query: Query, signal?: AbortSignal) => get<LibraryPage>(`${root}/library`, query, signal),
  /** Where the browser fetches what is listed as a file that can be imported again. */
  libraryAddress: (format: "xlsx" | "json", query: Query) => address(`${root}/library/exports`, { format, ...query }),
  libraryEntry: (code: string, signal?: AbortSignal) => get<LibraryEntryPage>(`${root}/library/entries/${encodeURIComponent(code)}`, {}, signal),
  addEntry: (draft: LibraryDraft) => post<LibraryEntryPage>(`${root}/library/entries`, draft),
  /** What the draft does not name stays as it is. */
  editEntry: (code: string, draft: LibraryDraft) => post<LibraryEntryPage>(`${root}/library/entries/${encodeURIComponent(code)}/versions`, draft),
  importLibrary: (given: { name: string; content: string; dry_run: boolean; region?: string }, signal?: AbortSignal) =>
    post<LibraryImport>(`${root}/library/imports`, given, signal),
  matches: (query: Query, signal?: AbortSignal) => get<MatchPage>(`${root}/library/matches`, query, signal),
  matchesAddress: (query: Query) => address(`${root}/library/matches`, { ...query, format: "csv" }),
  /** Without an indicator, of every row of the name; code "" says that it is none of the entries. */
  decideMatch: (decision: { year: number; name: string; code: string; indicator_id?: Id }) => post<MatchedName>(`${root}/library/decisions`, decision),
  takeBackMatches: (ids: readonly Id[]) => post<{ taken_back: number }>(`${root}/library/decisions/take-back`, { ids }),
  /** Lists what would be confirmed; with the list's token confirms it. */
  confirmMatches: (year: number, least: number, token?: string) =>
    post<BulkMatches>(`${root}/library/matches`, token === undefined ? { year, least } : { year, least, token }),
  monitoringBoard: (query: Query, signal?: AbortSignal) => get<MonitoringBoard>(`${root}/monitoring`, query, signal),
  /** Where the browser fetches everything the board shows as a file. */
  monitoringAddress: (query: Query) => address(`${root}/monitoring`, { ...query, format: "csv" }),
  /** A lot of lights that are not known; asked again until none is missing. */
  computeMonitoring: (year: number, month: number, pack: string, signal?: AbortSignal) => post<{ missing: number }>(`${root}/monitoring/states`, { year, month, pack }, signal),
  projectMonitoring: (id: Id, month: number | undefined, pack: string | undefined, signal?: AbortSignal) => get<ProjectMonitoring>(`${root}/projects/${id}/monitoring`, { month, pack }, signal),
  giveOpinion: (id: Id, opinion: OpinionRequest) => put<ProjectMonitoring>(`${root}/projects/${id}/monitoring/opinions`, opinion),
  /** Without a shape the pack's curve again. */
  setCurve: (id: Id, curve: { indicator_id: Id; month: number; pack: string; shape: string; points?: string[] }) => put<ProjectMonitoring>(`${root}/projects/${id}/monitoring/curves`, curve),
  importMoney: (given: MoneyRequest, signal?: AbortSignal) => post<MoneyReport>(`${root}/money`, given, signal),
  rules: (year: number | undefined, signal?: AbortSignal) =>
    get<RuleList>(`${root}/rules`, { year }, signal),
  rule: (id: string, year: number | undefined, signal?: AbortSignal) => get<Rule>(`${root}/rules/${encodeURIComponent(id)}`, { year }, signal),
  scoringProfiles: (signal?: AbortSignal) => get<{ items: ScoringProfileSummary[] }>(`${root}/scoring/profiles`, {}, signal).then((page) => page.items),
  /** The query is an example of one's own. */
  scoringProfile: (id: string, example: Query, signal?: AbortSignal) => get<ScoringProfile>(`${root}/scoring/profiles/${encodeURIComponent(id)}`, example, signal),
  scoreRuns: (year: string, signal?: AbortSignal) => get<{ items: ScoreRun[] }>(`${root}/scoring/runs`, { year }, signal).then((page) => page.items),
  scoreRun: (id: Id, signal?: AbortSignal) => get<ScoreRun>(`${root}/scoring/runs/${id}`, {}, signal),
  /** Scores a year and keeps it, or the inputs of a run by another profile. */
  keepScores: (given: { year?: number; agency?: Id; as_of?: string; profile: string; of_run?: Id }, signal?: AbortSignal) => post<ScoreRun>(`${root}/scoring/runs`, given, signal),
  scores: (run: Id, query: Query, signal?: AbortSignal) => get<ScoreResultPage>(`${root}/scoring/runs/${run}/results`, query, signal),
  /** Where the browser fetches every score of what is listed, with its derivation. */
  scoreRunsAddress: (year: string) => address(`${root}/scoring/runs`, { year, format: "csv" }),
  scoringProfilesAddress: () => address(`${root}/scoring/profiles`, { format: "csv" }),
  scoresAddress: (run: Id, format: "csv" | "jsonl" | "xlsx", query: Query) => address(`${root}/scoring/runs/${run}/results`, { ...query, format }),
  score: (run: Id, project: Id, signal?: AbortSignal) => get<KeptScore>(`${root}/scoring/runs/${run}/results/${project}`, {}, signal),
  rerunScores: (run: Id, signal?: AbortSignal) => post<Rerun>(`${root}/scoring/runs/${run}/reruns`, {}, signal),
  discardScoreRun: (run: Id) => post<{ id: Id }>(`${root}/scoring/runs/${run}/discard`, {}),
  /** Where the browser fetches every project that moves as a file. */
  whatIfAddress: ({ changes, limit: _limit, ...question }: WhatIfQuestion) =>
    [address(`${root}/scoring/what-if`, { ...question, format: "csv" }), ...(changes ?? []).map(({ key, value }) => `set=${encodeURIComponent(`${key}=${value}`)}`)].join("&"),
  whatIf: (question: WhatIfQuestion, signal?: AbortSignal) => post<WhatIf>(`${root}/scoring/what-if`, question, signal),
  selfEvaluations: (query: Query, signal?: AbortSignal) => get<SelfEvaluationPage>(`${root}/self-evaluations`, query, signal),
  selfEvaluationCounts: (query: Query, signal?: AbortSignal) => get<SelfEvaluationCounts>(`${root}/self-evaluations/counts`, query, signal),
  selfEvaluationsAddress: (query: Query) => address(`${root}/self-evaluations`, { ...query, format: "csv" }),
  selfEvaluation: (id: Id, scope: { profile: string; as_of: string }, signal?: AbortSignal) => get<SelfEvaluation>(`${root}/projects/${id}/self-evaluation`, { ...scope }, signal),
  /** The form with cells laid over it that are not kept. */
  previewSelfEvaluation: (id: Id, typed: TypedForm, signal?: AbortSignal) => post<SelfEvaluation>(`${root}/projects/${id}/self-evaluation/preview`, typed, signal),
  saveSelfEvaluation: (id: Id, typed: TypedForm & { revision: string }) => post<SelfEvaluation>(`${root}/projects/${id}/self-evaluation`, typed),
  /** With those that were said anew or taken back. */
  actuals: (id: Id, signal?: AbortSignal) => get<{ items: Actual[] }>(`${root}/projects/${id}/actuals`, { ended: true }, signal).then((page) => page.items),
  takeBackActual: (id: Id) => post<{ id: Id }>(`${root}/actuals/${id}/take-back`, {}),
  enterActuals: (id: Id, said: { as_of: string; values: SaidValue[] }) => post<{ ids: Id[] }>(`${root}/projects/${id}/actuals`, said),
  pasteActuals: (id: Id, pasted: { as_of: string; text: string; dry_run: boolean }) => post<PastedActuals>(`${root}/projects/${id}/actuals/pasted`, pasted),
  reportDocument: (given: ReportedRequest, signal?: AbortSignal) => post<ReportedDocument>(`${root}/actual-documents`, given, signal),
  evidence: (id: Id, signal?: AbortSignal) => get<{ items: Evidence[] }>(`${root}/projects/${id}/evidence`, {}, signal).then((page) => page.items),
  evidenceAddress: (id: Id) => address(`${root}/evidence/${id}/file`),
  attachEvidence: (actual: Id, given: { name: string; content: string; kind: EvidenceKind; sample?: number; note?: string }) => post<{ id: Id }>(`${root}/actuals/${actual}/evidence`, given),
  takeBackEvidence: (id: Id) => post<{ id: Id }>(`${root}/evidence/${id}/take-back`, {}),
  /** Where the browser fetches a file; the query is a list's filters. */
  exportAddress: (form: "table11" | "indicators" | "ambition" | "monitoring" | "self-evaluation", format: "xlsx" | "csv" | "json", query: Query) =>
    address(`${root}/exports`, { form, format, ...query }),
};

export interface OpinionRequest {
  indicator_id: Id;
  month: number;
  pack: string;
  possibility: string;
  reasons: string[];
  words: string;
  measure: string;
  expected: string;
  note: string;
}

export interface MoneyRequest {
  name: string;
  /** base64 */
  content: string;
  year: number;
  as_of: string;
  unit: string;
  columns?: MoneyColumn[];
  /** The projects a person chose, for rows that do not tell theirs. */
  projects?: { place: string; project_id: Id }[];
  dry_run: boolean;
}

export interface ImportRequest {
  name: string;
  /** base64 */
  content: string;
  dry_run: boolean;
  /** File a document once more whose rows were replaced since. */
  again?: boolean;
  /** Name every new and every vanished row. */
  all_rows?: boolean;
  year?: number;
  region?: string;
  agency?: string;
}

/** A value of the whole or of a sub-unit; `amount` in 元. */
export interface SaidValue {
  indicator_id: Id;
  unit?: string;
  value?: string;
  numerator?: string;
  denominator?: string;
  amount?: string;
  note?: string;
}

export interface TypedForm {
  cells: TypedCells[];
  /** The annual total in 元. */
  money?: { initial: string; adjusted: string; executed: string };
  profile?: string;
  as_of?: string;
  outcome?: string;
  execution_reason?: string;
}

export interface ReportedRequest {
  name: string;
  /** base64 */
  content: string;
  year: number;
  as_of: string;
  project?: Id;
  profile?: string;
  filed?: boolean;
  dry_run: boolean;
}

export interface Aside {
  /** Of the row, as the page has seen it. */
  revision: number;
  rule: string;
  /** Of the project where it is about that, not of the row the rule may say something of as well. */
  of_project: boolean;
  kind: WaiverKind;
  reason: string;
}

export interface WaiverQuery {
  year: string;
  rule?: string;
  /** Those that were taken back, too. */
  ended?: boolean | undefined;
}

/** Where a correction is made, as it was seen. */
export interface SeenIn {
  name?: string;
  hash?: string;
  place?: string;
  text?: string;
}

/** What is said of a doubtful row, or of a column. */
export type Said =
  | { verdict: Exclude<Verdict, "mapped">; row: string; seen: Reading[]; readings?: Reading[]; document: SeenIn; region?: string }
  | { verdict: "mapped"; layout: string; column: number; head: string; role: ColumnRole; role_before: ColumnRole; document: SeenIn; region?: string };

export type { Import };
