import { waiverKinds, type StoredWaiver, type WaiverKind } from "../../api/types";
import { text, type AddressQuery } from "../../parts/address";

export interface WaiverFilter {
  kind: WaiverKind | "";
  q: string;
  /** Those that were taken back, too. */
  ended: boolean;
}

/** Reads an address; what it says wrongly is as if it were not said. */
export function readFilter(query: AddressQuery): WaiverFilter {
  return {
    kind: waiverKinds.find((kind) => kind === text(query, "kind")) ?? "",
    q: text(query, "q").slice(0, 200),
    ended: text(query, "ended") === "true",
  };
}

export function writeFilter(filter: WaiverFilter): Record<string, string | undefined> {
  return { kind: filter.kind || undefined, q: filter.q.trim() || undefined, ended: filter.ended ? "true" : undefined };
}

/** Those of the kind in which every word is found, wherever. */
export function matching(all: readonly StoredWaiver[], { kind, q }: Pick<WaiverFilter, "kind" | "q">): StoredWaiver[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((one) => {
    const said = [one.agency, one.project, one.indicator, one.reason, one.author, one.message].join("\n").toLowerCase();
    return (kind === "" || one.kind === kind) && words.every((word) => said.includes(word));
  });
}
