import type { Overview, ProjectSummary, Severity } from "../../api/types";
import { severities } from "../../api/types";

/** One bar of a chart, which is one row of its table. */
export interface Bar {
  key: string;
  label: string;
  value: number;
  tone: Severity | "plain";
  /** Query of the list that shows these rows. */
  query: Record<string, string>;
  projects?: number;
}

/** Largest first; equals keep the order given. */
export function sorted(bars: readonly Bar[]): Bar[] {
  return [...bars].sort((a, b) => b.value - a.value);
}

export function severityBars(overview: Overview, word: (severity: Severity) => string): Bar[] {
  return severities.map((severity) => ({
    key: severity, label: word(severity), value: overview.findings[severity], tone: severity, query: { severity },
    projects: overview.projects_with[severity],
  }));
}

const weight: Record<Severity, number> = { error: 0, warning: 1, hint: 2 };

/** Errors before warnings before hints, within each the most frequent first. */
export function ruleBars(overview: Overview): Bar[] {
  return overview.by_rule
    .filter((entry) => entry.findings > 0)
    .map((entry): Bar & { tone: Severity } => ({
      key: entry.rule, label: entry.title, value: entry.findings, tone: entry.severity, query: { rule: entry.rule }, projects: entry.projects,
    }))
    .sort((a, b) => weight[a.tone] - weight[b.tone] || b.value - a.value);
}

export function kindBars(overview: Overview, word: (kind: Overview["by_kind"][number]["kind"]) => string): Bar[] {
  return sorted(
    overview.by_kind
      .filter((entry) => entry.indicators > 0)
      .map((entry) => ({ key: entry.kind, label: word(entry.kind), value: entry.indicators, tone: "plain", query: { kind: entry.kind } })),
  );
}

export function levelBars(overview: Overview): Bar[] {
  return sorted(
    overview.by_level.map((entry) => ({
      key: `${entry.level1}/${entry.level2}`, label: [entry.level1, entry.level2].filter(Boolean).join(" / "), value: entry.indicators, tone: "plain",
      query: { ...(entry.level1 ? { level1: entry.level1 } : {}), ...(entry.level2 ? { level2: entry.level2 } : {}) },
    })),
  );
}

export function most(bars: readonly Bar[]): Bar | undefined {
  return sorted(bars)[0];
}

export function total(bars: readonly Bar[]): number {
  return bars.reduce((sum, bar) => sum + bar.value, 0);
}

/** The projects that need a look first, worst at the top. */
export function worstFirst(projects: readonly ProjectSummary[]): ProjectSummary[] {
  return [...projects].sort(
    (a, b) => b.findings.error - a.findings.error || b.findings.warning - a.findings.warning || b.findings.hint - a.findings.hint,
  );
}
