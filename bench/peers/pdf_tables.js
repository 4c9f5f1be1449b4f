// Reads the tables of a PDF with pdf-table-extractor, as its own documentation does.
import { createRequire } from "node:module";

const extract = createRequire(import.meta.url)("pdf-table-extractor");
extract(
  process.argv[2],
  (result) => process.stdout.write(JSON.stringify(result)),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
