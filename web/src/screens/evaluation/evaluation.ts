import { computed, nextTick, onBeforeUnmount, ref, shallowRef, watch, type Ref } from "vue";
import { onBeforeRouteLeave } from "vue-router";
import { api } from "../../api/calls";
import type { Id, Problem, SelfEvaluation } from "../../api/types";
import { useLoad } from "../../parts/load";
import { asProblem } from "../../parts/session";
import { changedMeanwhile, clashKey, differing, keptTotal, laidOver, moneyNames, sentCells, withCell, yuan, type CellName, type Clash, type MoneyName, type Typed, type TypedTotal, type Words, type WordsName } from "./cells";

const pause = 120;

/**
 * The form of a project with what is typed over it. Scores follow while one types: the server
 * computes them, and only its last answer counts.
 */
export function useEvaluation(id: () => Id, scope: () => { profile: string; as_of: string }, language: Ref<string>, ask: () => string) {
  const loaded = useLoad(
    () => [id(), scope(), language.value] as const,
    ([project, asked], signal) => api.selfEvaluation(project, asked, signal),
  );
  const kept = loaded.data;
  const typed = shallowRef<Typed>(new Map());
  const words = shallowRef<Words | null>(null);
  const total = shallowRef<TypedTotal | null>(null);
  const previewed = shallowRef<SelfEvaluation | null>(null);
  const unseen = shallowRef<Problem | null>(null);
  /** Why nothing was kept: it stays until something else is typed or kept. */
  const refused = shallowRef<Problem | null>(null);
  const problem = computed(() => refused.value ?? unseen.value);
  const saving = ref(false);
  /** What somebody else saved under the typed cells, by clashKey: each is shown until it is decided. */
  const clashing = shallowRef<ReadonlySet<string>>(new Set());
  const unsaved = computed(() => ({ typed: typed.value, words: words.value, total: total.value }));
  const clashes = computed<Clash[]>(() => (kept.value && clashing.value.size > 0 ? differing(unsaved.value, kept.value).filter((one) => clashing.value.has(clashKey(one))) : []));
  const dirty = computed(() => typed.value.size > 0 || words.value !== null || total.value !== null);
  const shown = computed(() => (dirty.value ? previewed.value ?? kept.value : kept.value));
  const saidWords = computed<Words>(() => words.value ?? { outcome: kept.value?.outcome ?? "", execution_reason: kept.value?.execution_reason ?? "" });
  const saidTotal = computed<TypedTotal>(() => total.value ?? keptTotal(kept.value));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;

  function body() {
    const { profile, as_of } = scope();
    const money = total.value && { initial: yuan(total.value.initial), adjusted: yuan(total.value.adjusted), executed: yuan(total.value.executed) };
    return { cells: sentCells(typed.value), ...(money ? { money } : {}), ...(profile === "" ? {} : { profile }), ...(as_of === "" ? {} : { as_of }), ...(words.value ?? {}) };
  }

  async function preview(): Promise<void> {
    asking?.abort();
    if (!dirty.value || !kept.value) {
      previewed.value = null;
      return;
    }
    const mine = new AbortController();
    asking = mine;
    try {
      const answer = await api.previewSelfEvaluation(id(), body(), mine.signal);
      if (asking !== mine) return;
      previewed.value = answer;
      unseen.value = null;
    } catch (error) {
      if (asking === mine && !mine.signal.aborted) unseen.value = asProblem(error);
    }
  }

  function later(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => void preview(), pause);
  }

  watch([typed, words, total], () => {
    refused.value = null;
    later();
  });
  /** The same form read again, saved by somebody else meanwhile: what is typed is laid over it. */
  function layOver(now: SelfEvaluation, before: SelfEvaluation): void {
    const laid = laidOver(unsaved.value, before, now);
    const met = differing(laid, now).filter((one) => changedMeanwhile(one, before)).map(clashKey);
    typed.value = laid.typed;
    words.value = laid.words;
    total.value = laid.total;
    clashing.value = new Set([...clashing.value, ...met]);
  }

  let last: SelfEvaluation | null = null;
  watch(kept, (now) => {
    const same = now !== null && last !== null && now.project_id === last.project_id && now.day === last.day && now.profile.id === last.profile.id;
    if (same && dirty.value && now.revision !== last?.revision) layOver(now, last as SelfEvaluation);
    last = now ?? last;
    void preview();
  });

  /** What somebody else saved instead of what is typed. */
  function takeTheirs(clash: Clash): void {
    if (clash.indicator !== null) type(clash.indicator, clash.cell as CellName, clash.theirs);
    else if (moneyNames.includes(clash.cell as MoneyName)) count({ ...saidTotal.value, [clash.cell]: clash.theirs });
    else say({ ...saidWords.value, [clash.cell as WordsName]: clash.theirs });
  }

  function type(indicator: Id, name: CellName, text: string): void {
    const row = kept.value?.rows.find((one) => one.indicator_id === indicator);
    if (row) typed.value = withCell(typed.value, row, name, text);
  }

  function say(said: Words): void {
    const same = said.outcome === (kept.value?.outcome ?? "") && said.execution_reason === (kept.value?.execution_reason ?? "");
    words.value = same ? null : said;
  }

  function count(said: TypedTotal): void {
    const before = keptTotal(kept.value);
    total.value = moneyNames.every((name) => said[name] === before[name]) ? null : said;
  }

  /** What was said of an earlier day holds at the form's day, too. */
  function stillSo(indicator: Id | null): void {
    const row = kept.value?.rows.find((one) => one.indicator_id === indicator);
    if (indicator === null) total.value = { ...saidTotal.value };
    else if (row) typed.value = new Map(typed.value).set(indicator, { ...typed.value.get(indicator), value: row.value });
  }

  function forget(): void {
    typed.value = new Map();
    words.value = null;
    total.value = null;
    clashing.value = new Set();
    previewed.value = null;
    unseen.value = null;
    refused.value = null;
  }

  /** True when it is kept. What somebody else said meanwhile is shown, and what was typed stays over it. */
  async function save(): Promise<boolean> {
    if (!kept.value || saving.value || !dirty.value) return false;
    clearTimeout(waiting);
    asking?.abort();
    saving.value = true;
    try {
      const answer = await api.saveSelfEvaluation(id(), { revision: kept.value.revision, ...body() });
      forget();
      kept.value = answer;
      return true;
    } catch (error) {
      const why = asProblem(error);
      if (why.code === "store.evaluation_changed_meanwhile") {
        await loaded.again();
        // Laying what is typed over it is a change, too, and would take the reason away.
        await nextTick();
      }
      refused.value = why;
      return false;
    } finally {
      saving.value = false;
    }
  }

  const leaving = (event: BeforeUnloadEvent): void => {
    if (dirty.value) event.preventDefault();
  };
  window.addEventListener("beforeunload", leaving);
  onBeforeUnmount(() => {
    clearTimeout(waiting);
    asking?.abort();
    window.removeEventListener("beforeunload", leaving);
  });
  onBeforeRouteLeave(() => !dirty.value || window.confirm(ask()));

  return { loaded, kept, shown, typed, words, saidWords, saidTotal, problem, clashes, saving, dirty, type, say, count, stillSo, takeTheirs, forget, save };
}
