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

  await document.fonts.ready;
  for (const plot of document.querySelectorAll('.plot')) await draw(plot);
  await crowd();
  await document.fonts.ready;
  document.body.dataset.ready = 'true';
})();
