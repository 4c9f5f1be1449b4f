import type { Chosen } from "./batch";

/** What was chosen, and how many hidden files of folders were left out. */
export interface Choice {
  files: Chosen[];
  hidden: number;
}

function choiceOf(all: readonly { file: File; path: string }[]): Choice {
  const choice: Choice = { files: [], hidden: 0 };
  for (const { file, path } of [...all].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    const parts = path.split("/");
    const name = parts.pop() as string;
    // As the command line does with a folder; "~$" is what office programs put beside an open file.
    if ([...parts, name].some((part) => part.startsWith(".") || part.startsWith("~$"))) ++choice.hidden;
    else choice.files.push({ name, from: parts.join("/"), file, problem: null });
  }
  return choice;
}

/** What a chooser gives; of a folder with the path in it. */
export function fromList(files: ArrayLike<File>): Choice {
  return choiceOf(Array.from(files, (file) => ({ file, path: file.webkitRelativePath || file.name })));
}

async function walk(entry: FileSystemEntry, into: { file: File; path: string }[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) {
    into.push({ path, file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)) });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A browser gives at most a hundred at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const inner of some) await walk(inner, into);
  }
}

/** What was dropped: files, and folders with everything in them. */
export async function fromDrop(data: DataTransfer): Promise<Choice> {
  // The list is empty as soon as the event is over: entries are taken before anything is waited for.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return fromList(data.files);
  const all: { file: File; path: string }[] = [];
  for (const entry of entries) await walk(entry, all);
  return choiceOf(all);
}
