// Draws every chart of a briefing at once, in the room that its layout leaves, and says when all is drawn.
'use strict';
// Plotly names parts of a drawing at random; the same briefing has to give the same drawing.
(() => { let seed = 1; Math.random = () => (seed = seed * 16807 % 2147483647) / 2147483647; })();
(async () => {
  const read = id => JSON.parse(document.getElementById(id).textContent);
  const settings = read('settings'), figures = read('figures'), LARGEST = 1.8, SMALLEST = 0.8;

  // On a slide a chart is drawn as on its card and enlarged as a whole, so that every label keeps its place; on paper it
  // is made smaller in the same way where it and its table would not fit on a sheet.
  const size = (plot, over = 0) => {
    const room = plot.parentElement, height = Number(plot.dataset.height);
    if (!room.closest('.stage')) {
      const scale = Math.min(1, 1 - over / height);
      return { width: room.clientWidth / scale, height, scale, top: 0, below: height * (scale - 1) };
    }
    const scale = Math.min(room.clientHeight / height, room.clientWidth / settings.narrowest, LARGEST);
    return { width: room.clientWidth / scale, height, scale, top: (room.clientHeight - height * scale) / 2 };
  };
  const draw = async (plot, over) => {
    const { data, layout } = figures[plot.dataset.figure], { width, height, scale, top, below = 0 } = size(plot, over);
    Object.assign(plot.style, { width: `${width}px`, height: `${height}px`, top: `${top}px`, marginBottom: `${below}px`,
      transform: scale === 1 ? '' : `scale(${scale})` });
    await Plotly.newPlot(plot, data, { ...layout, template: settings.template, width, height }, settings.config);
    plot.querySelectorAll('.main-svg path').forEach(hatch);
  };

  // On paper a chart whose table would not fit below it gets a denser one, with wider names where that saves lines, and on
  // wide paper one beside it; a chart that is still too high is made smaller. A table that fits in no such way goes on over
  // to the next sheet, as large as others.
  const BELOW = ['dense', 'dense named'], BESIDE = ['dense beside', 'dense beside narrow'];
  const crowd = async () => {
    const ruler = Object.assign(document.createElement('div'), { className: 'ruler' });
    document.body.append(ruler);
    const { offsetHeight: room, offsetWidth: width } = ruler, crowded = each => each.offsetHeight > room;
    ruler.remove();
    const opening = document.querySelector('.opening');
    opening?.classList.toggle('crowded', crowded(opening));
    const lay = (sheet, layout, over) => {
      sheet.className = `sheet ${layout}`;
      return draw(sheet.querySelector('.plot'), over);
    };
    for (const sheet of [...document.querySelectorAll('.sheet')].filter(crowded)) {
      const layouts = width < room ? BELOW : [...BELOW, ...BESIDE], most = sheet.querySelector('.plot').dataset.height * (1 - SMALLEST), over = {};
      for (const layout of layouts) {
        await lay(sheet, layout);
        over[layout] = sheet.offsetHeight - room;
        if (!crowded(sheet)) break;
      }
      for (const layout of layouts) if (crowded(sheet) && over[layout] < most) await lay(sheet, layout, over[layout]);
      if (crowded(sheet)) await lay(sheet, 'long');
    }
  };

  await document.fonts.ready;
  await Promise.all([...document.images].map(image => image.decode()));
  for (const plot of document.querySelectorAll('.plot')) await draw(plot);
  await crowd();
  await document.fonts.ready;
  document.body.dataset.ready = 'true';
})();
