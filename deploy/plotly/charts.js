'use strict';

// Scatter is in the core; of the locales it brings English. Nothing else is drawn here.
const Plotly = require('plotly.js/lib/core');

Plotly.register([require('plotly.js/lib/bar'), require('plotly.js/lib/locales/zh-cn')]);

module.exports = Plotly;
