import { createApp } from "vue";
import "./parts/elements.css";
import "./parts/tokens.css";
import "./parts/base.css";
import AppFrame from "./parts/AppFrame.vue";
import { restoreTheme } from "./parts/theme";
import { router } from "./routes";
import { i18n } from "./text";

restoreTheme();
createApp(AppFrame).use(i18n).use(router).mount("#app");
