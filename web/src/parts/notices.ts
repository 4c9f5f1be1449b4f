import { shallowRef } from "vue";

export interface Notice {
  text: string;
  tone: "done" | "error";
  action?: { label: string; run: () => void };
}

/** The last outcome, told once beside the page and to a screen reader. */
export const notice = shallowRef<Notice | null>(null);
let leaving: ReturnType<typeof setTimeout> | undefined;

export function tell(given: Notice): void {
  clearTimeout(leaving);
  notice.value = given;
  // An error stays until it is read.
  if (given.tone === "done") leaving = setTimeout(() => (notice.value = null), 8000);
}

export function hush(): void {
  clearTimeout(leaving);
  notice.value = null;
}
