/** Words of double monitoring: the board, the form of a project, and importing money. */
export const monitoring = {
  title: "Monitoring {year}", period: "January to month {month}", periodLabel: "Period", keyMonth: "key period", say: "By {pack}, up to {day}. A light is the worst of the indicators and the money; what is not reported has none.", unverified: "clause not verified",
  pack: "Monitoring pack",
  light: { none: "No light", red: "Red", yellow: "Yellow", green: "Green", blue: "Blue", not_reported: "Not reported", unclear: "Cannot be judged" },
  quadrant: { none: "Not enough known", on_track: "On track", money_behind: "Money behind", goals_behind: "Goals behind", both_behind: "Both behind" },
  quadrantHead: "Money × goals", quadrantSay: "Of {total} projects {placed} have both figures: {onTrack} on track, {money} with money behind, {goals} with goals behind, {both} with both behind.", quadrantChart: "Across: execution; up: goals; both in percent of what is due. One dot a project of the page listed below. {say}", moneyAxis: "Money: % of what is due", goalsAxis: "Goals: % of what is due", goalsOver: "Goals ≥ {limit}%", goalsUnder: "Goals < {limit}%", moneyOver: "Money ≥ {limit}%", moneyUnder: "Money < {limit}%",
  lightsHead: "Lights", lightsLabel: "Filter by light", tally: "{light} {n}",
  filter: { light: "Light", quadrant: "Money × goals", agency: "Agency" }, filterLabel: "Filters", words: "Search {words}", clearWords: "No longer filter by words",
  hits: "{n} projects", export: "Export the form", exportCsv: "Export the list as csv", money: "Import money", moneyLink: "Import execution",
  column: { light: "Light", project: "Project", agency: "Agency", lights: "Lights of indicators", goals: "Goals", execution: "Executed", pace: "Pace", forecast: "Forecast of money", missing: "Will miss", notReported: "Not reported", quadrant: "Money × goals" },
  missing: "The lights of {n} projects are not computed yet.", compute: "Compute now", computing: "Computing, {n} left", stop: "Stop", computed: "All lights are computed.",
  nothing: "No project fits", nothingSay: "Take away a condition, or search for another word.", clear: "Clear all conditions",
  startTitle: "Nothing to monitor in {year} yet", startSay: "Import execution and report actual values to see lights and money beside goals.", startMoney: "Import execution",
  formTitle: "Monitoring form", back: "← Monitoring", toProject: "See the targets", fill: "Enter values at {day}", noValue: "–",
  moneyTitle: "Money", initial: "Initial budget", adjusted: "Budget of the year", executed: "Executed", rate: "Execution rate", pace: "Of what is due", expected: "Expected for the year", asOf: "as of {day}", tenThousand: "10,000 yuan", noMoney: "No amounts yet.",
  indicators: "Indicators", name: "Indicator", target: "Target", reached: "Reached", due: "Due", forecast: "Year at this pace", opinion: "Opinion", how: "How it was worked out", howAria: "{name}: how it was worked out", clause: "Source: {clause}",
  met: "will be met", missed: "will be missed", forecastNone: "no forecast",
  mustExplain: "Reason and measure are needed", give: "Give opinion", giveAria: "Give opinion: {name}", changeAria: "Change opinion: {name}", change: "Change opinion", curve: "Expected progress", curveAria: "Expected progress of {name}", own: "own", usual: "by the pack",
  possibility: "Will the target be met", choose: "Choose", reasons: "Reasons of deviation", words2: "Reason in words", measure: "Measure to be taken", expectedValue: "Expected for the year", note: "Note", save: "Save", cancel: "Cancel", saved: "Opinion on “{name}” saved.", required: "required", byWhom: "{who}, {at}",
  curveTitle: "Expected progress: {name}", shape: { straight: "Even by month", milestones: "Milestones", quarters: "By quarters" }, shapeLabel: "Shape", shapeUsual: "As the pack says", pointsMilestones: "Milestones, one a line, like 03-31: 20", pointsQuarters: "Cumulative percent at the end of each of four quarters, one a line", curveSaved: "Expected progress of “{name}” saved.", curveSay: "Dashed: percent due; dots: what was reported as percent of the target. {say}", curveSaid: "By {day} {share}% is due, {rate}% was reached.", curveSaidNone: "By {day} {share}% is due; no value to compare yet.", month: "End of month", share: "Due %", value: "Value", ofTarget: "% of target",
  conclusion: "{light}; {quadrant}", counts: "{red} red, {yellow} yellow, {green} green, {blue} blue, {none} not reported",
};

export const money = {
  title: "Import money", say: "Choose a table of money (XLSX, XLS, ODS, CSV, PDF, DOCX, HTML). It is tried first: which project every row is of and what is not understood; then it can be kept. Columns are remembered for tables like it.",
  back: "← Monitoring", choose: "Choose a file", again: "Choose another file", drop: "Drop the file here, or", reading: "Reading “{name}”", asOf: "Executed up to", unit: "Unit of the amounts", unitChoose: "Choose", unitOf: { yuan: "yuan", ten_thousand: "10,000 yuan" }, unitFrom: { unknown: "the table does not say, choose", head: "said by the table", remembered: "as chosen last time", chosen: "chosen" },
  columns: "Columns", columnsRemembered: "As last time.", columnsGuessed: "Guessed from the words of the head; please check.", head: "Head", is: "Holds", notRead: "Not read",
  column: { project: "Project", agency: "Agency", initial: "Initial budget", adjusted: "Budget of the year", executed: "Executed", expected: "Expected for the year", as_of: "As of" },
  said: "{understood} rows understood, {doubtful} not. Initial budget {initial} yuan, budget of the year {adjusted} yuan, executed {executed} yuan.", accept: "Keep {n} rows", done: "{n} rows kept, {doubtful} not understood and left out.", nothing: "No row can be kept.", notReady: "Settle the unit and the columns first.",
  rows: "Row by row", place: "Place", project: "Project in the table", found: "Project found", initial: "Initial", adjusted: "Of the year", executed: "Executed", fate: "Outcome", more: "{n} more rows are not listed.", only: "Only what is not understood", see: "See the monitoring", untitled: "(blank)", columnAria: "What “{head}” holds",
};
