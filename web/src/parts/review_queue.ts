import { api } from "../api/calls";
import type { Id, ProjectSummary } from "../api/types";
import { apiQuery, readAddress, reviewList, writeAddress, type ListState } from "./address";

/** The projects that findings wait in, under the conditions and in the order of the review. */
export interface Queue {
  items: readonly ProjectSummary[];
  /** False where there are more than a queue holds. */
  whole: boolean;
  /** The ids as they stood when it was read before; nothing is known of it after a reload. */
  before: readonly Id[];
}

const most = 5000;
const kept = new Map<string, Queue>();

export function waits({ findings }: Pick<ProjectSummary, "findings">): boolean {
  return findings.error + findings.warning + findings.hint > 0;
}

/** Conditions and order as one word of an address: a project that is opened from the queue names them. */
export function queueText(state: ListState): string {
  const conditions = writeAddress("", { ...state, cursor: "", page: 1, limit: 50 }, reviewList.usual);
  return new URLSearchParams(conditions).toString() || "all";
}

/** The same read back; what no queue knows is left out. */
export function queueState(text: string): ListState {
  return readAddress(Object.fromEntries(new URLSearchParams(text)), reviewList);
}

function keyOf(year: string, state: ListState): string {
  return `${year}?${queueText(state)}`;
}

/** Reads the queue anew. */
export async function readQueue(year: string, state: ListState, signal?: AbortSignal): Promise<Queue> {
  const items: ProjectSummary[] = [];
  const worstFirst = state.sort === "findings" && state.order === "desc";
  let cursor = "";
  for (;;) {
    const page = await api.projects({ ...apiQuery(year, { ...state, cursor, limit: 200 }), findings: "any" }, signal);
    items.push(...page.items.filter(waits));
    cursor = page.next ?? "";
    const onlyCleanLeft = worstFirst && !page.items.every(waits);
    if (cursor === "" || onlyCleanLeft || items.length >= most) {
      const queue = { items, whole: cursor === "" || onlyCleanLeft, before: kept.get(keyOf(year, state))?.items.map((item) => item.id) ?? [] };
      kept.set(keyOf(year, state), queue);
      return queue;
    }
  }
}

/** The queue as it was read last: while one works along it, its order stays. */
export function queueAtHand(year: string, state: ListState, signal?: AbortSignal): Promise<Queue> {
  const held = kept.get(keyOf(year, state));
  return held ? Promise.resolve(held) : readQueue(year, state, signal);
}

/** Where a project stands in the queue; -1 when it does not. */
export function indexOf({ items }: Pick<Queue, "items">, id: Id): number {
  return items.findIndex((item) => item.id === id);
}

/** Where one goes on: at the project, or where it has left the queue, at the next that followed it. */
export function standIn(queue: Queue, id: Id): number {
  const here = indexOf(queue, id);
  const was = queue.before.indexOf(id);
  if (here >= 0 || was < 0) return here;
  const follows = queue.before.slice(was + 1).map((one) => indexOf(queue, one)).find((index) => index >= 0);
  return follows ?? queue.items.length - 1;
}

/** Where the page begins that an address asks for: the one that shows the row at hand, else the one of its cursor. */
export function pageStart(length: number, { cursor, limit }: Pick<ListState, "cursor" | "limit">, at: number): number {
  const asked = at >= 0 ? at : /^[0-9]{1,6}$/.test(cursor) ? Number(cursor) : 0;
  const shown = Math.min(asked, Math.max(0, length - 1));
  return shown - (shown % limit);
}
