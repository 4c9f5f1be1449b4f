import type { Ambition, TargetKind } from "../../api/types";
import { comparatorSign, formatTarget } from "../../text/format";

/** A sentence of the texts and what it names. */
export interface Said {
  key: string;
  values: Record<string, string | number>;
}

/** A number as the row writes it, 93 %. */
export function withMeasure(value: string, measure: string): string {
  return [formatTarget(value, measure), measure].filter(Boolean).join(" ");
}

/** The target as one reads it, ≥ 90 %. */
export function spoken({ comparator, target, measure }: Pick<Ambition, "comparator" | "target" | "measure">): string {
  return [comparatorSign(comparator), withMeasure(target, measure)].filter(Boolean).join(" ");
}

/** From how many projects the peers are: one project may have the indicator twice. */
export function projectsOf(peers: Ambition["peers"]): number {
  return new Set(peers.map((peer) => peer.project_id)).size;
}

function ofPeers(ambition: Ambition): Said {
  const { peers, least, lies, percentile } = ambition;
  if (peers.length === 0) return { key: "noPeers", values: { year: ambition.year } };
  if (!lies || percentile === null) return { key: "fewPeers", values: { n: peers.length, least } };
  const values = { target: spoken(ambition), share: percentile, n: projectsOf(peers) };
  if (lies.lowest === lies.highest && lies.lowest === ambition.value) return { key: "asPeers", values };
  return { key: ambition.ceiling ? "amongCeilings" : "amongFloors", values };
}

function ofPast({ past, measure }: Ambition): Said {
  const last = past.find((one) => one.target !== null || one.actual !== null);
  if (!last) return { key: "noPast", values: {} };
  const values = { year: last.year, target: withMeasure(last.target ?? "", measure), actual: withMeasure(last.actual ?? "", measure) };
  if (last.actual === null) return { key: "pastTarget", values };
  return { key: last.target === null ? "pastActual" : "past", values };
}

function whyNot(target: string, kind: TargetKind): Said {
  if (target === "") return { key: "noTarget", values: {} };
  const key = kind === "number" ? "noMeasure" : kind === "text" || kind === "grade" ? "noNumber" : "otherKind";
  return { key, values: { target } };
}

/** What the comparison shows: where the target lies among its peers, then what was before; why there is none of a target of this kind. */
export function sentences(ambition: Ambition, kind: TargetKind): Said[] {
  return ambition.value === null ? [whyNot(ambition.target, kind)] : [ofPeers(ambition), ofPast(ambition)];
}

export interface YearPoint {
  year: number;
  target: string | null;
  actual: string | null;
}

/** The years in their order, this one last: it has a target and nothing done yet. */
export function yearsOf({ past, year, value }: Ambition): YearPoint[] {
  return [...[...past].sort((a, b) => a.year - b.year), { year, target: value, actual: null }];
}
