// Lays out a part of a page, and draws its charts with the site's own Plotly, which all of them share and the browser
// keeps. The HTML is the server's own, in which every text is escaped.
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
  locale: lang === 'zh' ? 'zh-CN' : 'en',
  staticPlot: still,
  displaylogo: false,
  displayModeBar: false, // buttons of its own would lie over numbers, and one of them sends data to another host
  showSendToCloud: false,
  showEditInChartStudio: false,
  plotlyServerURL: '',
  scrollZoom: false,
  doubleClick: false,
});

// On a full screen the chart takes what the rest of its card leaves: margins of 24, gaps of 6.
const heightOf = plot => {
  if (!inFull(plot)) return plot.given.height;
  const all = [...cardOf(plot).children].reduce((sum, part) => sum + part.offsetHeight + 6, 48);
  return Math.max(plot.given.height, innerHeight - all + plot.clientHeight);
};

const draw = async plot => {
  const { given, clientWidth: width } = plot;
  const Plotly = await library();
  if (given.id !== plot.given.id || !plot.isConnected || !width || printing) return;
  const height = heightOf(plot);
  plot.drawnWidth = width;
  plot.style.height = `${height}px`;
  const layout = { ...given.figure.layout, height, width };
  plot.settings ??= settingsOf(given);
  await Plotly.react(plot, given.figure.data, layout, plot.settings);
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
  const again = () => draw(plot).catch(error => {
    listed(plot);
    console.warn(error.message);
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
    plot.remove();
  };
  return plot;
};

// What a sheet is built of, without its words: boxes, texts and the places of charts.
const PARTS = '.box, .said, [data-chart]';
const built = parts => parts.map(part => `${part.className} ${part.dataset.chart}`).join();

// The new words take the place of the old ones. Where boxes and charts are the same as before they stay where they
// are; where not, a chart that was there before moves over as it is.
const lay = (sheet, charts, html) => {
  const made = document.createElement('template');
  made.innerHTML = html;
  // The line for a frame on another site names the address by which this reader came.
  for (const line of made.content.querySelectorAll('code.markup')) {
    line.textContent = line.textContent.replace('https://HOST/', new URL('.', location.href).href);
  }
  const old = [...sheet.querySelectorAll(PARTS)], parts = [...made.content.querySelectorAll(PARTS)];
  const stays = built(old) === built(parts);
  const before = sheet.plots, now = sheet.plots = new Map();
  for (const given of charts) {
    const plot = before.get(given.name) ?? begin();
    before.delete(given.name);
    now.set(given.name, plot);
    if (!stays) made.content.querySelector(`[data-chart="${given.name}"]`).append(plot);
    if (plot.given && ['lang', 'still'].some(key => plot.given[key] !== given[key])) delete plot.settings;
    plot.changed = plot.given?.id !== given.id;
    plot.given = given;
    plot.style.height = `${given.height}px`;
  }
  for (const plot of before.values()) plot.end();
  if (!stays) sheet.replaceChildren(made.content);
  else parts.forEach((part, place) => {
    if (part.className === 'said' && !part.isEqualNode(old[place])) old[place].replaceWith(part);
    if (part.dataset.chart) old[place].setAttribute('aria-label', part.getAttribute('aria-label'));
  });
  for (const plot of now.values()) if (plot.changed) plot.again();
};

export default ({ data, parentElement }) => {
  const text = new TextDecoder().decode(data);
  let sheet = parentElement.querySelector('.sheet');
  if (sheet?.text === text) return sheet.end;
  if (!sheet) {
    sheet = document.createElement('div');
    Object.assign(sheet, { className: 'sheet', plots: new Map() });
    sheet.end = () => {
      for (const plot of sheet.plots.values()) plot.end();
      sheet.remove();
    };
    parentElement.append(sheet);
  }
  sheet.text = text;
  const end = text.indexOf('\n');
  lay(sheet, JSON.parse(text.slice(0, end)), text.slice(end));
  return sheet.end;
};
