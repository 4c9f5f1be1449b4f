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
  return (match[1] ?? "") + formatTarget(whole) + (part === "" ? "" : `.${part}`);
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
