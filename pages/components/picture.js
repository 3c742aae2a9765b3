// The card of a chart as a picture to take along: title, unit, chart, notes, sources, version and address, light in every theme.
const LIGHT = LIGHT_OF_DARK;
const DARK = DARK_OF_LIGHT;
const WIDTH = 720, EDGE = 24, FINE = 2;
const SVG = 'http://www.w3.org/2000/svg';

const coloured = colours => figure => JSON.parse(JSON.stringify(figure).replace(/#[0-9A-F]{6}\b/g, colour => colours[colour] ?? colour));
const lightened = coloured(LIGHT), darkened = coloured(DARK);

// The card without its chart, laid out by the browser, which knows where lines break. The place of the chart is left open.
const laidOut = plot => {
  const card = cardOf(plot), paper = document.createElement('div'), room = document.createElement('div');
  const family = getComputedStyle(card.querySelector('.card-title')).fontFamily, button = card.querySelector('.copies');
  const write = (text, size, { above = 0, weight = 400, colour = LIGHT.quiet } = {}) => {
    const line = document.createElement('p');
    line.textContent = text;
    line.style.cssText = `margin:0;padding:${above}px 0 0;font:${weight} ${size}px/1.5 ${family};color:${colour};overflow-wrap:anywhere`;
    paper.append(line);
  };
  const said = cls => [...card.querySelectorAll(cls)].filter(text => !text.closest('[popover]')).map(text => text.textContent.trim());
  paper.style.cssText = `position:absolute;left:0;top:0;visibility:hidden;width:${WIDTH - 2 * EDGE}px;padding:${EDGE - 4}px ${EDGE}px;text-wrap:balance`;
  said('.card-title').forEach(text => write(text, 19, { weight: 600, colour: LIGHT.text }));
  said('.card-sub').forEach(text => write(text, 14, { above: 2 }));
  room.style.cssText = `height:${plot.given.height}px;margin:8px 0`;
  paper.append(room);
  said('.card-note').forEach(text => write(text, 13));
  write(button.dataset.source, 13, { above: 6 });
  write(window.taking.placeOf(button), 12);
  document.body.append(paper);
  return { paper, room };
};

const linesOf = (paragraph, origin) => {
  const range = document.createRange(), node = paragraph.firstChild, lines = [];
  let at = 0;
  for (const letter of node?.data ?? '') {
    range.setStart(node, at);
    range.setEnd(node, at += letter.length);
    const box = [...range.getClientRects()].find(one => one.width);
    if (!box) continue;
    const middle = (box.top + box.bottom) / 2 - origin.top;
    if (!lines.length || middle - lines.at(-1).middle > 4) lines.push({ middle, left: box.left - origin.left, text: '' });
    lines.at(-1).text += letter;
  }
  return lines;
};

const element = (name, given, text = '') => {
  const made = document.createElementNS(SVG, name);
  Object.entries(given).forEach(([key, value]) => made.setAttribute(key, value));
  made.textContent = text;
  return made;
};

const pictured = async plot => {
  const Plotly = await library(), { given } = plot, { data, layout } = lightened(given.figure);
  const size = { width: WIDTH - 2 * EDGE, height: given.height };
  const config = { locale: given.lang === 'zh' ? 'zh-CN' : 'en' };
  const url = await Plotly.toImage({ data, layout: { ...layout, ...size }, config }, { format: 'svg', ...size });
  const { paper, room } = laidOut(plot), origin = paper.getBoundingClientRect();
  const height = Math.ceil(origin.height), root = element('svg', { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` });
  const texts = [...paper.querySelectorAll('p')];
  root.append(
    element('title', {}, texts[0].textContent),
    element('desc', {}, plot.closest('[role=figure]').getAttribute('aria-label')),
    element('rect', { width: WIDTH, height, fill: LIGHT.card }),
  );
  for (const paragraph of texts) {
    const { fontSize, fontWeight, fontFamily, color } = getComputedStyle(paragraph);
    const look = { 'font-family': fontFamily.replaceAll('"', "'"), 'font-size': fontSize, 'font-weight': fontWeight, fill: color };
    for (const { left, middle, text } of linesOf(paragraph, origin)) {
      root.append(element('text', { x: left, y: middle + parseFloat(fontSize) * 0.36, ...look }, text.trim()));
    }
  }
  const chart = new DOMParser().parseFromString(decodeURIComponent(url.slice(url.indexOf(',') + 1)), 'image/svg+xml').documentElement;
  chart.setAttribute('x', EDGE);
  chart.setAttribute('y', room.getBoundingClientRect().top - origin.top);
  root.append(chart);
  paper.remove();
  return { text: new XMLSerializer().serializeToString(root), height };
};

const dots = async ({ text, height }) => {
  const image = new Image(), canvas = document.createElement('canvas');
  await new Promise((done, failed) => {
    Object.assign(image, { onload: done, onerror: failed, src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}` });
  });
  Object.assign(canvas, { width: WIDTH * FINE, height: height * FINE });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, 'image/png'));
};

const save = (blob, name) => {
  const link = document.createElement('a');
  Object.assign(link, { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

const take = {
  svg: async plot => save(new Blob([(await pictured(plot)).text], { type: 'image/svg+xml' }), `${plot.given.name}.svg`),
  png: async plot => save(await pictured(plot).then(dots), `${plot.given.name}.png`),
  copy: async plot => {
    const png = pictured(plot).then(dots), { words } = window.taking;
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      window.taking.tell(words.copied);
    } catch {
      save(await png, `${plot.given.name}.png`);
      window.taking.tell(words['picture.saved_instead']);
    }
  },
  full: plot => turnFull(plot),
};

document.documentElement.classList.toggle('no-full', !document.fullscreenEnabled);
document.addEventListener('click', event => {
  const button = event.target.closest('[data-picture]');
  if (!button) return;
  button.closest('[popover]')?.hidePopover();
  const plot = button.closest('.box-chart').querySelector('.plot');
  Promise.resolve(take[button.dataset.picture](plot)).catch(error => {
    window.taking.tell(window.taking.words['picture.failed']);
    console.warn(error.message);
  });
});
