import resolve from "@rollup/plugin-node-resolve";

export default {
  input: "main.js",
  output: { file: "dist/main.js", format: "es" },
  plugins: [resolve()],
  // A warning of the bundler is a failure of the package.
  onwarn(warning) {
    throw new Error(warning.message);
  },
};
