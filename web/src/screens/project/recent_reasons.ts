import { shallowRef } from "vue";

const most = 5;

/** The reasons with one more, newest first, none twice. */
export function withReason(reasons: readonly string[], reason: string): string[] {
  return [reason, ...reasons.filter((one) => one !== reason)].slice(0, most);
}

/** What was written last, for as long as the page is open. */
export const recentReasons = shallowRef<readonly string[]>([]);

export function keepReason(reason: string): void {
  recentReasons.value = withReason(recentReasons.value, reason);
}
