import type { Project } from "../../api/types";

/** Where a row stands in another frame than its own. */
export interface OtherKind {
  level1: string;
  level2: string;
  /** The frame has no such kind; both words are empty then. */
  lacks: boolean;
  /** Which of the two words says something else than the row's own. */
  differs: { level1: boolean; level2: boolean };
}

/** 产出 and 产出指标 are one word. */
function sameWord(a: string, b: string): boolean {
  const bare = (word: string) => word.replace(/指标$/, "");
  return bare(a) === bare(b);
}

/** The frame an address asks for, where it is one and not the project's own. */
export function chosenFrame(project: Project, id: string) {
  return id === project.frame ? undefined : project.frames.find((frame) => frame.id === id);
}

/** Every row's kind in a frame, in their order. */
export function kindsIn(project: Project, id: string): OtherKind[] | null {
  const frame = chosenFrame(project, id);
  if (!frame) return null;
  const own = project.frames.find((one) => one.id === project.frame);
  return project.rows.map((row, index) => {
    const there = frame.kinds[index];
    if (!there) return { level1: "", level2: "", lacks: true, differs: { level1: false, level2: false } };
    const here = own?.kinds[index] ?? row;
    return { ...there, lacks: false, differs: { level1: !sameWord(here.level1, there.level1), level2: !sameWord(here.level2, there.level2) } };
  });
}

export interface KindWord {
  word: string;
  differs: boolean;
}

/** What a level cell that covers some rows says of them in the other frame: each word once; none where the frame has no such kind. */
export function kindWords(kinds: readonly OtherKind[], field: "level1" | "level2", from: number, rows: number): KindWord[] {
  const covered = kinds.slice(from, from + rows).filter((kind) => !kind.lacks);
  const words = [...new Set(covered.map((kind) => kind[field]))];
  return words.map((word) => ({ word, differs: covered.some((kind) => kind[field] === word && kind.differs[field]) }));
}

/** How many rows are of another kind there, and how many of none. */
export function tally(kinds: readonly OtherKind[]): { differ: number; lack: number } {
  return { differ: kinds.filter((kind) => kind.differs.level1 || kind.differs.level2).length, lack: kinds.filter((kind) => kind.lacks).length };
}
