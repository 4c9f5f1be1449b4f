import { ref } from "vue";

export type Theme = "auto" | "light" | "dark";
const remembered = "jiheng.theme";
const systemDark = typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : null;

export const theme = ref<Theme>("auto");
/** Whether dark is shown now; a chart redraws when it changes. */
export const isDark = ref(false);

function show(): void {
  isDark.value = theme.value === "dark" || (theme.value === "auto" && (systemDark?.matches ?? false));
  document.documentElement.dataset.theme = isDark.value ? "dark" : "light";
}

export function setTheme(wanted: Theme): void {
  theme.value = wanted;
  localStorage.setItem(remembered, wanted);
  show();
}

export function restoreTheme(): void {
  const wanted = localStorage.getItem(remembered);
  theme.value = wanted === "light" || wanted === "dark" ? wanted : "auto";
  systemDark?.addEventListener("change", show);
  show();
}
