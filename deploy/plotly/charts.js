'use strict';

// Scatter is in the core; of the locales it brings English. Nothing else is drawn here.
const Plotly = require('plotly.js/lib/core');
const lib = require('plotly.js/src/lib');
const { rehover } = require('plotly.js/src/plots/plots');

Plotly.register([require('plotly.js/lib/bar'), require('plotly.js/lib/locales/zh-cn')]);

// A chart is drawn in steps, of which one may return a promise. After each the page may have its turn: what
// `Plotly.between` returns is waited for.
const { syncOrAsync } = lib;
const isDrawing = steps => steps.includes(rehover) && !steps.includes(Plotly.between);
lib.syncOrAsync = (steps, ...rest) =>
  syncOrAsync(Plotly.between && isDrawing(steps) ? steps.flatMap(step => [step, Plotly.between]) : steps, ...rest);

module.exports = Plotly;
