// Draws every chart of a briefing at once, in the room that its layout leaves, and says when all is drawn.
'use strict';
// Plotly names parts of a drawing at random; the same briefing has to give the same drawing.
(() => { let seed = 1; Math.random = () => (seed = seed * 16807 % 2147483647) / 2147483647; })();
(async () => {
  const read = id => JSON.parse(document.getElementById(id).textContent);
  const settings = read('settings'), figures = read('figures'), LARGEST = 1.8;

  // On a slide a chart is drawn as on its card and enlarged as a whole, so that every label keeps its place.
  const size = plot => {
    const room = plot.parentElement, height = Number(plot.dataset.height);
    if (!room.closest('.stage')) return { width: room.clientWidth, height, scale: 1, top: 0 };
    const scale = Math.min(room.clientHeight / height, room.clientWidth / settings.narrowest, LARGEST);
    return { width: room.clientWidth / scale, height, scale, top: (room.clientHeight - height * scale) / 2 };
  };
  const draw = async plot => {
    const { data, layout } = figures[plot.dataset.figure], { width, height, scale, top } = size(plot);
    Object.assign(plot.style, { width: `${width}px`, height: `${height}px`, top: `${top}px`, transform: scale === 1 ? '' : `scale(${scale})` });
    await Plotly.newPlot(plot, data, { ...layout, template: settings.template, width, height }, settings.config);
    plot.querySelectorAll('.main-svg path').forEach(hatch);
  };

  const element = (name, given = {}, text = '') => {
    const made = document.createElementNS(SVG, name);
    Object.entries(given).forEach(([key, value]) => made.setAttribute(key, value));
    if (text) made.textContent = text;
    return made;
  };

  // A filling by pattern becomes a picture of few dots in a PDF; lines stay lines.
  const SVG = 'http://www.w3.org/2000/svg';
  const hatch = (path, number) => {
    const pattern = document.getElementById(/url\("?#([^")]+)/.exec(getComputedStyle(path).fill)?.[1]);
    if (!pattern) return;
    const scale = pattern.patternTransform.baseVal.consolidate()?.matrix.a ?? 1, step = parseFloat(pattern.getAttribute('width')) * scale;
    const line = pattern.querySelector('path'), ground = pattern.querySelector('rect');
    const { x, y, width, height } = path.getBBox(), first = Math.floor((x + y) / step) * step, lines = [];
    for (let sum = first; sum < x + y + width + height; sum += step) lines.push(`M${sum - y},${y}L${sum - y - height},${y + height}`);
    const clip = element('clipPath', { id: `${pattern.id}-${number}` });
    clip.append(element('path', { d: path.getAttribute('d') }));
    const drawn = element('path', { d: lines.join(''), fill: 'none', 'clip-path': `url(#${clip.id})` });
    const { stroke, strokeWidth } = getComputedStyle(line), of = path.getAttribute('transform');
    Object.assign(drawn.style, { stroke, strokeWidth: `${parseFloat(strokeWidth) * scale}px`, opacity: getComputedStyle(path).opacity });
    if (of) drawn.setAttribute('transform', of);
    path.style.fill = ground ? getComputedStyle(ground).fill : 'none';
    path.after(clip, drawn);
  };

  // --- a slide as one drawing in which text stays text
  const FONT = getComputedStyle(document.body).fontFamily, WIDTH = 1280, EDGE = 40;
  const pen = document.createElement('canvas').getContext('2d');
  const wrapped = (text, font, room) => {
    pen.font = font;
    const pieces = text.match(/[\u2e80-\u9fff\uff00-\uffef][、。，；：？！）》”]*|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? [];
    return pieces.reduce((lines, piece) => {
      const last = lines.at(-1);
      if (last && pen.measureText((last + piece).trimEnd()).width > room) lines.push(piece.trimStart());
      else lines[lines.length - 1] = last + piece;
      return lines;
    }, ['']).map(line => line.trimEnd());
  };
  const vector = async (name, about) => {
    const stage = document.querySelector(`.stage[data-chart="${name}"]`), plot = stage.querySelector('.plot');
    const width = parseFloat(plot.style.width), height = parseFloat(plot.style.height), scale = (WIDTH - 2 * EDGE) / width;
    const url = await Plotly.toImage(plot, { format: 'svg', width, height });
    const chart = new DOMParser().parseFromString(decodeURIComponent(url.slice(url.indexOf(',') + 1)), 'image/svg+xml').documentElement;
    const whole = element('svg', { 'font-family': FONT, role: 'img' }), parts = [];
    let top = 24;
    const write = piece => {
      const style = getComputedStyle(piece), px = parseFloat(style.fontSize), line = px * 1.45;
      for (const text of wrapped(piece.textContent, `${style.fontWeight} ${px}px ${FONT}`, WIDTH - 2 * EDGE)) {
        parts.push(element('text', { x: EDGE, y: (top + px).toFixed(1), 'font-size': px, 'font-weight': style.fontWeight, fill: style.color }, text));
        top += line;
      }
    };
    stage.querySelectorAll(':scope > .lead, :scope > .card-sub').forEach(write);
    top += 8;
    Object.entries({ x: EDGE, y: top.toFixed(1), width: WIDTH - 2 * EDGE, height: (height * scale).toFixed(1), viewBox: `0 0 ${width} ${height}` })
      .forEach(([key, value]) => chart.setAttribute(key, value));
    parts.push(chart);
    top += height * scale + 8;
    stage.querySelectorAll(':scope > .card-note, .foot > p').forEach(write);
    top += 20;
    const metadata = element('metadata');
    Object.entries(about).forEach(([key, value]) => {
      const made = document.createElementNS('http://purl.org/dc/elements/1.1/', `dc:${key}`);
      made.textContent = value;
      metadata.append(made);
    });
    Object.entries({ width: WIDTH, height: Math.ceil(top), viewBox: `0 0 ${WIDTH} ${Math.ceil(top)}` }).forEach(([key, value]) => whole.setAttribute(key, value));
    whole.append(element('title', {}, about.title), element('desc', {}, plot.getAttribute('aria-label')), metadata,
      element('rect', { width: '100%', height: '100%', fill: '#ffffff' }), ...parts);
    return new XMLSerializer().serializeToString(whole);
  };

  // On paper a chart whose table would not fit below it gets a denser one, and on wide paper one beside it.
  const crowd = async () => {
    const ruler = Object.assign(document.createElement('div'), { className: 'ruler' });
    document.body.append(ruler);
    const { offsetHeight: room, offsetWidth: width } = ruler, crowded = () => [...document.querySelectorAll('.sheet')].filter(sheet => sheet.offsetHeight > room);
    ruler.remove();
    crowded().forEach(sheet => sheet.classList.add('dense'));
    if (width < room) return;
    for (const sheet of crowded()) {
      sheet.classList.add('beside');
      await draw(sheet.querySelector('.plot'));
    }
  };

  window.stages = { vector };
  await document.fonts.ready;
  for (const plot of document.querySelectorAll('.plot')) await draw(plot);
  await crowd();
  await document.fonts.ready;
  document.body.dataset.ready = 'true';
})();
