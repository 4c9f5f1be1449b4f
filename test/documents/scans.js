// A printed document as a scanner gives it back: grey or coloured pages of one TIFF, turned a
// little, soft, noisy, compressed, with a stamp across the cells or lying on their side.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// A round red seal of 40 mm with a star, half transparent, over the middle of the page.
function stamp(dpi) {
  const radius = Math.round((dpi * 20) / 25.4);
  const pen = Math.max(2, Math.round(dpi / 40));
  const size = 2 * (radius + pen);
  const middle = radius + pen;
  return ["(", "-size", `${size}x${size}`, "xc:none", "-fill", "none", "-stroke", "rgba(200,30,40,0.55)", "-strokewidth", String(pen),
    "-draw", `circle ${middle},${middle} ${middle},${pen}`, "-fill", "rgba(200,30,40,0.55)", "-draw", `circle ${middle},${middle} ${middle},${middle - Math.round(radius / 6)}`, ")",
    "-gravity", "center", "-composite"];
}

/** Writes the pages of `pdf` as a scan of `scan.dpi` dots per inch into `tiff`. */
export function scanned(pdf, scan, tiff) {
  const folder = mkdtempSync(join(tmpdir(), "jiheng-scan-"));
  const quiet = { stdio: ["ignore", "ignore", "inherit"], timeout: 180000 };
  try {
    execFileSync("pdftoppm", ["-r", String(scan.dpi), ...(scan.stamp ? [] : ["-gray"]), pdf, join(folder, "page")], quiet);
    const pages = readdirSync(folder).sort().map((name) => join(folder, name));
    const made = pages.map((page, number) => {
      const picture = `${page}.jpg`;
      execFileSync("convert", [page, ...(scan.stamp ? stamp(scan.dpi) : []),
        "-background", "white", "-rotate", String((scan.skew ?? 0) * (number % 2 === 0 ? 1 : -0.6) + (scan.aside ? 90 : 0)),
        "-blur", `0x${scan.blur ?? 0.6}`, "-seed", String(7 + number), "-attenuate", String(scan.noise ?? 0.25), "+noise", "Gaussian",
        "-density", String(scan.dpi), "-units", "PixelsPerInch", "-quality", String(scan.quality ?? 75), picture], quiet);
      return picture;
    });
    execFileSync("convert", [...made, "-compress", "jpeg", "-quality", "75", tiff], quiet);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
