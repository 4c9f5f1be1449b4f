import { describe, expect, it } from "vitest";
import { pageBody } from "./rule_page";

const page = "# 写法不规范\n\n统一写法。\n\n- 编号：29\n- 严重程度：提示\n- `spelling_not_canonical`\n\n**怎么改**\n\n照规范写法改。\n\n**会提示**\n\n- 产出：`≥`\n";

describe("the page of a rule", () => {
  it("leaves what a pack may set otherwise to the screen", () => {
    expect(pageBody(page)).toBe("统一写法。\n\n\n**怎么改**\n\n照规范写法改。\n\n**会提示**\n\n- 产出：`≥`");
  });
  it("keeps a page without such a list", () => {
    expect(pageBody("# 名\n\n一句。\n")).toBe("一句。");
  });
});
