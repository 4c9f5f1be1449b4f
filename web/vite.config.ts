import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [vue()],
  define: {
    __VUE_I18N_FULL_INSTALL__: "false",
    __VUE_I18N_LEGACY_API__: "false",
    __INTLIFY_PROD_DEVTOOLS__: "false",
    __VUE_PROD_DEVTOOLS__: "false",
  },
  build: {
    target: "es2022",
    // The server's policy allows files of its own only, no data: addresses.
    assetsInlineLimit: 0,
    // ECharts, loaded by the overview alone, is the one chunk above the usual limit.
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
  test: { environment: "jsdom", include: ["src/**/*.test.ts"], css: false },
});
