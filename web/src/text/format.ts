import type { Comparator } from "../api/types";

export type Language = "zh" | "en";

const locales: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };

export function formatCount(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/** A share as whole per cent; what is neither none nor all never reads as 0 % or 100 %. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return "–";
  const share = Math.round((part / whole) * 100);
  if (share === 0 && part > 0) return "<1%";
  if (share === 100 && part < whole) return ">99%";
  return `${share}%`;
}

/** 2022年8月31日 14:02 · 31 Aug 2022, 14:02 */
export function formatMoment(moment: string, language: Language): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(at);
  if (language === "zh") return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${clock}`;
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" }).format(at);
  return `${day}, ${clock}`;
}

/** Digits in threes, written scale kept, as they stand in one column; a year, where nothing says that it is measured, and anything else as it is. */
export function formatTarget(target: string, measure = ""): string {
  const match = /^(-?)([0-9]{4,})(\.[0-9]+)?$/.exec(target);
  if (!match || (/^(19|20)[0-9]{2}$/.test(target) && /^年?$/.test(measure))) return target;
  return `${match[1] ?? ""}${(match[2] ?? "").replace(/\B(?=([0-9]{3})+$)/g, ",")}${match[3] ?? ""}`;
}

const signs: Record<Comparator, string> = {
  ">=": "≥",
  "<=": "≤",
  "=": "＝",
  ">": "＞",
  "<": "＜",
  qualitative: "定性",
  between: "介于",
  "": "",
};

/** The sign as the form prints it; the form is Chinese in every language. */
export function comparatorSign(comparator: string): string {
  return comparator in signs ? signs[comparator as Comparator] : comparator;
}

const names: Record<string, string> = {
  ">=": "at_least", "<=": "at_most", "=": "equal", ">": "more_than", "<": "less_than",
};

/** The key, under `comparator`, of a comparator's name. */
export function comparatorKey(comparator: string): string {
  return `comparator.${names[comparator] ?? (comparator === "" ? "none" : comparator)}`;
}

export function formatBytes(bytes: number, language: Language): string {
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 });
  if (bytes < 1024) return `${number.format(bytes)} B`;
  if (bytes < 1024 * 1024) return `${number.format(bytes / 1024)} KB`;
  return `${number.format(bytes / 1024 / 1024)} MB`;
}
