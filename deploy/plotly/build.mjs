// Writes static/plotly-<version>.min.js, of the plotly.js version that the pinned Python plotly carries.
import { createRequire } from 'node:module';
import { copyFileSync } from 'node:fs';
import { build } from 'esbuild';

const required = createRequire(import.meta.url);
const { version } = required('plotly.js/package.json');
copyFileSync(required.resolve('plotly.js/LICENSE'), `../../static/plotly-${version}.LICENSE.txt`);

await build({
  entryPoints: ['charts.js'],
  outfile: `../../static/plotly-${version}.min.js`,
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'Plotly',
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'none',
  loader: { '.css': 'empty' }, // the look of maps; what charts need is in the script
  define: { global: 'window', 'define.amd': 'false' },
  banner: { // with its first line Chromium compiles all of it beside the page, and not piece by piece while charts are drawn
    js: `//# allFunctionsCalledOnLoad
/*! plotly.js (scatter, bar, zh-CN) v${version} | Copyright 2012-2026, Plotly, Inc. | MIT license */`,
  },
  logLevel: 'warning',
});
