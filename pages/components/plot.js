// Draws a chart with the site's own Plotly, which all charts of a page share and the browser keeps.
const BUNDLE = '/app/static/BUNDLE_FILE';
const WIDE = { width: 16, height: 16, path: 'M1 1h5v2H3v3H1zM10 1h5v5h-2V3h-3zM1 10h2v3h3v2H1zM13 10h2v5h-5v-2h3z' };
const SAVE = { width: 16, height: 16, path: 'M7 1h2v6h3l-4 4-4-4h3zM2 13h12v2H2z' };

const library = () => window.chartLibrary ??= new Promise((done, failed) => {
  const script = document.createElement('script');
  script.src = new URL(`.${BUNDLE}`, location.href).href;
  script.onload = () => done(window.Plotly);
  script.onerror = () => failed(new Error(`${script.src} did not load`));
  document.head.append(script);
});

const cardOf = plot => plot.closest('[class*="st-key-chart_"]') ?? plot;
const ground = plot => {
  for (let owner = plot; owner; owner = owner.parentElement) {
    const colour = getComputedStyle(owner).backgroundColor;
    if (!/^(transparent|rgba\(.*, 0\))$/.test(colour)) return colour;
  }
  return '#fff';
};
const save = (plot, format) => window.Plotly.downloadImage(
  { data: plot.data, layout: { ...plot.layout, paper_bgcolor: ground(plot) } },
  { format, filename: plot.given.name, scale: 2, width: plot.clientWidth, height: plot.clientHeight },
);
const inFull = plot => document.fullscreenElement === cardOf(plot);
const turnFull = plot => inFull(plot) ? document.exitFullscreen() : cardOf(plot).requestFullscreen();

const settingsOf = (plot, { lang, still, buttons }) => {
  const button = (code, icon, click) => ({ name: code, title: buttons[code], icon, click });
  const pictures = [
    button('png', window.Plotly.Icons.camera, () => save(plot, 'png')),
    button('svg', SAVE, () => save(plot, 'svg')),
  ];
  const full = document.fullscreenEnabled ? [button('full', WIDE, () => turnFull(plot))] : [];
  return {
    locale: lang === 'zh' ? 'zh-CN' : 'en',
    staticPlot: still,
    displaylogo: false,
    displayModeBar: 'hover',
    modeBarButtons: [[...pictures, ...full]], // these alone: none that sends data to another host
    showSendToCloud: false,
    showEditInChartStudio: false,
    plotlyServerURL: '',
    scrollZoom: false,
    doubleClick: false,
  };
};

// On a full screen the chart takes what the rest of its card leaves: margins of 24, gaps of 6.
const heightOf = plot => {
  if (!inFull(plot)) return plot.given.height;
  const all = [...cardOf(plot).children].reduce((sum, part) => sum + part.offsetHeight + 6, 48);
  return Math.max(plot.given.height, innerHeight - all + plot.clientHeight);
};

const draw = async plot => {
  const { given } = plot;
  const Plotly = await library();
  if (given !== plot.given || !plot.isConnected || !plot.clientWidth) return;
  plot.drawnWidth = plot.clientWidth;
  plot.style.height = `${heightOf(plot)}px`;
  const layout = { ...given.figure.layout, height: heightOf(plot), width: plot.clientWidth };
  plot.settings ??= settingsOf(plot, given);
  await Plotly.react(plot, given.figure.data, layout, plot.settings);
};

const begin = (parent, report) => {
  const figure = document.createElement('div'), plot = document.createElement('div');
  figure.setAttribute('role', 'figure');
  plot.className = 'plot';
  figure.append(plot);
  parent.append(figure);
  const again = () => draw(plot).catch(error => {
    figure.setAttribute('role', 'alert');
    plot.textContent = plot.given.missing;
    console.warn(error.message);
    if (plot === document.querySelector('.plot')) report();
  });
  const watch = new ResizeObserver(() => { if (plot.clientWidth !== plot.drawnWidth) again(); });
  const turned = () => { if (plot.drawnWidth) again(); };
  watch.observe(plot);
  document.addEventListener('fullscreenchange', turned);
  plot.again = again;
  plot.end = () => {
    watch.disconnect();
    document.removeEventListener('fullscreenchange', turned);
    window.Plotly?.purge(plot);
    figure.remove();
  };
  return plot;
};

export default ({ data, parentElement, setStateValue }) => {
  const text = new TextDecoder().decode(data);
  let plot = parentElement.querySelector('.plot');
  if (plot?.text === text) return plot.end;
  plot ??= begin(parentElement, () => setStateValue('missing', true));
  const given = JSON.parse(text);
  if (plot.given && ['name', 'lang', 'still'].some(key => plot.given[key] !== given[key])) delete plot.settings;
  Object.assign(plot, { text, given });
  plot.parentElement.setAttribute('aria-label', given.alt);
  plot.style.height = `${heightOf(plot)}px`;
  plot.again();
  return plot.end;
};
