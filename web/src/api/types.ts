import type { components, operations } from "./schema";

type Schemas = components["schemas"];

export type Id = Schemas["Id"];
export type Severity = Schemas["Severity"];
export type TargetKind = Schemas["TargetKind"];
export type Comparator = Schemas["Comparator"];
export type Field = Schemas["Field"];
export type Problem = Schemas["Problem"];
export type Change = Schemas["Change"];
export type Counts = Schemas["Counts"];
export type Meta = Schemas["Meta"];
export type Overview = Schemas["Overview"];
export type Agency = Schemas["Agency"];
export type ProjectSummary = Schemas["ProjectSummary"];
export type ProjectPage = Schemas["ProjectPage"];
export type Project = Schemas["Project"];
export type Finding = Schemas["Finding"];
export type Waiver = Schemas["Waiver"];
export type WaiverKind = Schemas["WaiverKind"];
export type StoredWaiver = Schemas["StoredWaiver"];
export type WaiverPage = Schemas["WaiverPage"];
export type SuggestedChanges = Schemas["SuggestedChanges"];
export type LaidEdit = Schemas["LaidEdit"];
export type AppliedRule = Schemas["AppliedRule"];
/** How much of judging a year anew is done. */
export interface RunningReview {
  running: boolean;
  done: number;
  all: number;
}
export const findingsFormats = ["csv", "json", "xlsx"] as const;
export type FindingsFormat = (typeof findingsFormats)[number];
export type DuplicateGroup = Schemas["DuplicateGroup"];
export type DuplicatePage = operations["listDuplicates"]["responses"][200]["content"]["application/json"];
export type Overlay = Schemas["Overlay"];
export type Indicator = Schemas["Indicator"];
export type Ambition = Schemas["Ambition"];
export type Frame = Schemas["Frame"];
export type IndicatorPage = Schemas["IndicatorPage"];
export type Import = Schemas["Import"];
export type ImportPage = Schemas["ImportPage"];
export type Archive = Schemas["Archive"];
export type NamedRow = Schemas["NamedRow"];
export type ImportReport = Schemas["ImportReport"];
export type MonitoringBoard = Schemas["MonitoringBoard"];
export type BoardRow = Schemas["BoardRow"];
export type ProjectMonitoring = Schemas["ProjectMonitoring"];
export type MonitoredIndicator = Schemas["MonitoredIndicator"];
export type LightCounts = Schemas["LightCounts"];
export type MoneyReport = Schemas["MoneyReport"];
export type MoneyColumn = Schemas["MoneyColumn"];
export type LightWord = "red" | "yellow" | "green" | "blue" | "none" | "not_reported" | "unclear";
export const lights = ["red", "yellow", "green", "blue", "none"] as const;
export const quadrants = ["on_track", "money_behind", "goals_behind", "both_behind", "none"] as const;
/** Units of amounts, as forms write them. */
export const moneyUnits = ["元", "千元", "万元", "百万元", "亿元"] as const;
export const moneyColumns: readonly MoneyColumn[] = ["project", "agency", "initial", "adjusted", "adjustment", "executed", "expected", "as_of"];
export type PreviewRow = Schemas["PreviewRow"];
export type RowNote = Schemas["RowNote"];
export type Box = Schemas["Box"];
export type SourceDocument = Schemas["Document"];
export type DocumentPages = Schemas["DocumentPages"];
export type DocumentRows = Schemas["DocumentRows"];
export type HeldIndicator = Schemas["HeldIndicator"];
export type DocumentLines = Schemas["DocumentLines"];
export type Rule = Schemas["Rule"];
export type RuleList = Schemas["RuleList"];
export type Pack = Schemas["Pack"];
export type Reading = Schemas["Reading"];
export type DoubtCode = Schemas["DoubtCode"];
export type DoubtfulRow = Schemas["DoubtfulRow"];
export type Doubt = Schemas["Doubt"];
export type DoubtPage = Schemas["DoubtPage"];
export type Layout = Schemas["Layout"];
export type ColumnRole = Schemas["ColumnRole"];
export type Verdict = Schemas["Verdict"];
export type Correction = Schemas["Correction"];
export type CorrectionPage = Schemas["CorrectionPage"];
export type PaintedPage = Schemas["PagePicture"];

export type SelfEvaluation = Schemas["SelfEvaluation"];
export type SelfEvaluationCounts = Schemas["SelfEvaluationCounts"];
export type SelfEvaluationPage = Schemas["SelfEvaluationPage"];
export type Actual = Schemas["Actual"];
export type TypedCells = Schemas["TypedCells"];
export type Explained = Schemas["Explained"];
export type Evidence = Schemas["Evidence"];
export type EvidenceKind = Schemas["EvidenceKind"];
export type PastedActuals = Schemas["PastedActuals"];
export type ReportedDocument = Schemas["ReportedDocument"];

export type LibraryLayer = Schemas["LibraryLayer"];
export type LibraryRole = Schemas["LibraryRole"];
export type LibraryDirection = Schemas["LibraryDirection"];
export type LibraryScoring = Schemas["LibraryScoring"];
export type LibraryIndicator = Schemas["LibraryIndicator"];
export type LibraryEntry = Schemas["LibraryEntry"];
export type LibraryDraft = Schemas["LibraryDraft"];
export type LibraryPage = Schemas["LibraryPage"];
export type LibraryEntryPage = Schemas["LibraryEntryPage"];
export type LibraryDecision = Schemas["LibraryDecision"];
export type LibraryImport = Schemas["LibraryImport"];
export type MatchState = Schemas["MatchState"];
export type MatchCandidate = Schemas["MatchCandidate"];
export type MatchedName = Schemas["MatchedName"];
export type MatchPage = Schemas["MatchPage"];
export type BulkMatches = Schemas["BulkMatches"];

export type ScoringProfileSummary = Schemas["ScoringProfileSummary"];
export type ScoringProfile = Schemas["ScoringProfile"];
export type ProfileExample = Schemas["ProfileExample"];
export type Score = Schemas["Score"];
export type ScoredIndicator = Schemas["ScoredIndicator"];
export type ScoreRun = Schemas["ScoreRun"];
export type ScoreResult = Schemas["ScoreResult"];
export type ScoreResultPage = operations["listScores"]["responses"][200]["content"]["application/json"];
export type KeptScore = Schemas["KeptScore"];
export type Movement = Schemas["Movement"];
export type Movements = Schemas["WhatIf"]["movements"];
export type WhatIf = Schemas["WhatIf"];
export type WhatIfQuestion = operations["askWhatIf"]["requestBody"]["content"]["application/json"];
export type Rerun = operations["rerunScores"]["responses"][200]["content"]["application/json"];

export const evidenceKinds: readonly EvidenceKind[] = ["direct_proof", "statistics", "description", "survey"];
export const libraryLayers: readonly LibraryLayer[] = ["common", "sector", "agency"];
export const libraryRoles: readonly LibraryRole[] = [
  "quantity", "quality", "timeliness", "cost", "economic_benefit", "social_benefit", "ecological_benefit", "sustained_benefit", "satisfaction", "other",
];
export const libraryDirections: readonly LibraryDirection[] = ["more", "less", "exact", "words"];
export const libraryScorings: readonly LibraryScoring[] = ["proportion", "satisfaction", "direct", "grade"];
/** 数据来源 and 取值方式 as the regulation names them; the same in every language. */
export const librarySources = ["统计部门统计", "权威机构调查", "部门统计年鉴", "部门业务统计", "部门业务记录", "部门业务评判", "问卷调查报告", "媒体舆论", "其他"] as const;
export const libraryMethods = ["直接证明法", "情况统计法", "情况说明法", "问卷调查法", "趋势判断法"] as const;
export const matchStates: readonly MatchState[] = ["open", "confirmed", "none"];
export const severities: readonly Severity[] = ["error", "warning", "hint"];
export const waiverKinds: readonly WaiverKind[] = ["waived", "false_alarm"];
export const kinds: readonly TargetKind[] = [
  "number", "range", "date", "duration", "frequency", "grade", "text",
];
/** What the filter accepts; "none" stands for a row without a comparator. */
export const comparators = [">=", "<=", "=", ">", "<", "qualitative", "between", "none"] as const;
export const verdicts: readonly Verdict[] = ["confirmed", "corrected", "rejected", "mapped"];
export const columnRoles: readonly ColumnRole[] = [
  "agency", "project", "level1", "level2", "level3", "comparator", "target", "measure", "points", "actual", "score", "reason", "explanation", "standard", "secrecy", "",
];
export const fields: readonly Field[] = ["level1", "level2", "level3", "comparator", "target", "measure"];
