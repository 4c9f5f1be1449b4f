import { computed, ref, type ShallowRef } from "vue";
import { api } from "../../api/calls";
import { ProblemError } from "../../api/client";
import type { Change, Field, Id, Indicator, Overlay, Project, WaiverKind } from "../../api/types";
import { beginning } from "../../parts/long_text";
import { tell } from "../../parts/notices";
import { asProblem, loadMeta } from "../../parts/session";
import { useWords } from "../../text";
import { comparatorSign } from "../../text/format";
import { isOfProject, type Placed } from "./findings";
import { keepReason } from "./recent_reasons";
import { asLaid, laidBy, standing, steps, type Laid } from "./sheet";

/** Everything that is written from the page of a project: one at a time, each told, each with a way back. */
export function useEdits(project: ShallowRef<Project | null>, readAgain: () => Promise<void>) {
  const { t, counted, problemWords } = useWords();
  const rows = computed(() => project.value?.rows ?? []);
  const busy = ref(false);
  let writing: Promise<boolean> = Promise.resolve(true);

  function putRow(row: Indicator): void {
    if (project.value) project.value = { ...project.value, rows: rows.value.map((one) => (one.id === row.id ? row : one)) };
  }

  /** Runs one write; a revision that is no longer the last one reads the project again. */
  function write(run: () => Promise<void>): Promise<boolean> {
    return busy.value ? Promise.resolve(false) : (writing = writeNow(run));
  }

  async function writeNow(run: () => Promise<void>): Promise<boolean> {
    busy.value = true;
    try {
      await run();
      // Findings of other rows, and the counts, may have changed with this one.
      if (project.value) project.value = await api.project(project.value.id);
      void loadMeta(true);
      return true;
    } catch (error) {
      const problem = asProblem(error);
      const stale = error instanceof ProblemError && problem.code === "store.changed_meanwhile";
      const { title, detail } = problemWords(problem);
      tell({ tone: "error", text: stale ? t("project.changedSince") : detail ? t("problem.said", { title, detail }) : title });
      if (stale) void readAgain();
      return false;
    } finally {
      busy.value = false;
    }
  }

  function shown(field: Field, text: string): string {
    if (text === "") return t("project.empty");
    return field === "comparator" ? comparatorSign(text) : beginning(text);
  }

  function said(key: "project.applied" | "project.saved", changes: readonly Change[]): string {
    return changes.map((change) => t(key, { field: t(`field.${change.field}`), after: shown(change.field, change.after) })).join(" ");
  }

  function offerUndo(id: Id, text: string): void {
    const last = standing(rows.value.find((row) => row.id === id)).at(-1);
    if (last) tell({ tone: "done", text, action: { label: t("project.undo"), run: () => void undo(id, last) } });
    else tell({ tone: "done", text });
  }

  /** `also` says, once it is done, what there is to add. */
  async function apply({ row, finding }: Placed, also = () => ""): Promise<boolean> {
    const told = steps(row, finding.suggestion);
    const done = await write(async () => putRow(await api.edit(row.id, row.revision, finding.suggestion, finding.rule)));
    if (done) offerUndo(row.id, [said("project.applied", told), also()].filter(Boolean).join(" "));
    return done;
  }

  async function save(row: Indicator, changes: Change[]): Promise<void> {
    const done = await write(async () => putRow(await api.edit(row.id, row.revision, changes)));
    if (done) offerUndo(row.id, said("project.saved", changes));
  }

  async function applyRule(rule: string, title: string): Promise<boolean> {
    const id = project.value?.id;
    if (id === undefined) return false;
    const before = new Set(laidBy(rows.value, rule).map((one) => one.overlay));
    const done = await write(async () => { project.value = await api.applyRule(id, rule); });
    if (!done) return false;
    const laid = laidBy(rows.value, rule).filter((one) => !before.has(one.overlay));
    tell({
      tone: "done", text: t("project.appliedAll", { title, n: laid.length }, laid.length),
      ...(laid.length > 0 ? { action: { label: t("project.undo"), run: () => void undoAll(laid) } } : {}),
    });
    return true;
  }

  async function undo(id: Id, overlay: Overlay): Promise<void> {
    // A row shows its edit before the page is done with it: taking it back at once is not lost.
    await writing;
    const row = rows.value.find((one) => one.id === id);
    if (!row) return;
    const done = await write(async () => putRow(await api.undo(overlay.id, row.revision)));
    if (done) tell({ tone: "done", text: t("project.undone") });
  }

  /** Takes back what was applied in one go; the server does so as a whole, whether or not one stays on the page. */
  async function undoAll(laid: readonly Laid[]): Promise<void> {
    await writing;
    const items = asLaid(rows.value, laid);
    let back = { undone: 0, left: 0 };
    const done = await write(async () => { back = await api.undoEdits(items); });
    if (!done) return;
    const left = back.left > 0 ? ` ${counted("findingFiles.left", back.left)}` : "";
    tell({ tone: "done", text: counted("project.undoneAll", back.undone) + left });
  }

  async function setAside({ row, finding }: Placed, kind: WaiverKind, reason: string): Promise<boolean> {
    let waiver: Id | undefined;
    const done = await write(async () => {
      const after = await api.setAside(row.id, { revision: row.revision, rule: finding.rule, of_project: isOfProject(finding), kind, reason });
      waiver = after.findings.find((one) => one.rule === finding.rule && one.field === finding.field)?.waiver?.id;
      putRow(after);
    });
    if (!done) return false;
    keepReason(reason);
    const id = waiver;
    tell({ tone: "done", text: t(`waivers.done.${kind}`, { title: finding.title }), ...(id ? { action: { label: t("project.undo"), run: () => void takeBack(id) } } : {}) });
    return true;
  }

  async function takeBack(waiver: Id): Promise<void> {
    await writing;
    const done = await write(async () => { await api.endWaiver(waiver); });
    if (done) tell({ tone: "done", text: t("waivers.takenBack") });
  }

  return { busy, apply, save, applyRule, undo, undoAll, setAside, takeBack };
}
