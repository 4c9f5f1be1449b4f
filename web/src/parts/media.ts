import { onBeforeUnmount, onMounted, ref, type Ref } from "vue";

/** Below this the sidebar folds and opens over the page. */
export const foldedBelow = 1280;
/** Below this the findings of a row stand under it, and the overview has one column. */
export const oneColumnBelow = 1180;

/** Below this a list keeps the columns one looks for, and a row's notes have the whole width. */
export const handheldBelow = 481;

/** Whether the window is narrower than so many pixels, now and when it changes. */
export function useNarrowerThan(width: number): Ref<boolean> {
  const query = window.matchMedia(`(width < ${width}px)`);
  const narrower = ref(query.matches);
  const turn = (): void => { narrower.value = query.matches; };
  query.addEventListener("change", turn);
  onBeforeUnmount(() => query.removeEventListener("change", turn));
  return narrower;
}

/** How wide an element is, now and when it changes; 0 until it stands. */
export function useWidthOf(element: Readonly<Ref<HTMLElement | null>>): Ref<number> {
  const width = ref(0);
  const measure = (): void => { width.value = element.value?.clientWidth ?? 0; };
  let watcher: ResizeObserver | undefined;
  onMounted(() => {
    watcher = new ResizeObserver(measure);
    if (element.value) watcher.observe(element.value);
    measure();
  });
  onBeforeUnmount(() => watcher?.disconnect());
  return width;
}
