import { expect, it } from "vitest";
import { projectName } from "./project_name";

it("calls a project by its title, else by its whole cell, and what has neither the whole department", () => {
  expect(projectName({ title: "展览运行", name: "日常-展览运行" })).toBe("展览运行");
  expect(projectName({ title: "", name: "展览运行" })).toBe("展览运行");
  expect(projectName({ title: "", name: "" })).toBe("部门整体");
});
