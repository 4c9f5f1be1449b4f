import type { Id, SelfEvaluation, TypedCells } from "../../api/types";

export type CellName = "value" | "points" | "score" | "reason";
export const cellNames: readonly CellName[] = ["value", "points", "score", "reason"];

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
