// Bundle the explorer's sources into `bundle.js`, one classic script; the versions are those of package-lock.json.
import { build } from "esbuild";

await build({
  entryPoints: ["src/main.js"],
  outfile: "bundle.js",
  bundle: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 120,
  legalComments: "none",
  banner: {
    js:
      "/* Generated from site/src by `npm run build`; do not edit by hand.\n" +
      "   Holds modules of D3 (https://d3js.org), copyright Mike Bostock, ISC licence, some adapted from work of\n" +
      "   Robert Penner, Gregor Aisch and others as D3's licences tell. */",
  },
});
