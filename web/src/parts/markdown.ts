/**
 * The Markdown of rule pages, read into a tree that Vue draws as text. Nothing of it ever becomes
 * HTML, so nothing in it can run.
 */
export type Inline = { kind: "text" | "code" | "strong"; text: string } | { kind: "link"; text: string; href: string };
/** One line of a list; `deep` stands below the one before it. */
export interface ListItem {
  content: Inline[];
  deep: boolean;
}

export type Block =
  | { kind: "heading"; level: number; content: Inline[] }
  | { kind: "paragraph"; content: Inline[] }
  | { kind: "list"; ordered: boolean; items: ListItem[] }
  | { kind: "code"; text: string };

const inlinePattern = /`([^`]*)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

export function inline(source: string): Inline[] {
  const out: Inline[] = [];
  let at = 0;
  for (const match of source.matchAll(inlinePattern)) {
    if (match.index > at) out.push({ kind: "text", text: source.slice(at, match.index) });
    const [whole, code, strong, label, href] = match;
    if (code !== undefined) out.push({ kind: "code", text: code });
    else if (strong !== undefined) out.push({ kind: "strong", text: strong });
    else if (label !== undefined && href !== undefined) {
      if (/^(https?:\/\/|\/(?!\/)|#)/.test(href)) out.push({ kind: "link", text: label, href });
      else out.push({ kind: "text", text: label });
    }
    at = match.index + whole.length;
  }
  if (at < source.length) out.push({ kind: "text", text: source.slice(at) });
  return out;
}

export function blocks(source: string): Block[] {
  const out: Block[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) out.push({ kind: "paragraph", content: inline(paragraph.join(" ")) });
    paragraph = [];
  };
  const lines = source.replaceAll("\r\n", "\n").split("\n");
  for (let index = 0; index < lines.length; ++index) {
    const line = lines[index] ?? "";
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const item = /^\s*(?:([-*])|\d+\.)\s+(.*)$/.exec(line);
    const deep = /^\s{2}/.test(line);
    if (line.startsWith("```")) {
      flush();
      const body: string[] = [];
      for (++index; index < lines.length && !(lines[index] ?? "").startsWith("```"); ++index) body.push(lines[index] ?? "");
      out.push({ kind: "code", text: body.join("\n") });
    } else if (heading) {
      flush();
      out.push({ kind: "heading", level: (heading[1] ?? "#").length, content: inline(heading[2] ?? "") });
    } else if (item) {
      flush();
      const ordered = item[1] === undefined;
      const last = out.at(-1);
      if (last?.kind === "list" && last.ordered === ordered && (lines[index - 1] ?? "").trim() !== "") {
        last.items.push({ content: inline(item[2] ?? ""), deep });
      } else {
        out.push({ kind: "list", ordered, items: [{ content: inline(item[2] ?? ""), deep }] });
      }
    } else if (line.trim() === "") {
      flush();
    } else {
      paragraph.push(line.trim());
    }
  }
  flush();
  return out;
}
