/** The places of the application, in the order of its sidebar. */
export const places = ["overview", "indicators", "projects", "review", "monitoring", "evaluation", "imports", "doubts", "duplicates", "library", "scoring", "rules"] as const;
export type Place = (typeof places)[number];

export const paths: Record<Place, string> = {
  overview: "/overview", indicators: "/indicators", projects: "/projects", review: "/review", monitoring: "/monitoring", evaluation: "/self-evaluation", imports: "/import", doubts: "/doubts", duplicates: "/duplicates", library: "/library", scoring: "/scoring", rules: "/rules",
};

/** Drawn in 16 by 16. */
export const marks: Record<Place, string> = {
  overview: "M3 13h4v-6H3zM9 13h4V3H9zM2 15h12",
  indicators: "M2 4h12M2 8h12M2 12h8",
  projects: "M2 4h5l1 2h6v7H2z",
  review: "M2 4h7M2 8h5M2 12h4M8 11l2 2 4-6",
  monitoring: "M2 13h12M3 10l3-4 3 2 4-5M13 3v3M13 3h-3",
  imports: "M8 2v8M5 7l3 3 3-3M2 11v3h12v-3",
  doubts: "M8 2l6 11H2zM8 6v4M8 11.5v.5",
  duplicates: "M2 2h8v9H2zM6 11v3h8V5h-4M4 5h4M4 8h4",
  library: "M2 3h4v10H2zM6 3h4v10H6zM10.5 3.5l3-.8 2 9.6-3 .8z",
  scoring: "M8 2v12M4 14h8M3 5h10M3 5l-2 5h4zM13 5l-2 5h4z",
  rules: "M4 2h8v12H4zM6 5h4M6 8h4M6 11h2",
  evaluation: "M3 2h10v12H3zM5.5 5h5M5.5 8h2.5M6 11l1.5 1.5L11 9",
};

/** Which place a screen belongs to, by the name of its route. */
export const ofPlace: Record<string, Place> = {
  overview: "overview", indicators: "indicators", projects: "projects", project: "projects", source: "projects", review: "review",
  monitoring: "monitoring", "project-monitoring": "monitoring", money: "monitoring",
  imports: "imports", import: "imports", doubts: "doubts", corrections: "doubts", duplicates: "duplicates",
  library: "library", "library-new": "library", "library-import": "library", "library-entry": "library", matches: "library", rules: "rules", rule: "rules",
  scoring: "scoring", "scoring-profile": "scoring", "score-run": "scoring", "what-if": "scoring",
  evaluations: "evaluation", evaluation: "evaluation",
};
