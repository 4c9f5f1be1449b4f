import { describe, expect, it } from "vitest";
import type { Problem } from "../api/types";
import { en } from "./en";
import { problemKeys } from "./problems";
import { zh } from "./zh";

const problem = (code: string, status = 400): Problem => ({ type: "about:blank", title: "请求有误", status, code, detail: "…" });

describe("problems", () => {
  it("ask for the fields of the page, never for options of the command line", () => {
    expect(problemKeys(problem("filing.no_year"))).toMatchObject({ title: "problem.noYear", detail: "problem.noYearSay" });
    expect(problemKeys(problem("store.no_agency"))).toMatchObject({ title: "problem.noAgency", detail: "problem.noAgencySay" });
    expect(zh.problem.noYearSay).toContain(zh.imports.year);
    expect(zh.problem.noAgencySay).toContain(zh.imports.agency);
    expect(en.problem.noYearSay).toContain(en.imports.year);
    expect(en.problem.noAgencySay).toContain(en.imports.agency);
    for (const text of [...Object.values(zh.problem), ...Object.values(en.problem)]) expect(text).not.toMatch(/--|jiheng /);
  });

  it("say what could not be done, and keep the server's reason", () => {
    expect(problemKeys(problem("document.binary"))).toEqual({ title: "problem.unreadable", where: true, withCode: false });
    expect(problemKeys(problem("intake.no_table"))).toMatchObject({ title: "problem.nothingRead", detail: "problem.nothingReadSay" });
    expect(problemKeys(problem("http.member_wrong"))).toEqual({ title: "problem.title", where: false, withCode: false });
    expect(problemKeys(problem("store.no_document", 404)).title).toBeUndefined();
  });

  it("name their code only where an administrator is to be asked", () => {
    expect(problemKeys(problem("http.our_bug", 500)).withCode).toBe(true);
    expect(problemKeys({ ...problem("client.unexpected", 200), title: "" })).toMatchObject({ title: "problem.unexpected", withCode: true });
    expect(problemKeys({ ...problem("client.unreachable", 0), title: "" })).toMatchObject({ title: "problem.unreachable", withCode: false });
  });
});
