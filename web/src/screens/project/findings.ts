import type { ColumnRole, Field, Finding, Indicator, Severity, Waiver } from "../../api/types";
import { stands } from "../../parts/finding_counts";

/** Which row, and which of the findings the row came with. */
export interface FindingPlace {
  row: number;
  finding: number;
}

/** A finding with the row it is listed with. */
export interface Placed {
  place: FindingPlace;
  row: Indicator;
  finding: Finding;
}

/** What one waiver sets aside: all that its rule found there. */
export interface SetAside {
  waiver: Waiver;
  findings: Finding[];
}

/** What there is to read about a row or about the project. */
export interface Notes {
  standing: Placed[];
  aside: SetAside[];
}

/** The notes of a sheet: at its head those about the project, then those of every row. */
export interface SheetNotes {
  project: Notes;
  rows: Notes[];
}

export function isOfProject(finding: Finding): boolean {
  return finding.field === "project";
}

export function suggests(finding: Finding): boolean {
  return finding.suggestion.length > 0;
}

/** Whether there is a suggestion that nobody has set aside. */
export function offers(finding: Finding): boolean {
  return stands(finding) && suggests(finding);
}

function notesOf(placed: readonly Placed[]): Notes {
  const aside = new Map<string, SetAside>();
  for (const { finding } of placed) {
    if (!finding.waiver) continue;
    const held = aside.get(finding.waiver.id) ?? { waiver: finding.waiver, findings: [] };
    aside.set(finding.waiver.id, { ...held, findings: [...held.findings, finding] });
  }
  return { standing: placed.filter((one) => stands(one.finding)), aside: [...aside.values()] };
}

/** A finding about the project comes with its first row and is read at the head of the sheet. */
export function sheetNotes(rows: readonly Indicator[]): SheetNotes {
  const placed = rows.map((row, index) => row.findings.map((finding, at): Placed => ({ place: { row: index, finding: at }, row, finding })));
  const ofProject = (one: Placed) => isOfProject(one.finding);
  return {
    project: notesOf(placed.flat().filter(ofProject)),
    rows: placed.map((row) => notesOf(row.filter((one) => !ofProject(one)))),
  };
}

/** Every finding that stands as n and p walk them: those about the project, then top to bottom. */
export function walked(notes: SheetNotes): Placed[] {
  return [notes.project, ...notes.rows].flatMap((some) => some.standing);
}

/** The same notes with those of one rule alone; of no rule, all. */
export function notesUnder(notes: SheetNotes, rule: string): SheetNotes {
  if (rule === "") return notes;
  const only = ({ standing, aside }: Notes): Notes => ({
    standing: standing.filter((one) => one.finding.rule === rule),
    aside: aside.filter((one) => one.findings.some((finding) => finding.rule === rule)),
  });
  return { project: only(notes.project), rows: notes.rows.map(only) };
}

export function samePlace(a: FindingPlace | null, b: FindingPlace | null): boolean {
  return a?.row === b?.row && a?.finding === b?.finding;
}

/** The finding after (step 1) or before (step -1) the current one; from none, the first at or after the row. */
export function stepFinding(all: readonly Placed[], current: FindingPlace | null, row: number, step: 1 | -1): Placed | null {
  if (all.length === 0) return null;
  const at = current ? all.findIndex((one) => samePlace(one.place, current)) : -1;
  if (at >= 0) return all[(at + step + all.length) % all.length] ?? null;
  if (step === 1) return all.find((one) => one.place.row >= row) ?? all[0] ?? null;
  return all.findLast((one) => one.place.row <= row) ?? all.at(-1) ?? null;
}

/** Where one goes on from a finding that is mended: of those that followed it the first that still stands, else round from the top. */
export function following(before: readonly Placed[], mended: FindingPlace, now: readonly Placed[]): Placed | null {
  const later = before.slice(before.findIndex((one) => samePlace(one.place, mended)) + 1);
  const still = (one: Placed) => now.find(({ row, finding }) => row.id === one.row.id && finding.rule === one.finding.rule && finding.field === one.finding.field);
  return later.map(still).find((one) => one !== undefined) ?? now[0] ?? null;
}

/** The finding that is open. */
export function openOne(notes: SheetNotes, opened: FindingPlace | null): Placed | undefined {
  return opened ? walked(notes).find((one) => samePlace(one.place, opened)) : undefined;
}

/** What a key that asks before it acts is about: the open finding, else the row's first. */
export function atHand(notes: SheetNotes, opened: FindingPlace | null, row: number): Placed | undefined {
  if (opened) return openOne(notes, opened);
  return notes.rows[row]?.standing[0];
}

const weight: Record<Severity, number> = { error: 3, warning: 2, hint: 1 };

/** The gravest finding about a cell, for the mark under it. */
export function markOf(row: Indicator, field: Field, rule = ""): Severity | undefined {
  let gravest: Severity | undefined;
  for (const finding of row.findings.filter((one) => stands(one) && (rule === "" || one.rule === rule))) {
    if (finding.field === field && (!gravest || weight[finding.severity] > weight[gravest])) gravest = finding.severity;
  }
  return gravest;
}

const unseen: readonly ColumnRole[] = ["points", "actual", "score", "reason", "explanation", "standard"];

/** The column a finding is about where the form on the page does not show it. */
export function unseenColumn(finding: Finding): ColumnRole | undefined {
  return unseen.find((column) => column === finding.field);
}
