import type { LibraryDirection, LibraryDraft, LibraryIndicator, LibraryLayer, LibraryRole, LibraryScoring } from "../../api/types";

/** An entry as its form holds it: lists are one text, the layer is chosen. */
export interface EntryForm {
  code: string;
  name: string;
  aliases: string;
  layer: LibraryLayer;
  sector: string;
  agency: string;
  role: LibraryRole | "";
  measure: string;
  direction: LibraryDirection | "";
  bounded: boolean;
  meaning: string;
  formula: string;
  source: string;
  evidence: string;
  method: string;
  scoring: LibraryScoring | "";
  targets: string;
}

export const emptyForm: EntryForm = {
  code: "", name: "", aliases: "", layer: "sector", sector: "", agency: "", role: "", measure: "", direction: "", bounded: false, meaning: "", formula: "", source: "", evidence: "", method: "", scoring: "", targets: "",
};

/** Between the items of a list that is one text, as files have it. */
export const joint = "；";

export function parts(text: string): string[] {
  return text.split(/[；;]/).map((part) => part.trim()).filter((part) => part !== "");
}

export function formOf(entry: LibraryIndicator): EntryForm {
  const { code, name, layer, sector, agency, role, measure, direction, bounded, meaning, formula, source, evidence, method, scoring } = entry;
  return { code, name, layer, sector, agency, role, measure, direction, bounded, meaning, formula, source, evidence, method, scoring, aliases: entry.aliases.join(joint), targets: entry.targets.join(joint) };
}

/** What is sent: the layer is told by what an entry has, and scoring that nobody chose is the usual one. */
export function draftOf(form: EntryForm): LibraryDraft {
  const scoring = form.scoring || (form.role === "satisfaction" ? "satisfaction" : form.direction === "words" ? "direct" : "proportion");
  return {
    ...(form.code.trim() === "" ? {} : { code: form.code.trim() }),
    name: form.name, aliases: parts(form.aliases), sector: form.sector, agency: form.layer === "agency" ? form.agency : "", common: form.layer === "common",
    role: (form.role || "") as LibraryRole, measure: form.direction === "words" ? "" : form.measure, direction: (form.direction || "") as LibraryDirection, bounded: form.bounded,
    meaning: form.meaning, formula: form.formula, source: form.source, evidence: form.evidence, method: form.method, scoring, targets: parts(form.targets),
  };
}

/** The field that a refusal is about; common and agency are told by the layer. */
export function fieldOf(where: string | undefined): keyof EntryForm | "region" | "" {
  if (where === "region") return "region";
  if (where === "common") return "layer";
  return where !== undefined && where in emptyForm ? (where as keyof EntryForm) : "";
}

const members = [
  "name", "aliases", "sector", "agency", "common", "role", "measure", "direction", "bounded", "meaning", "formula", "source", "evidence", "method", "scoring", "targets", "retired",
] as const;
export type Member = (typeof members)[number];

export interface MemberChange {
  member: Member;
  before: string | boolean;
  after: string | boolean;
}

function shown(value: LibraryIndicator[Member]): string | boolean {
  return Array.isArray(value) ? value.join(joint) : value;
}

/** What the later version has different from the earlier one. */
export function changesBetween(before: LibraryIndicator, after: LibraryIndicator): MemberChange[] {
  return members.map((member) => ({ member, before: shown(before[member]), after: shown(after[member]) })).filter((change) => change.before !== change.after);
}
