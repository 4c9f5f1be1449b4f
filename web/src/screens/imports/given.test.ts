import { describe, expect, it } from "vitest";
import { complaint, readBase64, requestFields } from "./given";

describe("what is given to an import", () => {
  it("may be blank", () => {
    expect(complaint({ year: "", region: " ", agency: "" })).toBeNull();
    expect(requestFields({ year: "", region: " ", agency: "" })).toEqual({});
  });

  it("is sent without blanks, the region as text", () => {
    expect(requestFields({ year: " 2022 ", region: "030400000", agency: " 科技局 " })).toEqual({ year: 2022, region: "030400000", agency: "科技局" });
  });

  it("is refused before it is sent", () => {
    expect(complaint({ year: "22", region: "", agency: "" })).toBe("imports.badYear");
    expect(complaint({ year: "1989", region: "", agency: "" })).toBe("imports.badYear");
    expect(complaint({ year: "2022", region: "3304", agency: "" })).toBe("imports.badRegion");
  });

  it("carries the bytes of the file", async () => {
    expect(await readBase64(new File([new Uint8Array([0, 255, 10])], "x"))).toBe("AP8K");
  });
});
