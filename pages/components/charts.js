// Draws charts with the site's own Plotly, which the browser loads once and keeps: for the first view of a page and for
// the open page alike, so that what the one has drawn goes over to the other as it is.
const BUNDLE = '/app/static/BUNDLE_FILE';

const library = () => window.chartLibrary ??= new Promise((done, failed) => {
  const script = document.createElement('script');
  script.src = new URL(`.${BUNDLE}`, location.href).href;
  script.onload = () => done(window.Plotly);
  script.onerror = () => failed(new Error(`${script.src} did not load`));
  document.head.append(script);
});

const cardOf = plot => plot.closest('.box-chart') ?? plot;
const inFull = plot => document.fullscreenElement === cardOf(plot);
const turnFull = plot => inFull(plot) ? document.exitFullscreen() : cardOf(plot).requestFullscreen();

const settingsOf = ({ lang, still }) => ({
  ...PLOTLYS_CONFIG, locale: lang === 'zh' ? 'zh-CN' : 'en', staticPlot: still,
});

// On a full screen the chart takes what the rest of its card leaves: margins of 24, gaps of 6.
const heightOf = plot => {
  if (!inFull(plot)) return plot.given.height;
  const all = [...cardOf(plot).children].reduce((sum, part) => sum + part.offsetHeight + 6, 48);
  return Math.max(plot.given.height, innerHeight - all + plot.clientHeight);
};

// One chart after the other, and between two of them whatever a reader did meanwhile; what else a page has to do waits.
const next = () => window.scheduler?.yield?.() ?? new Promise(done => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage(0);
});
let last = Promise.resolve(), since;
const turn = work => {
  const done = last.then(next).then(work);
  last = done.catch(() => {});
  return done;
};

// A chart that nobody has seen yet is drawn in parts of some milliseconds, and seen once it is whole.
const PART_MS = 6;
const between = () => {
  if (printing || performance.now() - since < PART_MS) return;
  return next().then(() => { since = performance.now(); });
};

const draw = async plot => {
  const { given, clientWidth: width } = plot;
  const Plotly = await library();
  await turn(async () => {
    if (given.id !== plot.given.id || !plot.isConnected || !width || printing) return;
    const height = heightOf(plot);
    const unseen = !plot.drawnWidth;
    plot.drawnWidth = width;
    plot.style.height = `${height}px`;
    plot.settings ??= settingsOf(given);
    plot.classList.toggle('unseen', unseen);
    Plotly.between = unseen && between;
    since = performance.now();
    await Plotly.react(plot, given.figure.data, { ...given.figure.layout, height, width }, plot.settings);
    plot.classList.remove('unseen');
  });
};

// Where the library does not reach a reader, the numbers of a chart stand in its place; on paper they stand below it.
const listed = plot => {
  const told = document.createElement('p');
  const rows = document.getElementById(`rows_${plot.given.name}`);
  const table = rows?.querySelector('.grid-scroll');
  Object.assign(told, { className: 'card-note', textContent: plot.given.missing });
  told.setAttribute('role', 'alert');
  plot.replaceChildren(told, ...(table ? [table.cloneNode(true)] : []));
  plot.style.height = 'auto';
};

const begin = () => {
  const plot = document.createElement('div');
  plot.className = 'plot';
  let stood;
  plot.stands = new Promise(done => { stood = done; }); // as a chart, or as the numbers in its place
  const again = () => draw(plot).catch(error => {
    if (!plot.isConnected) return; // it went while it was drawn
    listed(plot);
    plot.broken = true;
    console.warn(error.message);
  }).then(stood);
  const watch = new ResizeObserver(() => { if (plot.clientWidth !== plot.drawnWidth) again(); });
  const turned = () => { if (plot.drawnWidth) again(); };
  watch.observe(plot);
  document.addEventListener('fullscreenchange', turned);
  plot.again = again;
  plot.end = () => {
    watch.disconnect();
    document.removeEventListener('fullscreenchange', turned);
    window.Plotly?.purge(plot);
    plot.remove();
  };
  return plot;
};
