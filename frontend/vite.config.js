import { defineConfig } from "vitest/config";
import { head } from "./build/head.js";
import { forTheServer } from "./build/for-the-server.js";
import { monoFolder, monoSubset } from "./build/mono-subset.js";

const api = process.env.VIVAVOCE_API ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [monoSubset(), head(), forTheServer()],
  resolve: { alias: { "@mono": monoFolder } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2023",
    // light-dark() stays as written: these are the first browsers that know it.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    // A dot before the hash: the server marks names of this form immutable.
    rolldownOptions: {
      output: {
        entryFileNames: "assets/[name].[hash].js",
        chunkFileNames: "assets/[name].[hash].js",
        assetFileNames: "assets/[name].[hash][extname]",
      },
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(["/api", "/_allauth", "/openapi.yaml", "/static"].map((path) => [path, api])),
  },
  test: { include: ["src/**/*.test.js", "build/**/*.test.js"], environment: "node" },
});
