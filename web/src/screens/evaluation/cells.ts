import type { Id, SelfEvaluation, TypedCells } from "../../api/types";

export type CellName = "value" | "points" | "score" | "reason";
export const cellNames: readonly CellName[] = ["value", "points", "score", "reason"];

/** The cell a missing thing is said in. */
export function placeOf(kind: string): string {
  return kind === "judgement" ? "score" : kind === "year_end" ? "value" : kind;
}

/** What was typed and not kept, by indicator. */
export type Typed = ReadonlyMap<Id, Partial<Record<CellName, string>>>;

/** What the page says of the whole project. */
export interface Words {
  outcome: string;
  execution_reason: string;
}

/** 万元 of an amount in 元, exact: the point moves, nothing is rounded; "" for an unknown one. */
export function wan(yuan: string | null): string {
  const match = yuan === null ? null : /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(yuan);
  if (!match) return "";
  const digits = (match[2] ?? "").padStart(5, "0");
  const whole = digits.slice(0, -4);
  const rest = (digits.slice(-4) + (match[3] ?? "")).replace(/0+$/, "");
  return `${match[1] ?? ""}${whole}${rest === "" ? "" : `.${rest}`}`;
}

/** 元 of an amount typed in 万元, as exact; what is no amount goes to the server as it is, which says so. */
export function yuan(text: string): string {
  const match = /^(-?)([0-9]*)(?:\.([0-9]*))?$/.exec(text.replace(/[,，\s]/g, ""));
  if (!match || text.trim() === "") return text.trim();
  const rest = (match[3] ?? "").padEnd(4, "0");
  const digits = `${match[2] ?? ""}${rest.slice(0, 4)}`.replace(/^0+(?=[0-9])/, "");
  const parts = rest.slice(4).replace(/0+$/, "");
  return `${match[1] ?? ""}${digits}${parts === "" ? "" : `.${parts}`}`;
}

export type MoneyName = "initial" | "adjusted" | "executed";
export const moneyNames: readonly MoneyName[] = ["initial", "adjusted", "executed"];
/** The annual total as typed, 万元. */
export type TypedTotal = Record<MoneyName, string>;

export function keptTotal(evaluation: SelfEvaluation | null): TypedTotal {
  const line = evaluation?.money.find((one) => one.source === "");
  return { initial: wan(line?.initial ?? null), adjusted: wan(line?.adjusted ?? null), executed: wan(line?.executed ?? null) };
}

type Row = SelfEvaluation["rows"][number];

/** What a cell holds as kept. */
export function keptCell(row: Row, name: CellName): string {
  return name === "score" ? row.judged : row[name];
}

/** Lays one more cell over what was typed; typing what is kept types nothing. */
export function withCell(typed: Typed, row: Row, name: CellName, text: string): Typed {
  const next = new Map(typed);
  const { [name]: _before, ...others } = next.get(row.indicator_id) ?? {};
  const cells = text === keptCell(row, name) ? others : { ...others, [name]: text };
  if (Object.keys(cells).length === 0) next.delete(row.indicator_id);
  else next.set(row.indicator_id, cells);
  return next;
}

export type WordsName = keyof Words;
export const wordsNames: readonly WordsName[] = ["execution_reason", "outcome"];

/** What is typed and not kept, all of it; null where nothing is. */
export interface Unsaved {
  typed: Typed;
  words: Words | null;
  total: TypedTotal | null;
}

/** A cell that somebody else saved otherwise while it was typed into; without an indicator one of the whole project. */
export interface Clash {
  indicator: Id | null;
  cell: CellName | WordsName | MoneyName;
  row: string;
  theirs: string;
  own: string;
}

export function clashKey(clash: Pick<Clash, "indicator" | "cell">): string {
  return `${clash.indicator ?? ""}-${clash.cell}`;
}

/** Parts of the whole: what a person left as it was follows what is kept now; null where nothing differs. */
function laidParts<T extends object>(names: readonly (keyof T)[], own: T | null, before: T, now: T): T | null {
  if (!own) return null;
  const laid = { ...own };
  for (const name of names) if (own[name] === before[name]) laid[name] = now[name];
  return names.every((name) => laid[name] === now[name]) ? null : laid;
}

function keptWords(evaluation: SelfEvaluation): Words {
  return { outcome: evaluation.outcome, execution_reason: evaluation.execution_reason };
}

/** Typed cells that say what is kept now are typed no more; the rest lies over it. */
function laidCells(typed: Typed, now: SelfEvaluation): Typed {
  let next: Typed = new Map();
  for (const row of now.rows) {
    const { points, ...others } = typed.get(row.indicator_id) ?? {};
    // Proposed points are kept by nobody: taking them over stays something to say.
    if (points !== undefined && row.points_proposed) next = new Map(next).set(row.indicator_id, { points });
    else if (points !== undefined) next = withCell(next, row, "points", points);
    for (const [name, said] of Object.entries(others)) next = withCell(next, row, name as CellName, said);
  }
  return next;
}

/** Lays what is typed over a form that somebody else has saved meanwhile. */
export function laidOver(own: Unsaved, before: SelfEvaluation, now: SelfEvaluation): Unsaved {
  return { typed: laidCells(own.typed, now), words: laidParts(wordsNames, own.words, keptWords(before), keptWords(now)), total: laidParts(moneyNames, own.total, keptTotal(before), keptTotal(now)) };
}

/** Where typed cells and kept ones differ. */
export function differing(own: Unsaved, kept: SelfEvaluation): Clash[] {
  const clashes: Clash[] = [];
  const add = (clash: Clash): void => {
    if (clash.own !== clash.theirs) clashes.push(clash);
  };
  const money = keptTotal(kept);
  const { total, words } = own;
  if (total) for (const name of moneyNames) add({ indicator: null, cell: name, row: "", theirs: money[name], own: total[name] });
  if (words) for (const name of wordsNames) add({ indicator: null, cell: name, row: "", theirs: kept[name], own: words[name] });
  for (const row of kept.rows) {
    const cells = own.typed.get(row.indicator_id) ?? {};
    for (const name of cellNames) {
      const said = cells[name];
      if (said !== undefined) add({ indicator: row.indicator_id, cell: name, row: row.name, theirs: keptCell(row, name), own: said });
    }
  }
  return clashes;
}

/** Whether somebody else changed what a clash speaks of between two readings of the form. */
export function changedMeanwhile(clash: Clash, before: SelfEvaluation): boolean {
  const { cell } = clash;
  if (clash.indicator === null) {
    const whole: Record<string, string> = { ...keptTotal(before), ...keptWords(before) };
    return whole[cell] !== clash.theirs;
  }
  const row = before.rows.find((one) => one.indicator_id === clash.indicator);
  return row !== undefined && keptCell(row, cell as CellName) !== clash.theirs;
}

/** As the server takes it. */
export function sentCells(typed: Typed): TypedCells[] {
  return [...typed].map(([indicator_id, cells]) => ({ indicator_id, ...cells }));
}

/** Proposed points as typed ones: a person takes them over. */
export function withProposed(typed: Typed, evaluation: SelfEvaluation): Typed {
  const next = new Map(typed);
  for (const row of evaluation.rows) {
    if (row.points_proposed) next.set(row.indicator_id, { points: row.points, ...next.get(row.indicator_id) });
  }
  return next;
}

/** Several cells in what is on the clipboard: it belongs into the rows, not into one cell. */
export function isBlock(text: string): boolean {
  return /\t/.test(text) || /\n./.test(text.trimEnd());
}
