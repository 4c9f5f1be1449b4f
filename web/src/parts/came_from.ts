import type { RouteLocationNormalized, Router } from "vue-router";

/** Screens inside a journey: one comes to them from elsewhere, and passes through these. */
const passed: Record<string, readonly string[]> = {
  project: ["project", "source", "rule"],
  rule: ["rule"],
  "library-entry": ["library-entry", "project", "source"],
  duplicates: ["duplicates", "project", "source"],
  "project-monitoring": ["project-monitoring", "project", "source"],
};

const remembered = new Map<string, string>();

/** Keeps, for the screens that Esc leaves, the address they were opened from. */
export function noteOrigin(to: Pick<RouteLocationNormalized, "name">, from: Pick<RouteLocationNormalized, "name" | "fullPath">): void {
  const screen = String(to.name);
  if (!(screen in passed) || from.name === undefined || from.name === null) return;
  if (!passed[screen]?.includes(String(from.name))) remembered.set(screen, from.fullPath);
}

/**
 * Leaves a screen for where it was opened from: one step back when the history says that this is there,
 * else the address remembered, else the fallback.
 */
export function goBack(router: Router, screen: string, fallback: { path: string; query: Record<string, string | undefined> }): void {
  const before: unknown = window.history.state?.back;
  if (typeof before === "string") {
    const name = router.resolve(before).name;
    if (name !== "nowhere" && !passed[screen]?.includes(String(name))) return router.back();
  }
  const origin = remembered.get(screen);
  void router.push(origin ?? fallback);
}
