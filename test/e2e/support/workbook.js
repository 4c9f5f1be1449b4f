// Just enough of an xlsx file to see the official layout: its XML parts, its cells and its merges.
import { inflateRawSync } from "node:zlib";

/** The parts of a zip archive, name → bytes, by its central directory. */
export function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("504b0506", "hex"));
  if (end < 0) throw new Error("not a zip archive");
  const parts = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; --left) {
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + packed);
    parts.set(name, method === 0 ? data : inflateRawSync(data));
    at += 46 + nameLength + extraLength + noteLength;
  }
  return parts;
}

const plain = (text) =>
  text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&");
const attribute = (tag, name) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];

export function readWorkbook(bytes) {
  const parts = unzip(bytes);
  const part = (name) => parts.get(name)?.toString("utf8") ?? "";
  const shared = [...part("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    [...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => plain(text)).join(""),
  );
  const sheet = part("xl/worksheets/sheet1.xml");
  const styles = part("xl/styles.xml");
  const formats = [.../<cellXfs.*?<\/cellXfs>/s.exec(styles)[0].matchAll(/<xf ([^>]*?)(?:\/>|>(.*?)<\/xf>)/gs)].map(([, tag, inside = ""]) => ({
    border: Number(attribute(tag, "borderId")),
    wrap: /wrapText="1"/.test(inside),
  }));
  const borders = [.../<borders.*?<\/borders>/s.exec(styles)[0].matchAll(/<border>(.*?)<\/border>/gs)].map(
    ([, sides]) => ["left", "right", "top", "bottom"].filter((side) => new RegExp(`<${side} style="`).test(sides)),
  );
  const rows = [...sheet.matchAll(/<row ([^>]*?)(?:\/>|>(.*?)<\/row>)/gs)].map(([, tag, inside = ""]) => ({
    number: Number(attribute(tag, "r")),
    height: attribute(tag, "customHeight") === "1" ? Number(attribute(tag, "ht")) : undefined,
    cells: Object.fromEntries(
      [...inside.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, cell, content = ""]) => {
        const value = /<v>(.*?)<\/v>/s.exec(content)?.[1] ?? "";
        const format = formats[Number(attribute(cell, "s") ?? 0)];
        return [attribute(cell, "r"), {
          text: attribute(cell, "t") === "s" ? shared[Number(value)] : plain(value),
          wrap: format.wrap,
          sides: borders[format.border] ?? [],
        }];
      }),
    ),
  }));
  return {
    rows,
    cell: (reference) => rows.find((row) => row.number === Number(/\d+/.exec(reference)[0]))?.cells[reference],
    widths: Object.fromEntries(
      [...sheet.matchAll(/<col ([^>]*?)\/>/g)].map(([, tag]) => ["ABCDEFGHIJKLMNOP"[Number(attribute(tag, "min")) - 1], Number(attribute(tag, "width"))]),
    ),
    merges: [...sheet.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, reference]) => reference),
    names: Object.fromEntries(
      [...part("xl/workbook.xml").matchAll(/<definedName ([^>]*)>(.*?)<\/definedName>/gs)].map(([, tag, text]) => [attribute(tag, "name"), plain(text)]),
    ),
  };
}
