// Documents made by the programs that public bodies use, read by the real program and compared
// with what was put into them. SEED sets another seed, SEED=fresh one never used before (printed, to
// be set when it fails), ROWS the rows a document has (default 60).
//   node --test made.test.js
//   npm run nightly    a fresh seed and more rows
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { random, table } from "./content.js";
import { producers } from "./producers.js";
import { scanned } from "./scans.js";

const here = dirname(fileURLToPath(import.meta.url));
const program = resolve(process.env.JIHENG ?? join(here, "../../build/release/jiheng"));
const folder = resolve(here, "../../build/made");
const seed = process.env.SEED === "fresh" ? randomInt(2 ** 31) : Number(process.env.SEED ?? 20220831);
const rowCount = Number(process.env.ROWS ?? 60);
const repeat = `SEED=${seed} ROWS=${rowCount}`;

// What is promised: of ruled tables 99.9 % of the cells, of tables without rules 98 %, of scans
// 98.5 % at 300 dpi and 98 % at 200 dpi, and no row that was not put in.
const ruled = 0.999;
const unruled = 0.98;
const scan300 = 0.985;
const scan200 = 0.98;

const cases = [
  { name: "chromium-otf-flat", producer: "chromium", rules: "full", twoLevels: true },
  { name: "chromium-ttf-merged-middle", producer: "chromium", font: "ttf", rules: "full", merged: true, twoLevels: true },
  { name: "chromium-otf-merged-top", producer: "chromium", rules: "full", merged: true, align: "top", notes: true },
  { name: "chromium-otf-merged-bottom", producer: "chromium", rules: "full", merged: true, align: "bottom", headOnce: true },
  { name: "chromium-ttf-rows-cut", producer: "chromium", font: "ttf", rules: "full", cut: true, size: 11 },
  { name: "chromium-otf-print-titles", producer: "chromium", rules: "full", twoLevels: true, titleRows: 2 },
  { name: "chromium-otf-no-outer-lines", producer: "chromium", rules: "inner", twoLevels: true },
  { name: "chromium-otf-two-tables", producer: "chromium", rules: "full", tables: 2, notes: true },
  { name: "chromium-otf-no-rules", producer: "chromium", rules: "none", floor: unruled },
  { name: "chromium-ttf-no-rules-top", producer: "chromium", font: "ttf", rules: "none", align: "top", floor: unruled },
  { name: "calc-flat", producer: "calc", rules: "full", twoLevels: true },
  { name: "calc-merged", producer: "calc", rules: "full", merged: true, twoLevels: true },
  { name: "calc-print-titles", producer: "calc", rules: "full", titleRows: 2 },
  { name: "calc-no-rules", producer: "calc", rules: "none", floor: unruled },
  { name: "writer-flat", producer: "writer", rules: "full", twoLevels: true },
  { name: "writer-merged", producer: "writer", rules: "full", merged: true, font: "ttf" },
  { name: "writer-rows-cut", producer: "writer", rules: "full", cut: true },
  { name: "writer-two-tables", producer: "writer", rules: "full", tables: 2, notes: true },
  { name: "scan-300-turned", producer: "chromium", rules: "full", twoLevels: true, floor: scan300, scan: { dpi: 300, skew: 0.8 } },
  { name: "scan-300-merged-noisy", producer: "calc", rules: "full", merged: true, floor: scan300, scan: { dpi: 300, skew: -0.4, noise: 0.6 } },
  { name: "scan-300-stamped", producer: "writer", rules: "full", font: "ttf", floor: scan300, scan: { dpi: 300, skew: 0.3, stamp: true } },
  { name: "scan-200-turned", producer: "chromium", font: "ttf", rules: "full", twoLevels: true, floor: scan200, scan: { dpi: 200, skew: 1.2 } },
  { name: "scan-200-aside", producer: "chromium", rules: "full", floor: scan200, scan: { dpi: 200, skew: 0.5, aside: true } },
  { name: "scan-200-no-rules", producer: "chromium", rules: "none", floor: scan200, scan: { dpi: 200 } },
  { name: "cairo-ruled", producer: "cairo", from: "calc", rules: "full", twoLevels: true },
  { name: "cairo-merged-drawn-glyphs", producer: "cairo", from: "chromium", rules: "full", merged: true },
  { name: "cairo-no-rules", producer: "cairo", from: "chromium", font: "ttf", rules: "none", floor: unruled },
  { name: "scan-200-merged", producer: "calc", rules: "full", merged: true, font: "ttf", floor: scan200, scan: { dpi: 200, skew: 0.6 } },
];
/** Pages are read one by one: scans need no more rows than two pages hold. */
const scanRowCount = Math.min(rowCount, 40);

/** What both sides are compared by: NFKC without blanks and line ends. */
const bare = (text) => text.normalize("NFKC").replace(/\s/g, "");

function expected(row) {
  return [row.agency, row.project, row.level1, row.level2, row.name, [row.sign, row.target, row.measure].filter(Boolean).join("|")].map(bare);
}

function parseCsv(text) {
  const records = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    const record = records.at(-1);
    if (quoted) {
      if (c !== '"') record[record.length - 1] += c;
      else if (text[i + 1] === '"') {
        record[record.length - 1] += c;
        ++i;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") record.push("");
    else if (c === "\n") records.push([""]);
    else if (c !== "\r") record[record.length - 1] += c;
  }
  return records.filter((record) => record.length > 1);
}

function extracted(pdf) {
  const [head, ...lines] = parseCsv(execFileSync(program, ["extract", pdf, "--format", "csv"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 }));
  const at = ["agency", "project", "level1", "level2", "level3", "as_filed"].map((name) => head.indexOf(name));
  return lines.map((line) => at.map((i) => bare(line[i])));
}

/** The share of right cells, row by row in order; a row too many or too few counts whole. */
function rightCells(truth, got) {
  let right = 0;
  for (let r = 0; r < truth.length; ++r) {
    for (let c = 0; c < truth[r].length; ++c) right += truth[r][c] === got[r]?.[c] ? 1 : 0;
  }
  return right / (truth.length * 6);
}

assert.ok(existsSync(program), `${program} is missing: build it first`);
assert.ok(Number.isSafeInteger(seed) && rowCount > 0, `${repeat} are no numbers`);
mkdirSync(folder, { recursive: true });
console.log(repeat);
cases.forEach((look, index) => {
  test(look.name, () => {
    const chance = random(seed + index);
    const tables = Array.from({ length: look.tables ?? 1 }, () => table(chance, look.scan ? scanRowCount : rowCount));
    let pdf = join(folder, `${look.name}.pdf`);
    producers[look.producer](tables, look, pdf);
    if (look.scan) {
      const tiff = join(folder, `${look.name}.tiff`);
      scanned(pdf, look.scan, tiff);
      pdf = tiff;
    }
    assert.ok(readFileSync(pdf).length > 1000);
    const truth = tables.flat().map(expected);
    const got = extracted(pdf);
    const share = rightCells(truth, got);
    const wrong = truth.findIndex((row, r) => row.some((cell, c) => cell !== got[r]?.[c]));
    const detail = `${repeat}: ${(share * 100).toFixed(2)} % of cells; first difference in row ${wrong + 1}: ${JSON.stringify(truth[wrong])} read as ${JSON.stringify(got[wrong])}`;
    assert.equal(got.length, truth.length, `rows; ${detail}`);
    assert.ok(share >= (look.floor ?? ruled), detail);
  });
});
