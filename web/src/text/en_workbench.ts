/** Words of comparing a target, of frames, and of the review queue. */
export const ambition = {
  title: "Target compared", open: "Compare target", openAria: "Compare the target: {name}", export: "Compared targets CSV", exportNote: "Each target beside its past and its peers; of the conditions only year, agency and project hold",
  entry: "In the library: {name} ({code})",
  say: {
    amongFloors: "The target {target} is above {share} % of its peers ({n} project). | The target {target} is above {share} % of its peers ({n} projects).",
    amongCeilings: "Lower is stricter here. The target is {target}; {share} % of its peers ({n} project) aim lower. | Lower is stricter here. The target is {target}; {share} % of its peers ({n} projects) aim lower.",
    asPeers: "The target {target} is the same as that of all its peers ({n} project). | The target {target} is the same as that of all its peers ({n} projects).",
    fewPeers: "There is only {n} peer this year, fewer than {least}: too few to say whether it is high or low. | There are only {n} peers this year, fewer than {least}: too few to say whether it is high or low.",
    noPeers: "No other project has this indicator in {year}: there are no peers to compare with.",
    past: "In {year} the target was {target} and {actual} was achieved.",
    pastTarget: "In {year} the target was {target}; what was achieved is not filled in.",
    pastActual: "In {year} {actual} was achieved.",
    noPast: "The agency did not have this indicator in earlier years: there is no past to compare with.",
    noNumber: "The target \"{target}\" is no number ({kind}): there is nothing to compare. Where it can be told as a number, change the cell to one, with its measure.",
    noMeasure: "The target \"{target}\" has no measure that the program knows: there is nothing to compare. Fill in its measure first.",
    otherKind: "The target \"{target}\" is of the kind {kind}; only numbers are compared with their past and their peers.",
    noTarget: "This row has no target: there is nothing to compare. Fill it in first.",
  },
  own: "This project {value}", median: "median {median}", middle: "middle half {from}–{to}, median {median}", chart: "Dot strip, one dot a peer: {say}", pastChart: "Line chart: {say}",
  peers: "Peers in {year}", count: "{n} indicator | {n} indicators", where: "Project", more: "Show some more, {n} left", inMeasure: " ({measure})",
  pastTitle: "The agency's own past", year: "Year", thisYear: "this year", target: "Target", actual: "Achieved", blank: "not filled in",
};

export const frames = {
  frame: "Frame", none: "cannot be told (every frame has these kinds)", unverified: "text not verified", unverifiedNote: "This frame has not been checked against the text of the regulation yet.",
  look: "Show in another frame", asFiled: "As written", differ: "{n} row is of another kind | {n} rows are of another kind", lack: "{n} row has no kind there | {n} rows have no kind there", same: "Every row is of the same kind", comma: ", ",
  inOther: "In the chosen frame:", differs: "differs", lacks: "no such kind",
};

export const review = {
  title: "Review of {year}", left: "{n} project left with findings | {n} projects left with findings", leftHere: "{n} project left that matches | {n} projects left that match", ofAll: "{n} project in the year | {n} projects in the year", atLeast: "At least {n} projects with findings",
  rules: "Review rules", duplicates: "Near-duplicates", all: "See all projects", judge: "Judge anew",
  doneTitle: "Nothing is left to look at in {year}", doneSay: "None of the {n} projects has a finding that stands: there were none, or they were applied or set aside. After an import, or with a changed rule pack, projects are listed here again.",
  at: "{n} of {total}", queue: "Review queue", gone: "no longer in the queue, {total} left there", empty: "nothing is left in the queue", clean: "no findings left here",
  previous: "Previous project", next: "Next project", back: "Back to the queue", first: "To the first", ofRule: "Counting \"{rule}\" alone",
};
