export interface PlaceWord {
  /** The key that says what is numbered, none for a name that stands as it is. */
  key?: "at.line" | "at.page" | "at.table" | "at.row";
  text: string;
}

const numbered: Record<string, NonNullable<PlaceWord["key"]>> = { p: "at.page", t: "at.table", r: "at.row" };

/**
 * The parts of a place as `extract` writes it, "line 41", "p3 t1 r12", "t1 r12", for the words of a page.
 * A cell of a worksheet and whatever else there may be stand as they are.
 */
export function placeWords(place: string): PlaceWord[] {
  // A problem names the file before the place in it.
  const inFile = /^(.*?\S) (line [0-9]+|[ptr][0-9]+(?: [ptr][0-9]+)*)$/.exec(place);
  if (inFile && !/^[ptr][0-9]+( [ptr][0-9]+)*$/.test(place)) return [{ text: inFile[1] ?? "" }, ...placeWords(inFile[2] ?? "")];
  const line = /^line ([0-9]+)$/.exec(place);
  if (line) return [{ key: "at.line", text: line[1] ?? "" }];
  if (!/^[ptr][0-9]+( [ptr][0-9]+)*$/.test(place)) return [{ text: place }];
  return place.split(" ").map((part) => ({ key: numbered[part.charAt(0)] ?? "at.row", text: part.slice(1) }));
}
