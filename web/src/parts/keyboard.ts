import { onBeforeUnmount, onMounted } from "vue";

export type KeyAction =
  | "search" | "help" | "down" | "up" | "left" | "right" | "nextFinding" | "previousFinding" | "open"
  | "apply" | "waive" | "why" | "edit" | "confirm" | "reject" | "choose" | "noneOf" | "undo" | "source" | "compare"
  | "nextProject" | "previousProject" | "back" | "zoomIn" | "zoomOut" | "zoomFit";

/** The keys of a screen, in the order the help lists them. */
export const keyList: readonly { action: KeyAction; keys: readonly string[]; where: "everywhere" | "lists" | "project" | "pages" | "doubts" | "matches" }[] = [
  { action: "search", keys: ["/"], where: "everywhere" },
  { action: "help", keys: ["?"], where: "everywhere" },
  { action: "back", keys: ["Escape"], where: "everywhere" },
  { action: "down", keys: ["j", "ArrowDown"], where: "lists" },
  { action: "up", keys: ["k", "ArrowUp"], where: "lists" },
  { action: "open", keys: ["Enter"], where: "lists" },
  { action: "left", keys: ["h", "ArrowLeft"], where: "project" },
  { action: "right", keys: ["l", "ArrowRight"], where: "project" },
  { action: "nextFinding", keys: ["n"], where: "project" },
  { action: "previousFinding", keys: ["p"], where: "project" },
  { action: "apply", keys: ["a"], where: "project" },
  { action: "waive", keys: ["w"], where: "project" },
  { action: "why", keys: ["y"], where: "project" },
  { action: "edit", keys: ["e", "F2"], where: "project" },
  { action: "undo", keys: ["u", "Ctrl+z"], where: "project" },
  { action: "source", keys: ["s"], where: "project" },
  { action: "compare", keys: ["t"], where: "project" },
  { action: "nextProject", keys: ["]"], where: "project" },
  { action: "previousProject", keys: ["["], where: "project" },
  { action: "confirm", keys: ["c"], where: "doubts" },
  { action: "reject", keys: ["r"], where: "doubts" },
  { action: "choose", keys: ["1", "2", "3", "4", "5"], where: "matches" },
  { action: "noneOf", keys: ["x"], where: "matches" },
  { action: "zoomIn", keys: ["+", "="], where: "pages" },
  { action: "zoomOut", keys: ["-"], where: "pages" },
  { action: "zoomFit", keys: ["0"], where: "pages" },
];

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a key means, nothing when it means nothing here. */
export function actionFor(pressed: Pressed): KeyAction | undefined {
  if (pressed.altKey) return undefined;
  const held = pressed.ctrlKey || pressed.metaKey;
  const name = held ? `Ctrl+${pressed.key.toLowerCase()}` : pressed.key;
  return keyList.find((entry) => entry.keys.includes(name))?.action;
}

/** Keys typed into a field are text; of a button or link, Enter is its own. */
export function isTyping(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("input, textarea, select, [contenteditable=true], [role=dialog], .el-popper")) return true;
  return key === "Enter" && target.closest("a, button, summary") !== null;
}

export type KeyHandlers = Partial<Record<KeyAction, (key: string) => boolean | void>>;

/** Listens while the component lives. A handler that gives false lets the key pass. */
export function useKeys(handlers: KeyHandlers): void {
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTyping(event.target, event.key)) return;
    const action = actionFor(event);
    const handler = action && handlers[action];
    if (handler && handler(event.key) !== false) event.preventDefault();
  };
  onMounted(() => document.addEventListener("keydown", listen));
  onBeforeUnmount(() => document.removeEventListener("keydown", listen));
}
