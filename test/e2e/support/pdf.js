// Just enough of a PDF to hold ruled tables of Chinese text.

const font = [
  "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
  "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>",
];

/** Rows of cells of 60 by 20 points, as a page paints them. */
function contentOf(rows) {
  const content = rows.flatMap((row, down) => row.map((text, across) => {
    const [left, bottom] = [50 + 60 * across, 742 - 20 * down];
    const digits = [...text].map((letter) => letter.codePointAt(0).toString(16).padStart(4, "0")).join("");
    return `${left} ${bottom} 60 20 re S\nBT /F 8 Tf ${left + 4} ${bottom + 6} Td <${digits}> Tj ET\n`;
  })).join("");
  return `<</Length ${content.length}>>\nstream\n${content}endstream`;
}

const pageOf = (content) => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${content} 0 R>>`;

function fileOf(objects) {
  let file = "%PDF-1.5\n";
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`, "latin1");
}

const treeOf = (kids, pages) => ["<</Type/Catalog/Pages 2 0 R>>", `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]/Count ${pages}>>`];

/** Pages of tables, each rows of cells of 60 by 20 points; `pages` is how many the file says it has. */
export function pdfOf(tables, pages = tables.length) {
  const objects = [...treeOf(tables.map((_, index) => 5 + 2 * index), pages), ...font];
  for (const rows of tables) objects.push(pageOf(objects.length + 2), contentOf(rows));
  return fileOf(objects);
}

/** The same table on each of many pages, in a small file: what takes a reader long to read. */
export function longPdf(rows, pages) {
  return fileOf([...treeOf(Array.from({ length: pages }, (_, index) => 6 + index), pages), ...font, contentOf(rows), ...Array.from({ length: pages }, () => pageOf(5))]);
}
