// Has the page come to rest? The first view has given place, the script has run, every chart has its drawing, fonts are
// there, and for a while neither the words nor the drawings have changed. A slide and a page for paper say when they are drawn.
() => {
  const QUIET_MS = 300;
  if (document.querySelector('body.filled, body.paper')) return document.body.dataset.ready === 'true';
  const app = document.querySelector('[data-testid="stApp"]');
  const main = document.querySelector('[data-testid="stMain"]');
  const drawn = [...document.querySelectorAll('[class*="st-key-plot_"]')]
    .every(chart => chart.querySelector('.js-plotly-plot:not(.unseen) .main-svg .cartesianlayer .subplot, [role=alert]'));
  const listed = [...document.querySelectorAll('[data-testid="data-grid-canvas"]')]
    .every(grid => grid.querySelector('[role="gridcell"]'));
  const ready = app && main && listed
    && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    && document.querySelector('h1, [data-testid="stException"]') && drawn && document.fonts.status === 'loaded'
    && !document.querySelector('#first, [data-stale="true"], [data-testid="stSkeleton"]');
  if (!ready) {
    window.atRestSince = undefined;
    return false;
  }
  const sizes = [...document.querySelectorAll('.main-svg')].map(svg => `${svg.clientWidth}:${svg.innerHTML.length}`);
  const state = `${innerWidth}|${main.scrollHeight}|${main.innerText}|${sizes}`;
  if (window.atRestState !== state || window.atRestSince === undefined) {
    window.atRestState = state;
    window.atRestSince = performance.now();
    return false;
  }
  return performance.now() - window.atRestSince >= QUIET_MS;
}
