// Lays out a part of a page. The HTML is the server's own, in which every text is escaped.
const { begin } = window.siteCharts;

// What a sheet is built of, without its words: boxes, texts and the places of charts.
const PARTS = '.box, .said, [data-chart]';
const built = parts => parts.map(part => `${part.className} ${part.dataset.chart}`).join();

// The new words take the place of the old ones. Where boxes and charts are the same as before they stay where they
// are; where not, a chart that was there before, or in the first view of the page, moves over as it is.
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
    const plot = before.get(given.name) ?? window.firstView?.taken(given) ?? begin();
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
    if (part.className === 'said' && !part.isEqualNode(old[place])) {
      old[place].querySelector('.panel:popover-open')?.hidePopover();
      old[place].replaceWith(part);
    }
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
  const end = text.indexOf('\n'), charts = JSON.parse(text.slice(0, end));
  const now = () => lay(sheet, charts, text.slice(end));
  // As long as the first view stands, the page under it waits: all of it comes at once.
  if (window.firstView) window.firstView.sheet(sheet, charts, now);
  else now();
  return sheet.end;
};
