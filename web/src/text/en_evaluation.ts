import type { evaluation as chinese } from "./zh_evaluation";

export const evaluation: typeof chinese = {
  title: "Self-evaluation of {project}", window: "{project}, self-evaluation", project: "Targets", by: "{title}; values up to {day}",
  unscored: "{n} without a score", accept: "Take proposed points", paste: "Paste values", upload: "Upload a filled form", export: "Export the form", exportAll: "Export all forms", discard: "Discard changes", save: "Save",
  saved: "The self-evaluation is saved.", leave: "Changes to the self-evaluation are not saved. Leave?", valueFirst: "Enter the actual value first, then attach its evidence.",
  proposed: "The table states no points. Those in italics are divided by “{title}”; they count once you take them and save.", isProposed: "proposed by the scoring profile, not taken yet",
  missing: "Missing", missingCount: "{n} still missing", whole: "Nothing is missing.", more: "{n} more", fewer: "Fewer", colon: ": ",
  money: "Money (10,000 yuan)", moneyTotal: "Annual total", initial: "Initial budget", adjusted: "Annual budget", executed: "Executed", rate: "Rate",
  executionReason: "On the execution", goal: "Annual goal", noGoal: "(no filed form states a goal)", outcome: "What became of the goal", outcomeHint: "What became of the goal",
  level1: "Level 1", level2: "Level 2", level3: "Indicator", target: "Target", value: "Actual", points: "Points", score: "Score", reason: "Reason and measures", evidence: "Evidence", sum: "Total", grade: "Grade",
  cell: "{name}: {what}", asOf: "value of {day}", units: "made of {n} sub-units; {silent} have not reported", interval: "this level allows {low} to {high} points", explain: "{name}, {score} points: see how", method: "Method: {method}",
  files: "{n}", evidenceOf: "Evidence of {name}, {n} so far", evidenceTitle: "Evidence: {name} ({value})", noFiles: "No evidence yet.", kindLabel: "Kind",
  kind: { direct_proof: "Direct proof", statistics: "Statistics", description: "Description", survey: "Survey" },
  sample: "Sample (persons)", sampleLacking: "the sample is not stated", sampleWrong: "The sample must be a whole number above 0.", asked: "sample {n}", ofEarlier: "of an earlier value", takeBack: "Take back", file: "File", note: "Note", attach: "Attach", tooLarge: "The file is too large", tooLargeSay: "The file has {size}; evidence may have 20 MB. Compress it, or send the pages that matter.",
  pasteTitle: "Paste actual values", pasteSay: "Copy two columns from a spreadsheet, names and values; or one column, a value a line in the order of this form. Blank is not 0 and is not kept.", day: "Day of the values", block: "Paste here", pasteSaid: "{taken} values will be kept, {lost} lines were not understood.", pasted: "{n} values kept.", line: "Line", pastedText: "Pasted", goesTo: "Indicator", beforeAfter: "Before → after", outcomeOf: "Outcome", blank: "(blank)", keep: "Keep {n} values",
  fate: { taken: "kept", same: "no change", blank: "no value, not kept", head: "heads", unknown: "no such indicator", ambiguous: "several indicators of this name", beyond: "beyond the last row", unclear: "several columns: copy the heads, too" },
  uploadTitle: "Upload a filled form", uploadSay: "A self-evaluation, a monitoring table, or a form exported here and filled. You see first what it says anew; the document itself is not filed.", filed: "this form was filed", reading: "Reading {name}…", uploadSaid: "{matched} indicators found: {changed} say something new, {same} say what is known, {blank} have no value, {target} were made for another target; {unmatched} not found, {ambiguous} could mean several.",
  uploaded: "{n} indicators updated.", place: "Place", moneyChange: "initial / annual / executed: {before} → {after}", otherTarget: "The form says the target is {filed}; it is {current} now.", blankRow: "no value", nothingNew: "It says nothing new.", uploadKeep: "Keep it",
  match: { matched: "found", no_project: "no such project", no_indicator: "no such indicator in the project", ambiguous: "could mean several" },
  listTitle: "Self-evaluations {year}", listSaid: "{total} projects, {whole} complete; scored by “{profile}”", values: "Values", filter: { agency: "Agency", missing: "State", grade: "Grade" }, incomplete: "something missing", complete: "complete", open: "Self-evaluation",
};
