import { describe, expect, it } from "vitest";
import { fromDrop, fromList } from "./chosen_files";

const file = (name: string, path = "") => Object.defineProperty(new File(["x"], name), "webkitRelativePath", { value: path });

/** A folder as a browser tells it: two entries at a time. */
function folder(path: string, inside: FileSystemEntry[]): FileSystemEntry {
  return {
    isFile: false, fullPath: path,
    createReader: () => {
      const left = [...inside];
      return { readEntries: (give: (entries: FileSystemEntry[]) => void) => give(left.splice(0, 2)) };
    },
  } as unknown as FileSystemEntry;
}
const inFolder = (path: string) => ({ isFile: true, fullPath: path, file: (give: (file: File) => void) => give(file(path.split("/").pop() as string)) }) as unknown as FileSystemEntry;

describe("what is chosen", () => {
  it("keeps its folders beside its name, in the order of paths", () => {
    const { files, hidden } = fromList([file("b.xlsx", "in/2024/b.xlsx"), file("a.csv", "in/a.csv"), file("c.csv")]);
    expect(files.map(({ name, from }) => [from, name])).toEqual([["", "c.csv"], ["in/2024", "b.xlsx"], ["in", "a.csv"]]);
    expect(hidden).toBe(0);
  });

  it("leaves out what is hidden or temporary, and counts it", () => {
    const { files, hidden } = fromList([file(".DS_Store", "in/.DS_Store"), file("x.csv", "in/.git/x.csv"), file("~$表.xlsx", "in/~$表.xlsx"), file("表.xlsx", "in/表.xlsx")]);
    expect(files.map(({ name }) => name)).toEqual(["表.xlsx"]);
    expect(hidden).toBe(3);
  });

  it("may be a folder that is dropped, with all its files however many", async () => {
    const entry = folder("/in", [inFolder("/in/1.csv"), inFolder("/in/2.csv"), folder("/in/deep", [inFolder("/in/deep/3.csv")]), inFolder("/in/4.csv"), inFolder("/in/5.csv")]);
    const data = { items: [{ webkitGetAsEntry: () => entry }], files: [] } as unknown as DataTransfer;
    const { files } = await fromDrop(data);
    expect(files.map(({ from, name }) => `${from}/${name}`)).toEqual(["in/1.csv", "in/2.csv", "in/4.csv", "in/5.csv", "in/deep/3.csv"]);
  });
});
