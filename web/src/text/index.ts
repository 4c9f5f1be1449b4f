import { computed } from "vue";
import { createI18n, useI18n } from "vue-i18n";
import { useLanguage } from "../api/client";
import { en } from "./en";
import { formatBytes, formatCount, formatMoment, type Language } from "./format";
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

/** Words and numbers in the language of the page. */
export function useWords() {
  const { t, te, locale } = useI18n();
  const language = computed(() => locale.value as Language);
  return {
    t,
    language,
    /** A counted word: the number formatted, the plural chosen by it. */
    counted: (key: string, n: number) => t(key, { n: formatCount(n, language.value) }, n),
    count: (n: number) => formatCount(n, language.value),
    moment: (at: string) => formatMoment(at, language.value),
    bytes: (n: number) => formatBytes(n, language.value),
    /** The word for a code of the server, the code itself where there is none yet. */
    wordFor: (group: string, code: string) => (te(`${group}.${code}`) ? t(`${group}.${code}`) : code),
  };
}
