import { shallowReactive } from "vue";
import type { ImportRequest } from "../../api/calls";
import type { Archive, ImportReport, Problem } from "../../api/types";
import { isSuperseded, questionsOf, stateAfterProblem, stateAfterReading, twinOf, type Chosen, type Entry } from "./batch";
import { isArchive, largest, requestFields, type Given } from "./given";

/** What a batch needs of the world; tests give their own. */
export interface Services {
  importDocument: (request: ImportRequest, signal: AbortSignal) => Promise<ImportReport>;
  /** With every row named. */
  importReport: (id: string) => Promise<ImportReport>;
  unpackArchive: (request: { name: string; content: string }, signal: AbortSignal) => Promise<Archive>;
  readBase64: (file: File) => Promise<string>;
  /** SHA-256; "" where the browser cannot. */
  hash: (file: File) => Promise<string>;
  asProblem: (error: unknown) => Problem;
  now: () => number;
}

/** How many files are read at once: more would only wait for the same processors. */
export const readers = 2;

function local(code: string): Problem {
  return { type: "about:blank", title: "", status: 0, code, detail: "" };
}

/** The files of a visit to the page: read two at a time, filed one after the other, each for itself. */
export class Batch {
  readonly entries = shallowReactive<Entry[]>([]);
  /** Once begun, files that are added later are read without being asked for. */
  private begun = false;
  private filing = false;
  private last = 0;
  private filed = 0;
  /** By agency and year, how many files had been filed when one of it was. */
  private readonly filedOf = new Map<string, number>();
  private readonly running = new Map<number, AbortController>();

  /**
   * @param given what the page says for all files, asked when each is sent
   * @param onFiled after each file that was filed
   */
  constructor(private readonly services: Services, private readonly given: () => Given, private readonly onFiled: (report: ImportReport) => void = () => {}) {}

  add(chosen: readonly Chosen[]): void {
    this.entries.push(...chosen.map((one) => this.entryOf(one)));
    this.pump();
  }

  /** Reads everything that waits, now and later. */
  start(): void {
    this.begun = true;
    this.pump();
  }

  cancel(entry: Entry): void {
    if (entry.state === "waiting" || entry.state === "reading") entry.state = "cancelled";
    // What waits to be filed stays read; what is being filed is left to finish.
    if (entry.state === "queued") entry.state = stateAfterReading(entry.report as ImportReport);
    if (entry.state === "cancelled") this.running.get(entry.id)?.abort();
    this.pump();
  }

  cancelAll(): void {
    this.begun = false;
    for (const entry of this.entries) this.cancel(entry);
  }

  /** Reads it again, with an answer where one was asked for. */
  retry(entry: Entry, answers: Partial<Given> = {}): void {
    if (!entry.file) return;
    Object.assign(entry.answers, answers);
    Object.assign(entry, { state: "waiting", problem: null, report: null, twinOf: "" });
    this.start();
  }

  remove(entry: Entry): void {
    if (entry.state === "filing") return;
    this.cancel(entry);
    this.entries.splice(this.entries.indexOf(entry), 1);
    // Who was not read because of it has its turn now.
    for (const other of this.entries) if (other.state === "twin" && other.hash === entry.hash) other.state = "waiting";
    this.pump();
  }

  clear(): void {
    for (const entry of [...this.entries]) this.remove(entry);
    this.begun = false;
  }

  file(...wanted: Entry[]): void {
    for (const entry of wanted) Object.assign(entry, { state: "queued", agreed: entry.report ? questionsOf(entry.report) : [] });
    void this.fileQueued();
  }

  /** Files what can be filed without a question. */
  fileAll(): void {
    this.file(...this.entries.filter((entry) => entry.state === "read"));
  }

  /** Asks once more for a report, with every new and every vanished row named. */
  async nameAll(entry: Entry): Promise<void> {
    const before = entry.report;
    if (!before) return;
    const never = new AbortController().signal;
    const report = before.id !== null ? await this.services.importReport(before.id) : await this.services.importDocument({ ...(await this.request(entry, true, never)), all_rows: true }, never);
    if (entry.report === before) entry.report = report;
  }

  /** Reads it once more by what is remembered now; its report stays until the new one is there. */
  async readAgain(entry: Entry): Promise<void> {
    const before = entry.report;
    if (!before) return;
    const never = new AbortController().signal;
    const report = await this.services.importDocument(await this.request(entry, true, never), never);
    if (entry.report === before) Object.assign(entry, { report, state: stateAfterReading(report) });
  }

  private entryOf(chosen: Chosen): Entry {
    const size = chosen.file?.size ?? 0;
    const wrong = chosen.problem ?? (size === 0 ? local("client.empty_file") : size > largest ? local("client.too_large") : null);
    return shallowReactive<Entry>({
      ...chosen, id: ++this.last, size, state: wrong ? "failed" : "waiting", since: 0, hash: "", report: null, problem: wrong,
      twinOf: "", answers: {}, asked: { year: "", region: "", agency: "" }, readAfter: 0, agreed: [],
    });
  }

  private pump(): void {
    if (!this.begun) return;
    while (this.running.size < readers) {
      const next = this.entries.find((entry) => entry.state === "waiting");
      if (!next) return;
      void this.read(next);
    }
  }

  private async read(entry: Entry): Promise<void> {
    const abort = new AbortController();
    this.running.set(entry.id, abort);
    Object.assign(entry, { state: "reading", since: this.services.now() });
    try {
      await this.readOne(entry, entry.file as File, abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) {
        entry.problem = this.services.asProblem(error);
        entry.state = stateAfterProblem(entry.problem);
      }
    } finally {
      if (this.running.get(entry.id) === abort) this.running.delete(entry.id);
      this.pump();
    }
  }

  private async readOne(entry: Entry, file: File, signal: AbortSignal): Promise<void> {
    if (isArchive(entry.name)) return this.unpack(entry, file, signal);
    entry.hash ||= await this.services.hash(file).catch(() => "");
    const twin = twinOf(entry, this.entries);
    if (twin && !signal.aborted) {
      entry.twinOf = twin.name;
      entry.state = "twin";
      return;
    }
    entry.asked = { ...this.given(), ...entry.answers };
    entry.readAfter = this.filed;
    const report = await this.services.importDocument(await this.request(entry, true, signal), signal);
    if (signal.aborted) return;
    entry.report = report;
    entry.state = stateAfterReading(report);
  }

  /** An archive's line makes way for those of its documents. */
  private async unpack(entry: Entry, file: File, signal: AbortSignal): Promise<void> {
    const archive = await this.services.unpackArchive({ name: entry.name, content: await this.content(file, signal) }, signal);
    if (signal.aborted) return;
    const inside = archive.documents.map((document): Chosen => {
      const parts = document.name.split("/");
      const name = parts.pop() as string;
      const from = [entry.from, entry.name, ...parts].filter(Boolean).join("/");
      if (document.problem) return { name, from, file: null, problem: { ...local(document.problem.code), status: 400, title: document.problem.detail, detail: document.problem.detail } };
      return { name, from, file: new File([bytesOf(document.content ?? "")], name), problem: null };
    });
    this.entries.splice(this.entries.indexOf(entry), 1, ...inside.map((one) => this.entryOf(one)));
  }

  private async fileQueued(): Promise<void> {
    if (this.filing) return;
    this.filing = true;
    for (let next; (next = this.entries.find((entry) => entry.state === "queued")); ) await this.fileOne(next);
    this.filing = false;
  }

  private async fileOne(entry: Entry): Promise<void> {
    Object.assign(entry, { state: "filing", since: this.services.now(), problem: null });
    const never = new AbortController().signal;
    try {
      if (await this.wouldNowAsk(entry, never)) return;
      const report = await this.services.importDocument(await this.request(entry, false, never), never);
      entry.report = report;
      ++this.filed;
      for (const key of agencyYears(report)) this.filedOf.set(key, this.filed);
      entry.state = report.outcome === "same_document" ? "known" : "filed";
      this.onFiled(report);
    } catch (error) {
      entry.problem = this.services.asProblem(error);
      entry.state = "failed";
    }
  }

  /** Read again where another of the same agency and year was filed since: it would end now what that one brought, and nobody was asked. */
  private async wouldNowAsk(entry: Entry, signal: AbortSignal): Promise<boolean> {
    const meanwhile = entry.report && agencyYears(entry.report).some((key) => (this.filedOf.get(key) ?? 0) > entry.readAfter);
    if (!meanwhile) return false;
    const report = await this.services.importDocument(await this.request(entry, true, signal), signal);
    const asks = questionsOf(report).some((question) => !entry.agreed.includes(question));
    if (asks) Object.assign(entry, { report, state: stateAfterReading(report), readAfter: this.filed });
    return asks;
  }

  private async request(entry: Entry, dryRun: boolean, signal: AbortSignal): Promise<ImportRequest> {
    return { name: entry.name, content: await this.content(entry.file as File, signal), dry_run: dryRun, ...requestFields(entry.asked), ...(!dryRun && entry.report && isSuperseded(entry.report) ? { again: true } : {}) };
  }

  private async content(file: File, signal: AbortSignal): Promise<string> {
    let content: string;
    try {
      content = await this.services.readBase64(file);
    } catch {
      // Another program may have it open, or it was moved since it was chosen.
      throw new UnreadableFile();
    }
    if (signal.aborted) throw new DOMException("", "AbortError");
    return content;
  }
}

function agencyYears(report: ImportReport): string[] {
  return report.agencies.map((agency) => `${report.year}/${agency.name}`);
}

/** The browser could not read the file. */
export class UnreadableFile extends Error {}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; ++index) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** SHA-256 in hexadecimal. */
export async function sha256(file: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
