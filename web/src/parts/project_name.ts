import { i18n } from "../text";

/** What a project is called; a department's form about the whole of it names none. */
export function projectName(project: { title?: string | undefined; name: string }): string {
  return project.title || project.name || i18n.global.t("project.whole");
}
