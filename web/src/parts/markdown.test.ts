import { describe, expect, it } from "vitest";
import { blocks, inline } from "./markdown";

describe("markdown", () => {
  it("reads headings, paragraphs and lists", () => {
    expect(blocks("# 题\n\n一段\n两行\n\n- 甲\n- 乙\n\n1. 子\n").map((block) => block.kind)).toEqual(["heading", "paragraph", "list", "list"]);
  });

  it("tells the rows below an item of a list", () => {
    const [list] = blocks("- 甲\n  - 乙\n- 丙");
    expect(list?.kind === "list" && list.items.map((item) => item.deep)).toEqual([false, true, false]);
  });

  it("keeps code as it is written", () => {
    expect(blocks("```\na  < b\n```")).toEqual([{ kind: "code", text: "a  < b" }]);
    expect(inline("写 `≥` **好**")).toEqual([
      { kind: "text", text: "写 " }, { kind: "code", text: "≥" }, { kind: "text", text: " " }, { kind: "strong", text: "好" },
    ]);
  });

  it("shows an empty cell as one", () => {
    expect(inline("`≥` `` `人`").map((piece) => piece.text)).toEqual(["≥", " ", "", " ", "人"]);
  });

  it("leaves HTML as text", () => {
    expect(inline("<img src=x onerror=alert(1)>")).toEqual([{ kind: "text", text: "<img src=x onerror=alert(1)>" }]);
  });

  it("links only to pages", () => {
    expect(inline("[a](https://x.cn)")).toEqual([{ kind: "link", text: "a", href: "https://x.cn" }]);
    expect(inline("[a](javascript:alert)")).toEqual([{ kind: "text", text: "a" }]);
    expect(inline("[a](//x.cn)")).toEqual([{ kind: "text", text: "a" }]);
  });
});
