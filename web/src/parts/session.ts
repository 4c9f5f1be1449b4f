import { computed, shallowRef } from "vue";
import { useRoute } from "vue-router";
import { api } from "../api/calls";
import { ProblemError } from "../api/client";
import type { Agency, Meta, Problem } from "../api/types";

/** What every screen needs to know: who, which years, which agencies. */
export const meta = shallowRef<Meta | null>(null);
export const metaProblem = shallowRef<Problem | null>(null);
export const agencies = shallowRef<Agency[]>([]);
let asked: Promise<void> | undefined;

export function loadMeta(anew = false): Promise<void> {
  if (!asked || anew) {
    asked = api.meta().then(
      (answer) => {
        meta.value = answer;
        metaProblem.value = null;
      },
      (error: unknown) => {
        asked = undefined;
        metaProblem.value = asProblem(error);
      },
    );
  }
  return asked;
}

export async function loadAgencies(year: number): Promise<void> {
  try {
    agencies.value = await api.agencies(year);
  } catch {
    // The tree is an aid; the screen beside it says what is wrong.
    agencies.value = [];
  }
}

/** The newest year that holds anything, "" while there is none. */
export function newestYear(known: Meta | null): string {
  const years = (known?.years ?? []).filter((entry) => entry.projects > 0).map((entry) => entry.year);
  return years.length > 0 ? String(Math.max(...years)) : "";
}

/** The year the address names. */
export function useYear() {
  const route = useRoute();
  return computed(() => {
    const year = route.query.year;
    return typeof year === "string" && /^[0-9]{4}$/.test(year) ? year : "";
  });
}

export function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { type: "about:blank", title: "", status: 0, code: "client.unexpected", detail: String(error) };
}
