import { shallowRef } from "vue";

export interface Notice {
  text: string;
  /** A note says why nothing was done. */
  tone: "done" | "error" | "note";
  action?: { label: string; run: () => void };
}

/** The last outcome, told once beside the page and to a screen reader. */
export const notice = shallowRef<Notice | null>(null);
let leaving: ReturnType<typeof setTimeout> | undefined;

export function tell(given: Notice): void {
  clearTimeout(leaving);
  notice.value = given;
  // An error stays until it is read.
  // What can be taken back from here stays long enough to be reached by keys.
  if (given.tone !== "error") leaving = setTimeout(() => (notice.value = null), given.action ? 20_000 : 8000);
}

export function hush(): void {
  clearTimeout(leaving);
  notice.value = null;
}
