import { onBeforeUnmount, ref, shallowRef, watch, type Ref, type ShallowRef } from "vue";
import type { Problem } from "../api/types";
import { asProblem } from "./session";

export interface Loaded<T> {
  data: ShallowRef<T | null>;
  problem: ShallowRef<Problem | null>;
  busy: Ref<boolean>;
  again: () => Promise<void>;
}

/**
 * Fetches whenever `key` changes; null fetches nothing. What was there stays until the new answer
 * comes, and an answer that is no longer wanted is dropped.
 */
export function useLoad<K, T>(key: () => K | null, fetchIt: (key: K, signal: AbortSignal) => Promise<T>): Loaded<T> {
  const data = shallowRef<T | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const busy = ref(false);
  let running: AbortController | undefined;

  async function again(): Promise<void> {
    running?.abort();
    const wanted = key();
    if (wanted === null) {
      data.value = null;
      busy.value = false;
      return;
    }
    const mine = new AbortController();
    running = mine;
    busy.value = true;
    try {
      const answer = await fetchIt(wanted, mine.signal);
      if (running !== mine) return;
      data.value = answer;
      problem.value = null;
    } catch (error) {
      if (running !== mine || mine.signal.aborted) return;
      problem.value = asProblem(error);
      data.value = null;
    } finally {
      if (running === mine) busy.value = false;
    }
  }

  watch(() => JSON.stringify(key()), () => void again(), { immediate: true });
  onBeforeUnmount(() => running?.abort());
  return { data, problem, busy, again };
}
