import type { BoardRow, MonitoredIndicator } from "../../api/types";
import { formatTarget } from "../../text/format";

/** 元 as 万元, exact: the point moves four places. "" for nothing: blank is not 0. */
export function inTenThousand(yuan: string | null): string {
  if (yuan === null) return "";
  const match = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(yuan);
  if (!match) return yuan;
  const digits = (match[2] ?? "").padStart(5, "0");
  const whole = digits.slice(0, -4);
  const part = (digits.slice(-4) + (match[3] ?? "")).replace(/0+$/, "");
  return (match[1] ?? "") + formatTarget(whole, "万元") + (part === "" ? "" : `.${part}`);
}

/** A forecast in 万元 to two places: it is none of a 分. */
export function forecastInTenThousand(yuan: string | null): string {
  const match = yuan === null ? null : /^(-?)([0-9]+)(?:\.[0-9]+)?$/.exec(yuan);
  if (!match) return inTenThousand(yuan);
  const hundreds = (BigInt(match[2] ?? "0") + 50n) / 100n;
  return inTenThousand(`${hundreds === 0n ? "" : match[1] ?? ""}${hundreds * 100n}`);
}

/** January alone is no stretch of months. */
export function periodKey(month: number): string {
  return month === 1 ? "monitoring.firstPeriod" : "monitoring.period";
}

/** A light that only the money gives: of the indicators none is lit. */
export function onlyMoney(light: string | null, money: string | null, counts: BoardRow["counts"]): boolean {
  return light !== null && money !== null && counts.red + counts.yellow + counts.green + counts.blue === 0;
}

export function percent(rate: string | null): string {
  return rate === null ? "" : `${rate}%`;
}

export interface Spot {
  row: BoardRow;
  x: number;
  y: number;
}

export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What lies beyond is drawn at the edge: who has spent three times what is due is far enough. */
export const most = { money: 160, goals: 120 };

export function scale(value: number, top: number, from: number, to: number): number {
  return from + (Math.min(Math.max(value, 0), top) / top) * (to - from);
}

/** The projects that have both figures, more money to the right, more of the goals higher. */
export function spots(rows: readonly BoardRow[], plot: Plot): Spot[] {
  return rows
    .filter((row) => row.pace !== null && row.goal_rate !== null)
    .map((row) => ({ row, x: scale(Number(row.pace), most.money, plot.left, plot.right), y: scale(Number(row.goal_rate), most.goals, plot.bottom, plot.top) }));
}

export interface CurvePoint {
  day: string;
  share: number;
  /** What was reached by then, as it was said, and as percent of the target where both are bare numbers. */
  value: string;
  ofTarget: number | null;
}

/** The ends of the months with what is due and what was last said in each. */
export function curvePoints(one: Pick<MonitoredIndicator, "curve" | "target">): CurvePoint[] {
  const target = Number(one.target);
  return one.curve.due.map((due) => {
    const said = one.curve.reached.filter((point) => point.day.slice(0, 7) === due.day.slice(0, 7)).at(-1);
    const number = said ? /^[0-9.]+/.exec(said.value)?.[0] : undefined;
    // A value with another measure than the target's is not drawn; the server alone converts.
    const bare = said !== undefined && number !== undefined && /^[0-9.]+%?$/.test(said.value);
    return { day: due.day, share: Number(due.share), value: said?.value ?? "", ofTarget: bare && target > 0 ? (Number(number) / target) * 100 : null };
  });
}
