import type { Problem } from "./types";

export type Query = Record<string, string | number | boolean | undefined>;

/** An answer that is not the one asked for; `problem.code` "client.*" when the server said nothing. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

let language: () => string = () => "zh";

/** The language of the server's sentences, asked anew for every call. */
export function useLanguage(current: () => string): void {
  language = current;
}

export function address(path: string, query: Query = {}): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, lang: language() })) {
    if (value !== undefined && value !== "") given.set(name, String(value));
  }
  return `${path}?${given.toString()}`;
}

function problemOf(status: number, code: string, detail = ""): Problem {
  return { type: "about:blank", title: "", status, code, detail };
}

async function answer<T>(request: Promise<Response>): Promise<T> {
  let response: Response;
  try {
    response = await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ProblemError(problemOf(0, "client.unreachable"));
  }
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok) {
    if (type.includes("json")) throw new ProblemError((await response.json()) as Problem);
    throw new ProblemError(problemOf(response.status, "client.unexpected"));
  }
  if (!type.includes("json")) throw new ProblemError(problemOf(response.status, "client.unexpected"));
  return (await response.json()) as T;
}

export function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return answer<T>(fetch(address(path, query), { headers: { accept: "application/json" }, signal: signal ?? null }));
}

function send<T>(method: "POST" | "PUT", path: string, body: unknown, signal?: AbortSignal, query: Query = {}): Promise<T> {
  return answer<T>(
    fetch(address(path, query), {
      method,
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
      signal: signal ?? null,
    }),
  );
}

export function post<T>(path: string, body: unknown, signal?: AbortSignal, query: Query = {}): Promise<T> {
  return send<T>("POST", path, body, signal, query);
}

export function put<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return send<T>("PUT", path, body, signal);
}
