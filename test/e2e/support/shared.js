// The documents beside the project, which it may use and not ship.
import { access } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const data = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../../../shared/data");

/** The path of a shared document; "" when there are none, which fails where CI runs the test. */
export async function shared(name) {
  const file = path.join(data, name);
  try {
    await access(file);
    return file;
  } catch {
    if (process.env.CI) throw new Error(`no shared data: ${name}`);
    return "";
  }
}
