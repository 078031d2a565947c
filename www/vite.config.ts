import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The sandbox that `cargo xtask portal` starts.
const SANDBOX = "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2022",
    // The policy of the page allows no address that begins with `data:`.
    assetsInlineLimit: 0,
    // The module of the rules is one text in one file, on purpose.
    chunkSizeWarningLimit: 600,
  },
  worker: { format: "es" },
  server: { proxy: { "/v1": SANDBOX, "/sandbox": SANDBOX } },
});
