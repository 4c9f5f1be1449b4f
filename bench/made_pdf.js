// made_pdf.js FONT ROWS FILE: a made-up table of targets as Chromium prints it. FONT is otf, which it
// writes as Type 3, or ttf.
import { random, table } from "../test/documents/content.js";
import { producers } from "../test/documents/producers.js";

const [font, rows, file] = process.argv.slice(2);
producers.chromium([table(random(20220831), Number(rows))], { rules: "full", twoLevels: true, font }, file);
