// xlsx_cells.js exceljs|sheetjs FILE: reads every cell of a workbook.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const [peer, file] = process.argv.slice(2);
let cells = 0;
if (peer === "exceljs") {
  const { Workbook } = require("exceljs");
  const book = new Workbook();
  await book.xlsx.readFile(file);
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(() => ++cells)));
} else {
  const { read } = require("xlsx");
  const book = read(readFileSync(file));
  for (const sheet of Object.values(book.Sheets)) cells += Object.keys(sheet).filter((key) => !key.startsWith("!")).length;
}
console.log(cells);
