/** Words of findings that are set aside, of judging anew, and of duplicates. */
export const waivers = {
  aboutProject: "About this project", waive: "Waive", falseAlarm: "False alarm", waiveAria: "Waive: {title}", falseAlarmAria: "Report as a false alarm: {title}",
  kind: { waived: "Waived", false_alarm: "False alarm" },
  ask: "Waive, or report a false alarm", kindLabel: "What to do",
  kindSay: { waived: "The finding is right, and this may stand.", false_alarm: "The rule is wrong here." },
  reason: "Reason (required)", recent: "Written lately", useReason: "Use the reason: {reason}", noReason: "Write a reason first; a sentence is enough.",
  confirm: { waived: "Waive", false_alarm: "Report false alarm" }, keys: "Ctrl+Enter confirms, Esc leaves", comesBack: "When the cells it is about change, the finding comes back.", alike: "The {n} findings of this rule on the row go together.",
  done: { waived: "Waived: \"{title}\".", false_alarm: "Reported as a false alarm: \"{title}\"." }, takeBack: "Take back", takeBackAria: "Take back: {title}", takenBack: "Taken back; the finding counts again.",
  aside: { waived: "{n} waived", false_alarm: "{n} false alarm | {n} false alarms" }, comma: ", ",
  counts: "Year {year}", waived: "Waived", falseAlarms: "False alarms", seeIndicators: "See indicators", seeProjects: "See projects",
  listOf: "Findings set aside in {year}", all: "All", filterLabel: "Filter", words: "Agency, project, indicator, reason or person", ended: "With those taken back", export: "Export CSV", exportNote: "Export all of this rule and year",
  where: "Where", why: "Reason", who: "Who and when", act: "Action", wholeProject: "(the whole project)", endedBy: "taken back by {who}, {at}", shown: "{n} record | {n} records", lapsed: "Lapsed (changed since)", lapsedNote: "The cells it was said of have changed since: it sets nothing aside any more, and the finding counts.", shownLapsed: "{n} of them lapsed",
  empty: "Nothing set aside in {year}", emptySay: "On a project, stop at a finding, press w or \"Waive\" or \"False alarm\" and give the reason: it is listed here and can be taken back from here.", emptyFind: "See projects with this finding", emptyNone: "This rule has no findings in {year}.",
  nothing: "No record matches", nothingSay: "Try another word, or remove a condition.", clear: "Clear the conditions",
};

export const findingFiles = {
  label: "Export findings", as: "Findings {format}", note: "Export all findings under these conditions, with the columns of jiheng review",
  apply: "Apply every suggestion", applyTitle: "Apply every suggestion of \"{title}\"", applySay: "Changes {n} row, in {projects} project(s). | Changes {n} rows, in {projects} project(s).", applyFirst: "The first {n} rows are listed.", applyNone: "There is no suggestion to apply now.",
  applyDo: "Apply to {n} row | Apply to {n} rows", applied: "Applied to {n} row. | Applied to {n} rows.", undo: "Undo all", undone: "Taken back on {n} row. | Taken back on {n} rows.", left: "{n} row was changed since and stays. | {n} rows were changed since and stay.", changed: "Rows were changed since the list was opened; look at the new list.",
  noSuggestions: "No suggestion of this rule stands now; mend the rows one by one in their projects.", lastApplied: "{who} applied this rule on {at}; {n} row still stands so. | {who} applied this rule on {at}; {n} rows still stand so.",
  only: "Only \"{rule}\"", onlyCount: "{n}", clear: "See all findings", byPack: "by the pack {pack}, version {version}: {n}", byUnknown: "without a pack on record: {n}", earlier: "False alarms were reported against: ",
};

export const judging = {
  anew: "Judge this year anew", title: "Judge {year} anew", by: "Rule pack", pack: "{title} ({id}, version {version})",
  say: "Every project of {year} is judged anew by the rule pack {pack} (version {version}). Edits, waivers and false alarms stay.",
  sayOther: "Every project of {year} is judged by the rule pack {pack} (version {version}) instead; imports and edits follow it, too, until {before} is chosen again. Edits, waivers and false alarms stay.",
  was: "{year} was judged anew on {at}.", wasOlder: "{year} was judged anew on {at} by version {version} of this pack, which has changed since; judge it once more.", do: "Judge", notNow: "Not now",
  filedSince: "{n} import since. | {n} imports since. Rules that compare agencies (the same as elsewhere, cost of a piece of output) have not seen them within the year; judge the year anew.",
  neverWhole: "The year was never judged as a whole. Rules that compare agencies (the same as elsewhere, cost of a piece of output) need all of it; judge the year anew.",
  share: "{percent} % done", running: "Judging…", seconds: "{n} s so far", stop: "Stop", stopped: "Stopped. Agencies that were judged have their new findings, the others their old ones; judge once more to complete it.",
  done: "Done. The findings of {year} went from {before} to {after}.", same: "Done. The findings of {year} are still {after}.", close: "Close",
};

export const duplicates = {
  title: "Near-duplicates of {year}", groups: "{n} group | {n} groups", rows: "{n} row in all | {n} rows in all", tally: "{groups}, {rows}", matching: "{total}; matching: {some}",
  say: "Indicators whose name, comparator, target and measure are the same in different projects are mostly copied from a template; numbers in names are not compared. Common indicators that fit every project are left out.", see: "See the groups", seeRule: "About the rule",
  export: "Export CSV", exportNote: "Export all near-duplicates of the year, whatever the filter", filterLabel: "Filter", words: "Indicator, agency or project", across: "Only across agencies", yearsLabel: "Which years", thisYear: "This year", lastYears: "Last {n} years",
  beyond: "These are the {n} largest groups, and only these are filtered and sorted; the other {more} are in the CSV export.", size: "Rows", agencies: "Agencies",
  rowsOf: "Projects with \"{name}\"", moreRows: "Show some more, {n} left",
  empty: "No near-duplicates in {year}", emptySay: "Of {n} indicators, no two in different projects have the same name, comparator, target and measure. Where only some agencies are filed, import the others and look again.", emptyImport: "Go to import", emptyRules: "See what the other rules find",
  nothing: "No near-duplicate matches", nothingSay: "Try another word, or remove a condition.", clear: "Clear the conditions",
};
