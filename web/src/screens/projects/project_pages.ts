import { computed, type Ref } from "vue";
import { useRoute } from "vue-router";
import { api } from "../../api/calls";
import { apiQuery, text, type ListState } from "../../parts/address";
import { useLoad } from "../../parts/load";
import { pageStart, queueText, readQueue, standIn } from "../../parts/review_queue";

/** A page of the year's projects: as the server pages them, or of the review queue, which is read as a whole. */
export function useProjectPages(review: boolean, year: Readonly<Ref<string>>, state: Readonly<Ref<ListState>>) {
  const route = useRoute();
  const listed = useLoad(
    () => (review || year.value === "" ? null : apiQuery(year.value, state.value)),
    (query, signal) => api.projects(query, signal),
  );
  const queue = useLoad(
    () => (!review || year.value === "" ? null : ([year.value, queueText(state.value)] as const)),
    ([now], signal) => readQueue(now, state.value, signal),
  );
  /** The row of the queue that the address names, where one comes back to; -1 when it names none. */
  const at = computed(() => (queue.data.value ? standIn(queue.data.value, text(route.query, "row")) : -1));
  const start = computed(() => pageStart(queue.data.value?.items.length ?? 0, state.value, at.value));
  const data = computed(() => {
    if (!review) return listed.data.value;
    const now = queue.data.value;
    if (!now) return null;
    const end = start.value + state.value.limit;
    return { items: now.items.slice(start.value, end), total: now.items.length, total_is_exact: now.whole, next: end < now.items.length ? String(end) : null };
  });
  const { problem, busy, again } = review ? queue : listed;
  return { data, problem, busy, again, queue: queue.data, at, start };
}
