import { describe, expect, it } from "vitest";
import type { Agency } from "../api/types";
import { inOrder } from "./agency_order";

const agency = (id: string, parent: string | null): Agency => ({
  id, parent, name: id, code: "", projects: 0, indicators: 0, findings: { error: 0, warning: 0, hint: 0 }, programmes: [],
});

describe("inOrder", () => {
  it("puts children under their parent", () => {
    expect(inOrder([agency("2", "1"), agency("1", null), agency("3", "2")]).map((one) => [one.agency.id, one.depth])).toEqual([["1", 0], ["2", 1], ["3", 2]]);
  });

  it("keeps a child whose parent is not there", () => {
    expect(inOrder([agency("2", "9")]).map((one) => one.depth)).toEqual([0]);
  });
});
