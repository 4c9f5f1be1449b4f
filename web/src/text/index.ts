import { computed } from "vue";
import { createI18n, useI18n } from "vue-i18n";
import { useLanguage } from "../api/client";
import { en } from "./en";
import type { Problem } from "../api/types";
import { formatBytes, formatCount, formatMoment, type Language } from "./format";
import { placeWords } from "./places";
import { problemKeys } from "./problems";
import { zh } from "./zh";

const remembered = "jiheng.language";

function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem(remembered);
  return asked === "en" ? "en" : "zh";
}

export const i18n = createI18n({
  legacy: false,
  locale: firstLanguage(),
  fallbackLocale: "zh",
  messages: { zh, en },
});

useLanguage(() => i18n.global.locale.value);

export function setLanguage(language: Language): void {
  i18n.global.locale.value = language;
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}
document.documentElement.lang = i18n.global.locale.value === "zh" ? "zh-CN" : "en";

/** The server's messages begin small where a command line would put its name before them. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words and numbers in the language of the page. */
export function useWords() {
  const { t, te, locale } = useI18n();
  const language = computed(() => locale.value as Language);
  return {
    t,
    te,
    language,
    /** A counted word: the number formatted, the plural chosen by it. */
    counted: (key: string, n: number) => t(key, { n: formatCount(n, language.value) }, n),
    count: (n: number) => formatCount(n, language.value),
    /** Who did something, as the page calls them. */
    person: (author: string) => (author === "local" ? t("frame.local") : author),
    moment: (at: string) => formatMoment(at, language.value),
    bytes: (n: number) => formatBytes(n, language.value),
    /** A place in a document in the words of the page: 第 41 行, line 41. */
    placeText: (place: string) => placeWords(place).map((word) => (word.key ? t(word.key, { n: word.text }) : word.text)).join(t("at.join")),
    /** What the page says about a problem; the code only where an administrator is to be asked. */
    problemWords: (problem: Problem) => {
      const { title, detail, where, withCode } = problemKeys(problem);
      return { title: title ? t(title) : problem.title, detail: detail ? t(detail) : sentence(problem.detail ?? ""), where: where ? (problem.where ?? "") : "", withCode };
    },
    /** The word for a code of the server, the code itself where there is none yet. */
    wordFor: (group: string, code: string) => (te(`${group}.${code}`) ? t(`${group}.${code}`) : code),
  };
}
