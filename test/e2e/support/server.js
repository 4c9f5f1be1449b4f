// The real program on a fresh database, for as long as one test file runs.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const program = process.env.JIHENG ?? path.resolve(here, "../../../build/release/jiheng");
export const sample = path.resolve(here, "../../golden/table11-jiaxing-2022.txt");
export const sampleRegion = "330400000";

/** Starts `jiheng serve` on a port of its own choice; `stop` ends it and removes its database. */
export async function startServer() {
  const folder = await mkdtemp(path.join(tmpdir(), "jiheng-e2e."));
  const child = spawn(program, ["serve", "--database", `sqlite:${folder}/e2e.db`, "--listen", "127.0.0.1:0"], {
    env: { ...process.env, LANG: "zh_CN.UTF-8", LC_ALL: "" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  const ended = new Promise((resolve) => child.once("close", resolve));
  const address = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${program} named no address within 20 s. It said: ${said}`)), 20_000);
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (!found) return;
      clearTimeout(late);
      resolve(found[0]);
    });
    child.once("error", (error) => {
      clearTimeout(late);
      reject(new Error(`${program} does not start (${error.message}). Build it, or name it in JIHENG.`));
    });
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`${program} ended with ${code}: ${said}`));
    });
  });

  const read = async (place) => {
    const answer = await fetch(address + place);
    if (!answer.ok) throw new Error(`${place}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  return {
    address,
    pid: child.pid,
    folder,
    json: async (place) => (await read(place)).json(),
    text: async (place) => Buffer.from(await (await read(place)).arrayBuffer()),
    /** The first project of the sample whose name has this part. */
    async projectNamed(part) {
      const { items } = await this.json("/api/v1/projects?year=2022&limit=100");
      return items.find((item) => item.name.includes(part));
    },
    /** Files a document without the page, for journeys that begin where an import ended. */
    async file(name, bytes, fields = {}) {
      const answer = await fetch(`${address}/api/v1/imports`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: address },
        body: JSON.stringify({ name, content: bytes.toString("base64"), dry_run: false, region: sampleRegion, ...fields }),
      });
      if (!answer.ok) throw new Error(`import: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async fileSample() {
      await this.file(path.basename(sample), await readFile(sample));
    },
    /** Sets aside the first finding of a rule without the page; gives its row. */
    async setAside(rule, kind, reason) {
      const { items } = await this.json(`/api/v1/indicators?year=2022&rule=${rule}&limit=1`);
      const answer = await fetch(`${address}/api/v1/indicators/${items[0].id}/waivers`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: address },
        body: JSON.stringify({ revision: items[0].revision, rule, kind, reason }),
      });
      if (!answer.ok) throw new Error(`set aside: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async stop() {
      child.removeAllListeners("exit");
      child.kill("SIGINT");
      const hard = setTimeout(() => child.kill("SIGKILL"), 10_000);
      const code = await ended;
      clearTimeout(hard);
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}
