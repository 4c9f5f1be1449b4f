/** Words of the indicator library and of matching a year with it. */
export const library = {
  title: "Indicator library", hits: "{n} indicator | {n} indicators", filtered: "{n} matching", say: "Common and sector indicators that come with the program, and the office's own. Those of the program may be edited too: the edit is a version of the office's, the original stays readable.",
  add: "Add indicator", import: "Import", export: "Export", exportNote: "Exports all that the filters leave; it can be edited and imported again", match: "Match indicators of {year}", matchNoYear: "Match indicators",
  layer: { common: "Common", sector: "Sector", agency: "Agency" },
  filter: { layer: "Layer", sector: "Sector or kind", level1: "Level 1", level2: "Level 2", own: "Origin", retired: "State" }, words: "Code, name or other name",
  own: "The office's", builtin: "The program's", edited: "Edited here", version: "Version {n}", programVersion: "As shipped", retired: "Retired", inUse: "In use",
  column: { code: "Code", name: "Indicator", layer: "Layer", sector: "Sector or agency", level: "Level 1 / level 2", measure: "Measure", direction: "Direction", learned: "Learned", from: "Origin" },
  aliases: "also {names}", nothing: "No indicator meets the conditions", nothingSay: "Try another word, or drop a condition; what the library really lacks can be added.", clear: "Clear all conditions",
  member: {
    code: "Code", name: "Indicator", aliases: "Other names", sector: "Sector or kind", agency: "Agency", role: "Category", measure: "Measure", direction: "Direction", bounded: "At most 100%", common: "Common indicator",
    meaning: "Meaning", formula: "Formula", source: "Data source", evidence: "Evidence", method: "Method", scoring: "Scoring", targets: "Usual targets", retired: "Retired",
  },
  role: {
    cost: "Cost", quantity: "Quantity", quality: "Quality", timeliness: "Timeliness", economic_benefit: "Economic benefit", social_benefit: "Social benefit", ecological_benefit: "Ecological benefit", sustained_benefit: "Lasting effect", satisfaction: "Satisfaction", other: "Other",
  },
  direction: { more: "The more the better", less: "The less the better", exact: "As planned", words: "In words" },
  scoring: { proportion: "By part reached", satisfaction: "By satisfaction", direct: "Reached or not", grade: "By grade" },
  yes: "Yes", no: "No", none: "Not stated", join: "; ", names: ", ", roleIn: "{role} ({level1} / {level2})",
  edit: "Edit", retire: "Retire", restore: "Restore", retiredDone: "Retired \"{name}\": it is no longer proposed; confirmed matches stay.", restoredDone: "Restored \"{name}\".", savedDone: "Saved as version {n}.", addedDone: "Added \"{name}\" with the code {code}.", undo: "Undo",
  newTitle: "Add an indicator", editTitle: "Edit indicator {code}", save: "Save", cancel: "Cancel", codeHint: "Leave empty to get one", aliasHint: "Part several by \";\"", targetHint: "The sign first, like ≥ 95 %; part several by \";\"", measureHint: "None for an indicator in words", agencyHint: "Only for one agency's own", sectorHint: "The kind, for a common one", layerHint: "Whom it is for", required: "Required",
  region: "Region", regionHint: "Nine digits, that of the documents to come, like 330400000", choose: "Choose",
  fields: "The indicator", learned: "Learned names", learnedSay: "Somebody confirmed that these names mean this indicator; the same name in this region is known from then on.", learnedNone: "No name has been learned yet. Confirm one on the page of matches, and it stands here.",
  learnedFrom: "From which indicator", who: "Who, when", act: "Action", takeBack: "Take back", takeBackAria: "Take back \"{name}\"", takenBack: "Took back \"{name}\"; it is open again.",
  versions: "Versions", versionHead: "Version", changed: "What changed", changedFrom: "{member}: {before} → {after}", blank: "(empty)", first: "Added", asShipped: "Comes with the program", importedFrom: "Imported from \"{name}\"",
  ofYear: "Indicators of {year}", ofYearSay: "Those whose name was confirmed to mean this one, or most likely does.", ofYearNone: "No indicator of {year} is this one.", ofYearGo: "Go to the matches", rows: "{n} indicator | {n} indicators", moreNames: "{n} more name on the page of matches | {n} more names on the page of matches",
  back: "← Indicator library",
  importTitle: "Import indicators", importSay: "Choose an XLSX, CSV or JSON file and see first what would be new or changed. A known code becomes a new version, any other is added; columns the file lacks stay as they are, and nothing in the library is ever deleted.", importTemplate: "To see how it is written, export the library and edit that.", importChoose: "Choose a file", importDrop: "Drop a file here, or",
  importReading: "Reading \"{name}\"", importAgain: "Another file", importIgnored: "Not read, because no entry has anything of that name: {columns}. The heads of an export are known.", importDo: "Take in {n}", importNothing: "There is nothing to take in.", importWould: "{added} would be new, {changed} changed, {unchanged} unchanged, {refused} refused.", importDone: "{added} new, {changed} changed, {unchanged} unchanged, {refused} refused.",
  fate: { added: "New", changed: "Changed", unchanged: "Unchanged", refused: "Refused" }, fateFilter: "Filter by outcome", all: "All", place: "Place", fateHead: "Outcome", detail: "Details", see: "See the office's indicators", importMore: "Show {n} more", importStarts: "Starts as version 1",
};

export const matches = {
  title: "Match indicators of {year}", say: "Which entry of the library a free-text name means, a person decides. Confirmed once, the same name is known everywhere in the region.", names: "{n} name | {n} names", rowsSay: "{n} indicator | {n} indicators",
  said: "{open} names open, {confirmed} confirmed, {none} none of the library", state: { open: "Open", confirmed: "Confirmed", none: "None" }, all: "All", stateLabel: "Filter by state",
  sure: "Confidence", sureOf: { any: "Any confidence", exact: "Same name", high: "80% and more", middle: "60%–80%", low: "Below 60%", without: "No candidate" }, words: "Words of the name", sort: "Sort", sortBy: { document: "As filed", confidence: "Surest first", unsure: "Least sure first", rows: "Most indicators first", name: "Name" },
  filterLabel: "Filter", export: "Export CSV", exportNote: "Exports every indicator that the filters leave", listed: "Names", count: "{at} of {n}", previous: "Previous", next: "Next",
  rows: "{n} indicator bears this name | {n} indicators bear this name", moreRows: "{n} more", alone: "Decide this one alone", aloneIs: "This one alone is: {entry}", aloneNone: "This one alone is none of them",
  candidates: "May be in the library", noCandidates: "The library has nothing like it. Look below, or add an entry.", by: { name: "Same name", alias: "Same other name", learned: "Confirmed before", ending: "Ends with a name of the library", likeness: "Similar name" }, spelling: "by \"{spelling}\"", role: { agrees: "same category", differs: "other category" }, measure: { agrees: "same measure", differs: "other measure" },
  confirm: "Confirm", choose: "Choose", none: "None of them", takeBack: "Take back", find: "Find another", findLabel: "Find in the library", findNone: "The library has no such indicator.", addEntry: "Add an entry",
  decided: "Confirmed: {entry}", decidedNone: "Decided: none of the library", decidedBy: "{who}, {at}, from {where}", done: "\"{name}\" is confirmed to be \"{entry}\".", doneNone: "\"{name}\" is none of the library.", takenBack: "Took back \"{name}\"; it is open again.", undo: "Take back",
  bulk: "Confirm many", bulkTitle: "Confirm many matches of {year}", bulkSay: "Confirms at once every open name with one surest entry at least this sure. See the list first; all of it can be taken back in one go.", bulkLeast: "At least this sure", bulkCount: "{names}, {rows}.", bulkNone: "No open name is that sure.", bulkDo: "Confirm {n}", bulkCancel: "Cancel", bulkDone: "Confirmed {n} name. | Confirmed {n} names.", bulkUndone: "Took back {n} name. | Took back {n} names.", bulkName: "Name", bulkRows: "Indicators", bulkEntry: "To be", bulkMore: "{n} more, likewise",
  empty: "No name is open", emptySay: "Every name of {year} is decided.", nothing: "No name meets the conditions", nothingSay: "Try another condition, or see all.", seeAll: "See all", more: "More", first: "Back to the start", toLibrary: "See the library", page: "{n} of {total} are listed here",
};
