import { createRouter, createWebHistory } from "vue-router";
import { noteOrigin } from "./parts/came_from";
import { loadMeta, meta, newestYear } from "./parts/session";
import { i18n } from "./text";

export const router = createRouter({
  history: createWebHistory(),
  // Here the address follows the row at hand, which the screen itself brings into view.
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path && ["project", "source", "duplicates", "matches", "score-run", "what-if", "scoring-profile"].includes(String(to.name)) ? false : { top: 0 }),
  routes: [
    { path: "/", redirect: (to) => ({ path: "/overview", query: to.query }) },
    { path: "/overview", name: "overview", component: () => import("./screens/overview/OverviewScreen.vue") },
    { path: "/indicators", name: "indicators", component: () => import("./screens/indicators/IndicatorsScreen.vue") },
    { path: "/projects", name: "projects", component: () => import("./screens/projects/ProjectsScreen.vue") },
    { path: "/review", name: "review", props: { review: true }, component: () => import("./screens/projects/ProjectsScreen.vue") },
    { path: "/projects/:id(\\d+)", name: "project", props: true, component: () => import("./screens/project/ProjectScreen.vue") },
    { path: "/documents/:id(\\d+)", name: "source", props: true, component: () => import("./screens/source/SourceScreen.vue") },
    { path: "/monitoring", name: "monitoring", component: () => import("./screens/monitoring/MonitoringScreen.vue") },
    { path: "/monitoring/money", name: "money", component: () => import("./screens/monitoring/MoneyScreen.vue") },
    { path: "/projects/:id(\\d+)/monitoring", name: "project-monitoring", props: true, component: () => import("./screens/monitoring/ProjectMonitoringScreen.vue") },
    { path: "/import", name: "imports", component: () => import("./screens/imports/ImportScreen.vue") },
    { path: "/import/:id(\\d+)", name: "import", props: true, component: () => import("./screens/imports/StoredReportScreen.vue") },
    { path: "/doubts", name: "doubts", component: () => import("./screens/doubts/DoubtsScreen.vue") },
    { path: "/corrections", name: "corrections", component: () => import("./screens/doubts/CorrectionsScreen.vue") },
    { path: "/duplicates", name: "duplicates", component: () => import("./screens/duplicates/DuplicatesScreen.vue") },
    { path: "/library", name: "library", component: () => import("./screens/library/LibraryScreen.vue") },
    { path: "/library/new", name: "library-new", component: () => import("./screens/library/NewEntryScreen.vue") },
    { path: "/library/import", name: "library-import", component: () => import("./screens/library/LibraryImportScreen.vue") },
    { path: "/library/matches", name: "matches", component: () => import("./screens/library/MatchesScreen.vue") },
    { path: "/library/entries/:id", name: "library-entry", props: true, component: () => import("./screens/library/EntryScreen.vue") },
    { path: "/rules", name: "rules", component: () => import("./screens/rules/RulesScreen.vue") },
    { path: "/rules/:id([a-z0-9_]+)", name: "rule", props: true, component: () => import("./screens/rules/RuleScreen.vue") },
    { path: "/scoring", name: "scoring", component: () => import("./screens/scoring/ScoringScreen.vue") },
    { path: "/scoring/what-if", name: "what-if", component: () => import("./screens/scoring/WhatIfScreen.vue") },
    { path: "/scoring/profiles/:id", name: "scoring-profile", props: true, component: () => import("./screens/scoring/ProfileScreen.vue") },
    { path: "/scoring/runs/:id(\\d+)", name: "score-run", props: true, component: () => import("./screens/scoring/RunScreen.vue") },
    { path: "/self-evaluation", name: "evaluations", component: () => import("./screens/evaluation/EvaluationsScreen.vue") },
    { path: "/projects/:id(\\d+)/self-evaluation", name: "evaluation", props: true, component: () => import("./screens/evaluation/EvaluationScreen.vue") },
    { path: "/:path(.*)*", name: "nowhere", component: () => import("./screens/nowhere/NowhereScreen.vue") },
  ],
});

/** The fiscal year is always in the address: carried along, else the newest that holds anything. */
router.beforeEach(async (to, from) => {
  const { lang: _lang, ...query } = to.query;
  if (to.query.year !== undefined) return to.query.lang === undefined ? true : { ...to, query, replace: true };
  let year = from.query.year;
  if (typeof year !== "string") {
    await loadMeta();
    year = newestYear(meta.value);
  }
  if (year === "") return true;
  return { path: to.path, hash: to.hash, query: { year, ...query }, replace: true };
});

router.afterEach((to, from) => noteOrigin(to, from));

/** The words a screen puts before the product's name in the window title. */
export function nameWindow(words: string): void {
  const brand = i18n.global.t("brand");
  document.title = words === "" ? brand : `${words} · ${brand}`;
}
