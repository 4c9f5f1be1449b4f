// The same table as Chromium, LibreOffice Calc, LibreOffice Writer and cairo print it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { columns, heads, spans, title } from "./content.js";

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const fonts = { otf: "Noto Sans CJK SC", ttf: "WenQuanYi Zen Hei" };
const widths = [30, 48, 18, 20, 58, 15, 32, 20]; // mm

function scratch(work) {
  const folder = mkdtempSync(join(tmpdir(), "jiheng-made-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// --- Chromium

function htmlTable(rows, look) {
  const cover = spans(rows, look.merged);
  const body = rows.map((row, r) =>
    `<tr>${columns.map((key, c) => (cover[r][c] === 0 ? "" : `<td rowspan="${cover[r][c]}">${escape(row[key])}</td>`)).join("")}</tr>`);
  const top = look.twoLevels
    ? `<tr><th rowspan=2>单位名称</th><th rowspan=2>项目名称</th><th colspan=6>绩效指标</th></tr><tr>${heads.slice(2).map((h) => `<th>${h}</th>`).join("")}</tr>`
    : `<tr>${heads.map((h) => `<th>${h}</th>`).join("")}</tr>`;
  const again = body.splice(0, look.titleRows ?? 0);
  return `<table><thead>${top}${again.join("")}</thead><tbody>${body.join("")}</tbody></table>`;
}

function html(tables, look) {
  const border = { full: "td,th{border:0.75pt solid #000}", none: "", inner: "td,th{border:0.75pt solid #000}tr>*:first-child{border-left:0}tr>*:last-child{border-right:0}" }[look.rules];
  const group = look.headOnce ? "table-row-group" : "table-header-group";
  return `<meta charset=utf-8><style>@page{size:A4 landscape;margin:12mm}body{margin:0;font:${look.size ?? 9}pt "${fonts[look.font ?? "otf"]}"}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin-bottom:14pt}td,th{padding:3pt 4pt;vertical-align:${look.align ?? "middle"};text-align:left;overflow-wrap:anywhere}
thead{display:${group}}tr{break-inside:${look.cut ? "auto" : "avoid"}}h3{font-size:12pt;margin:4pt 0}${border}</style>
${tables.map((rows, i) => `<h3>${title}${i > 0 ? `（续表${i}）` : ""}</h3>${htmlTable(rows, look)}${look.notes ? "<p>注：本表由各单位填报，财政部门汇总。</p>" : ""}`).join("\n")}`.replace(
    "<table>", `<table><colgroup>${widths.map((w) => `<col style="width:${(w / 241) * 100}%">`).join("")}</colgroup>`);
}

function chromium(tables, look, pdf) {
  scratch((folder) => {
    const page = join(folder, "page.html");
    writeFileSync(page, html(tables, look));
    const flags = ["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    if (process.getuid() === 0) flags.push("--no-sandbox");
    execFileSync(process.env.CHROMIUM ?? "chromium", [...flags, `--user-data-dir=${folder}/profile`, "--no-pdf-header-footer", `--print-to-pdf=${pdf}`, page], { stdio: "ignore", timeout: 120000 });
  });
}

// --- LibreOffice, from flat documents

const namespaces = ["office", "style", "text", "table"].map((n) => `xmlns:${n}="urn:oasis:names:tc:opendocument:xmlns:${n}:1.0"`).join(" ") +
  ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"';

function odfCell(text, rows, columnsWide, style) {
  const span = rows > 1 || columnsWide > 1 ? ` table:number-rows-spanned="${rows}" table:number-columns-spanned="${columnsWide}"` : "";
  return `<table:table-cell table:style-name="${style}" office:value-type="string"${span}><text:p text:style-name="cell">${escape(text)}</text:p></table:table-cell>`;
}

const covered = '<table:covered-table-cell table:style-name="body"/>';

function odfHead(look) {
  const row = (cells) => `<table:table-row table:style-name="row">${cells}</table:table-row>`;
  if (!look.twoLevels) return row(heads.map((h) => odfCell(h, 1, 1, "body")).join(""));
  return row(odfCell("单位名称", 2, 1, "body") + odfCell("项目名称", 2, 1, "body") + odfCell("绩效指标", 1, 6, "body") + covered.repeat(5)) +
    row(covered.repeat(2) + heads.slice(2).map((h) => odfCell(h, 1, 1, "body")).join(""));
}

function odfTable(rows, look, name) {
  const cover = spans(rows, look.merged);
  const body = rows.map((row, r) => `<table:table-row table:style-name="row">${columns.map((key, c) => (cover[r][c] === 0 ? covered : odfCell(row[key], cover[r][c], 1, "body"))).join("")}</table:table-row>`);
  const again = body.splice(0, look.titleRows ?? 0);
  const head = odfHead(look) + again.join("");
  const top = look.headOnce ? head : `<table:table-header-rows>${head}</table:table-header-rows>`;
  return `<table:table table:name="${name}" table:style-name="table">${widths.map((_, c) => `<table:table-column table:style-name="c${c}"/>`).join("")}${top}${body.join("")}</table:table>`;
}

function odfStyles(look, writer) {
  const line = look.rules === "full" ? "0.5pt solid #000000" : "none";
  const font = fonts[look.font ?? "otf"];
  const align = look.align ?? "middle";
  return `<office:automatic-styles>
${widths.map((w, c) => `<style:style style:name="c${c}" style:family="table-column"><style:table-column-properties style:column-width="${w}mm"/></style:style>`).join("")}
<style:style style:name="table" style:family="table"${writer ? "" : ' style:master-page-name="Sheet"'}><style:table-properties style:width="${widths.reduce((a, b) => a + b)}mm" table:align="left" style:may-break-between-rows="true"/></style:style>
<style:style style:name="row" style:family="table-row"><style:table-row-properties ${writer ? `fo:keep-together="${look.cut ? "auto" : "always"}"` : 'style:use-optimal-row-height="true"'}/></style:style>
<style:style style:name="body" style:family="table-cell"><style:table-cell-properties fo:border="${line}" fo:wrap-option="wrap" style:vertical-align="${align}" fo:padding="${look.rules === "none" ? "1.6mm" : "0.7mm"}"/><style:text-properties style:font-name-asian="${font}" style:font-name="${font}" fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>
<style:style style:name="cell" style:family="paragraph"><style:text-properties style:font-name-asian="${font}" style:font-name="${font}" fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" fo:margin="14mm"/></style:page-layout>
</office:automatic-styles><office:master-styles><style:master-page style:name="${writer ? "Standard" : "Sheet"}" style:page-layout-name="page"/></office:master-styles>`;
}

function flat(kind, body, look) {
  const writer = kind === "text";
  const faces = Object.values(fonts).map((f) => `<style:font-face style:name="${f}" svg:font-family="'${f}'"/>`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:font-face-decls>${faces}</office:font-face-decls>${odfStyles(look, writer)}<office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`;
}

function convert(content, extension, pdf) {
  scratch((folder) => {
    writeFileSync(join(folder, `made.${extension}`), content);
    execFileSync(process.env.SOFFICE ?? "soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, `made.${extension}`)], { stdio: "ignore", timeout: 180000 });
    execFileSync("cp", [join(folder, "made.pdf"), pdf]);
  });
}

function calc(tables, look, pdf) {
  const rows = tables[0];
  const head = `<table:table-row table:style-name="row">${odfCell(title, 1, 8, "Default")}${covered.repeat(7)}</table:table-row>`;
  convert(flat("spreadsheet", odfTable(rows, look, "表11").replace(/(<table:table-header-rows>|<table:table-row)/, `${head}$1`), look), "fods", pdf);
}

function writer(tables, look, pdf) {
  const note = look.notes ? '<text:p text:style-name="cell">注：本表由各单位填报，财政部门汇总。</text:p>' : '<text:p text:style-name="cell"/>';
  convert(flat("text", tables.map((rows, i) => `<text:p text:style-name="cell">${title}${i > 0 ? `（续表${i}）` : ""}</text:p>${odfTable(rows, look, `t${i}`)}${note}`).join(""), look), "fodt", pdf);
}

// --- Cairo, which writes what programs on GTK print: here the pages of another producer anew, with
// its own fonts, clips and paths

function cairo(tables, look, pdf) {
  scratch((folder) => {
    const printed = join(folder, "printed.pdf");
    producers[look.from](tables, look, printed);
    execFileSync("pdftocairo", ["-pdf", printed, pdf], { stdio: "ignore", timeout: 120000 });
  });
}

export const producers = { chromium, calc, writer, cairo };
