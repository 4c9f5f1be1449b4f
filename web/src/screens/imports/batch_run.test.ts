import { describe, expect, it } from "vitest";
import type { ImportRequest } from "../../api/calls";
import type { Archive, ImportReport, Problem } from "../../api/types";
import { Batch, readers, UnreadableFile, type Services } from "./batch_run";
import type { Chosen, Entry } from "./batch";
import { madeReport } from "./made_report";

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

interface Asked {
  request: ImportRequest;
  signal: AbortSignal;
  settle: (report: Partial<ImportReport> | string) => void;
}

/** A server whose answers the test gives one by one; the content of a file is its text. */
function served() {
  const asked: Asked[] = [];
  const archives: Record<string, Archive> = {};
  const services: Services = {
    importDocument: (request, signal) => new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
      asked.push({ request, signal, settle: (answer) => typeof answer === "string" ? reject(new Refused({ type: "", title: answer, status: 400, code: answer, detail: "" })) : resolve(madeReport({ name: request.name, dry_run: request.dry_run, id: request.dry_run ? null : "1", ...answer })) });
    }),
    importReport: () => Promise.resolve(madeReport({ id: "1" }, { rows_cut: false })),
    unpackArchive: ({ name }) => (archives[name] ? Promise.resolve(archives[name]) : Promise.reject(new Refused({ type: "", title: "x", status: 400, code: "document.broken", detail: "" }))),
    readBase64: (file) => file.text(),
    hash: (file) => file.text(),
    asProblem: (error) => (error instanceof Refused ? error.problem : { type: "", title: "", status: 0, code: error instanceof UnreadableFile ? "unreadable" : "unexpected", detail: "" }),
    now: () => 0,
  };
  return { asked, archives, services };
}

const file = (name: string, content = name): Chosen => ({ name, from: "", file: new File([content], name), problem: null });
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const given = { year: "", region: "330400000", agency: "" };
const states = (batch: Batch) => batch.entries.map((entry) => entry.state).join(" ");
const at = (batch: Batch, index: number) => batch.entries[index] as Entry;

function begun(...names: string[]) {
  const world = served();
  const filed: ImportReport[] = [];
  const batch = new Batch(world.services, () => given, (report) => filed.push(report));
  batch.add(names.map((name) => file(name)));
  batch.start();
  return { ...world, batch, filed };
}

describe("reading a batch", () => {
  it("waits until it is told, then reads two at a time, in order", async () => {
    const { services, asked } = served();
    const batch = new Batch(services, () => given);
    batch.add(["a", "b", "c", "d"].map((name) => file(name)));
    await settled();
    expect(states(batch)).toBe("waiting waiting waiting waiting");
    batch.start();
    await settled();
    expect(states(batch)).toBe("reading reading waiting waiting");
    expect(asked.map(({ request }) => request)).toEqual(["a", "b"].map((name) => ({ name, content: name, dry_run: true, region: "330400000" })));
    asked[1]?.settle({});
    await settled();
    expect(states(batch)).toBe("reading read reading waiting");
    expect(readers).toBe(2);
  });

  it("goes on past a file that fails", async () => {
    const { batch, asked } = begun("a", "b", "c");
    await settled();
    asked[0]?.settle("document.broken");
    asked[1]?.settle("filing.no_year");
    await settled();
    asked[2]?.settle({});
    await settled();
    expect(states(batch)).toBe("failed asks read");
    expect(at(batch, 0).problem?.code).toBe("document.broken");
  });

  it("names an empty file at once, and reads what is added later by itself", async () => {
    const { batch, asked } = begun("a");
    batch.add([file("empty", ""), file("late")]);
    await settled();
    expect(states(batch)).toBe("reading failed reading");
    expect(at(batch, 1).problem?.code).toBe("client.empty_file");
    expect(asked.length).toBe(2);
  });

  it("says of a file that the browser cannot read that it cannot", async () => {
    const { services } = served();
    const batch = new Batch({ ...services, readBase64: () => Promise.reject(new Error()) }, () => given);
    batch.add([file("open in another program")]);
    batch.start();
    await settled();
    expect(at(batch, 0).problem?.code).toBe("unreadable");
  });
});

describe("cancelling", () => {
  it("ends the request, leaves the others, and its turn is another's", async () => {
    const { batch, asked } = begun("a", "b", "c");
    await settled();
    batch.cancel(at(batch, 0));
    await settled();
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(states(batch)).toBe("cancelled reading reading");
  });

  it("of all stops what waits too, until somebody begins again", async () => {
    const { batch, asked } = begun("a", "b", "c");
    await settled();
    batch.cancelAll();
    await settled();
    expect(states(batch)).toBe("cancelled cancelled cancelled");
    expect(asked.length).toBe(2);
    batch.add([file("d")]);
    await settled();
    expect(states(batch)).toBe("cancelled cancelled cancelled waiting");
    batch.remove(at(batch, 3));
    batch.retry(at(batch, 2));
    await settled();
    expect(states(batch)).toBe("cancelled cancelled reading");
    asked[2]?.settle({});
    await settled();
    expect(states(batch)).toBe("cancelled cancelled read");
  });

  it("is not undone by an answer that comes all the same", async () => {
    const { services } = served();
    let settle: (report: ImportReport) => void = () => {};
    const batch = new Batch({ ...services, importDocument: () => new Promise((resolve) => (settle = resolve)) }, () => given);
    batch.add([file("a")]);
    batch.start();
    await settled();
    batch.cancel(at(batch, 0));
    settle(madeReport());
    await settled();
    expect(states(batch)).toBe("cancelled");
    expect(at(batch, 0).report).toBeNull();
  });

  it("of a file that is being read again is not undone by the first answer", async () => {
    const { batch, asked } = begun("a");
    await settled();
    batch.cancel(at(batch, 0));
    batch.retry(at(batch, 0));
    await settled();
    asked[0]?.settle({});
    await settled();
    expect(states(batch)).toBe("reading");
    asked[1]?.settle({ indicators: 7 });
    await settled();
    expect(at(batch, 0).report?.indicators).toBe(7);
  });
});

describe("the same bytes twice", () => {
  it("are read once, and the other has its turn when the first is removed", async () => {
    const { services, asked } = served();
    const batch = new Batch(services, () => given);
    batch.add([file("a", "same"), file("b", "same"), file("c")]);
    batch.start();
    await settled();
    expect(states(batch)).toBe("reading twin reading");
    expect(at(batch, 1).twinOf).toBe("a");
    asked[0]?.settle({});
    await settled();
    batch.remove(at(batch, 0));
    await settled();
    expect(states(batch)).toBe("reading reading");
  });
});

describe("an archive", () => {
  it("makes way for its documents, a broken one among them", async () => {
    const { services, asked, archives } = served();
    archives["all.zip"] = { name: "all.zip", documents: [{ name: "2024/a.csv", size: 1, content: btoa("a") }, { name: "b.xls", problem: { code: "document.broken", detail: "It is broken." } }] };
    const batch = new Batch(services, () => given);
    batch.add([file("z"), file("all.zip"), file("bad.zip")]);
    batch.start();
    await settled();
    asked[0]?.settle({});
    await settled();
    expect(batch.entries.map((entry) => [entry.name, entry.from, entry.state])).toEqual([["z", "", "read"], ["a.csv", "all.zip/2024", "reading"], ["b.xls", "all.zip", "failed"], ["bad.zip", "", "failed"]]);
    expect(at(batch, 2).problem?.detail).toBe("It is broken.");
    expect(asked[1]?.request).toMatchObject({ name: "a.csv", content: "a", dry_run: true });
  });
});

describe("filing", () => {
  async function read() {
    const world = begun("a", "b", "c", "d");
    await settled();
    world.asked[0]?.settle({});
    world.asked[1]?.settle("filing.no_year");
    await settled();
    world.asked[2]?.settle({ changes: madeReport({}, { gone: 2 }).changes });
    world.asked[3]?.settle({});
    await settled();
    expect(states(world.batch)).toBe("read asks asks read");
    return world;
  }

  it("of all files what has no question, one after the other, with what it was read with", async () => {
    const { batch, asked, filed } = await read();
    batch.fileAll();
    await settled();
    expect(states(batch)).toBe("filing asks asks queued");
    expect(asked[4]?.request).toEqual({ name: "a", content: "a", dry_run: false, region: "330400000" });
    asked[4]?.settle({ id: "9" });
    await settled();
    expect(states(batch)).toBe("filed asks asks filing");
    // Of another agency it would not be read again before.
    expect(asked[5]?.request).toMatchObject({ name: "d", dry_run: true });
    asked[5]?.settle({});
    await settled();
    asked[6]?.settle("store.unavailable");
    await settled();
    expect(states(batch)).toBe("filed asks asks failed");
    expect(filed.map((report) => report.id)).toEqual(["9"]);
  });

  it("asks where a file filed before it, of the same agency and year, would lose its rows", async () => {
    const { batch, asked, filed } = await read();
    batch.fileAll();
    await settled();
    asked[4]?.settle({ id: "9" });
    await settled();
    asked[5]?.settle({ changes: madeReport({}, { gone: 4 }).changes });
    await settled();
    expect(states(batch)).toBe("filed asks asks asks");
    expect(at(batch, 3).report?.changes.gone).toBe(4);
    expect(filed.length).toBe(1);
    batch.file(at(batch, 3));
    await settled();
    expect(asked[6]?.request).toMatchObject({ name: "d", dry_run: false });
    asked[6]?.settle({ id: "10" });
    await settled();
    expect(states(batch)).toBe("filed asks asks filed");
  });

  it("reads nothing again where another agency's was filed", async () => {
    const { batch, asked } = begun("a", "b");
    await settled();
    asked[0]?.settle({ agencies: [{ name: "甲局", projects: 1, indicators: 1 }] });
    asked[1]?.settle({ agencies: [{ name: "乙局", projects: 1, indicators: 1 }] });
    await settled();
    batch.fileAll();
    await settled();
    asked[2]?.settle({ id: "9", agencies: [{ name: "甲局", projects: 1, indicators: 1 }] });
    await settled();
    expect(asked[3]?.request).toMatchObject({ name: "b", dry_run: false });
  });

  it("is one at a time, however it was asked for", async () => {
    const { batch, asked } = await read();
    batch.file(at(batch, 0));
    batch.file(at(batch, 3));
    await settled();
    expect(states(batch)).toBe("filing asks asks queued");
    asked[4]?.settle({ id: "9" });
    await settled();
    expect(states(batch)).toBe("filed asks asks filing");
  });

  it("of one is for a person to say, its question notwithstanding", async () => {
    const { batch, asked } = await read();
    batch.file(at(batch, 2));
    await settled();
    asked[4]?.settle({ id: "9" });
    await settled();
    expect(states(batch)).toBe("read asks filed read");
  });

  it("waits no longer when all is cancelled, but what is under way ends", async () => {
    const { batch, asked } = await read();
    batch.fileAll();
    await settled();
    batch.cancelAll();
    asked[4]?.settle({ id: "9" });
    await settled();
    expect(states(batch)).toBe("filed asks asks read");
    expect(asked.length).toBe(5);
  });

  it("takes the answer to a question for that file alone", async () => {
    const { batch, asked } = await read();
    batch.retry(at(batch, 1), { year: "2023" });
    await settled();
    expect(asked[4]?.request).toEqual({ name: "b", content: "b", dry_run: true, year: 2023, region: "330400000" });
    asked[4]?.settle({ year: 2023 });
    await settled();
    batch.file(at(batch, 1));
    await settled();
    expect(asked[5]?.request).toEqual({ name: "b", content: "b", dry_run: false, year: 2023, region: "330400000" });
  });
});
