import { describe, expect, it } from "vitest";
import { en } from "../text/en";
import { actionFor, isTyping, keyList } from "./keyboard";

const press = (key: string, held = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe("keyboard", () => {
  it("knows every key the help lists", () => {
    expect(actionFor(press("j"))).toBe("down");
    expect(actionFor(press("n"))).toBe("nextFinding");
    expect(actionFor(press("F2"))).toBe("edit");
    expect(actionFor(press("y"))).toBe("why");
    expect(actionFor(press("?"))).toBe("help");
    expect(actionFor(press("3"))).toBe("choose");
    expect(actionFor(press("x"))).toBe("noneOf");
    expect(actionFor(press("z", { ctrlKey: true }))).toBe("undo");
  });

  it("leaves the browser its own keys", () => {
    expect(actionFor(press("p", { ctrlKey: true }))).toBeUndefined();
    expect(actionFor(press("ArrowLeft", { altKey: true }))).toBeUndefined();
    expect(actionFor(press("q"))).toBeUndefined();
  });

  it("gives no key two meanings", () => {
    const keys = keyList.flatMap((entry) => entry.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("explains every action", () => {
    for (const entry of keyList) expect(en.help).toHaveProperty(entry.action);
  });

  it("does not take keys away from a field, nor Enter from a link", () => {
    document.body.innerHTML = '<input id="i"><a id="a" href="#">x</a><p id="p">x</p>';
    const at = (id: string) => document.getElementById(id);
    expect(isTyping(at("i"), "j")).toBe(true);
    expect(isTyping(at("a"), "Enter")).toBe(true);
    expect(isTyping(at("a"), "j")).toBe(false);
    expect(isTyping(at("p"), "Enter")).toBe(false);
  });
});
