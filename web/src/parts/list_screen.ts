import { computed, nextTick, ref, watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import { readAddress, withFilter, withSort, writeAddress, type FilterName, type ListShape, type ListState } from "./address";
import { useKeys } from "./keyboard";
import { useYear } from "./session";

/** What both lists share: their view is the address, their rows are walked by keys. */
export function useListScreen(shape: ListShape, rowCount: () => number, open: (row: number) => void) {
  const route = useRoute();
  const router = useRouter();
  const year = useYear();
  const state = computed(() => readAddress(route.query, shape));
  const current = ref(-1);

  function show(next: ListState): void {
    void router.push({ path: route.path, query: writeAddress(year.value, next, shape.usual) });
  }

  /** Words that are still being typed make no steps to go back through. */
  function replace(next: ListState): void {
    void router.replace({ path: route.path, query: writeAddress(year.value, next) });
  }

  function move(step: number): void {
    if (rowCount() === 0) return;
    current.value = Math.max(0, Math.min(rowCount() - 1, current.value + step));
    // Enter is for the row at hand now, not for the button that was pressed last.
    if (document.activeElement instanceof HTMLElement && document.activeElement.closest("main")) document.activeElement.blur();
    void nextTick(() => document.querySelector("tr.current")?.scrollIntoView({ block: "nearest" }));
  }

  watch(() => JSON.stringify(state.value), () => (current.value = -1));
  useKeys({
    down: () => move(1),
    up: () => move(-1),
    // Where no row is at hand yet, the first one is.
    open: () => {
      if (rowCount() === 0) return false;
      open(Math.max(0, current.value));
      return true;
    },
    back: () => { current.value = -1; },
  });

  return {
    year,
    state,
    current,
    show,
    replace,
    filter: (name: FilterName, value: string | undefined) => show(withFilter(state.value, name, value)),
    sort: (name: string) => show(withSort(state.value, name)),
    clear: () => show({ ...state.value, filters: {}, q: "", cursor: "", page: 1 }),
    clearWords: () => show({ ...state.value, q: "", cursor: "", page: 1 }),
    resize: (limit: number) => show({ ...state.value, limit, cursor: "", page: 1 }),
    first: () => show({ ...state.value, cursor: "", page: 1 }),
    next: (cursor: string) => show({ ...state.value, cursor, page: state.value.page + 1 }),
    /** Back goes to the page before only when this page was reached from it. */
    canGoBack: () => state.value.page > 1 && String(window.history.state?.back ?? "").startsWith(`${route.path}?`),
    back: () => router.back(),
  };
}
