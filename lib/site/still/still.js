// Draws every chart of a document that answers to no mouse, in the room that its layout leaves, and says when all is drawn.
'use strict';
// Plotly names parts of a drawing at random; the same document has to give the same drawing.
(() => { let seed = 1; Math.random = () => (seed = seed * 16807 % 2147483647) / 2147483647; })();
(async () => {
  const read = id => JSON.parse(document.getElementById(id).textContent);
  const settings = read('settings'), LARGEST = 1.8, SMALLEST = 0.8;
  const places = [...document.querySelectorAll('[data-chart]')];
  const plots = read('charts').map((given, at) => {
    const plot = Object.assign(document.createElement('div'), { className: 'plot', given });
    places[at].append(plot);
    return plot;
  });

  // On a slide a chart is drawn as on its card and enlarged as a whole, so that every label keeps its place; on paper it
  // is made smaller in the same way where it and its table would not fit on a sheet.
  const size = (plot, over = 0) => {
    const room = plot.closest('[class*=st-key-plot_]'), { height } = plot.given;
    if (!room.closest('.stage')) {
      const scale = Math.min(1, 1 - over / height);
      return { width: room.clientWidth / scale, height, scale, top: 0, below: height * (scale - 1) };
    }
    const scale = Math.min(room.clientHeight / height, room.clientWidth / settings.narrowest, LARGEST);
    return { width: room.clientWidth / scale, height, scale, top: (room.clientHeight - height * scale) / 2 };
  };
  const draw = async (plot, over) => {
    const { figure, missing } = plot.given;
    if (!window.Plotly) {
      plot.setAttribute('role', 'alert');
      plot.textContent = settings.undrawn || missing; // on a slide no table stands below
      return;
    }
    const { width, height, scale, top, below = 0 } = size(plot, over);
    Object.assign(plot.style, { width: `${width}px`, height: `${height}px`, top: `${top}px`, marginBottom: `${below}px`,
      transform: scale === 1 ? '' : `scale(${scale})` });
    await Plotly.newPlot(plot, figure.data, { ...figure.layout, width, height }, settings.config);
    plot.querySelectorAll('.main-svg path').forEach(hatch);
  };

  // In a window one slide stands alone, as large as it fits.
  const fill = () => {
    const stage = document.querySelector('.filled .stage');
    if (!stage) return;
    const scale = Math.min(innerWidth / 1280, innerHeight / 720);
    const left = (innerWidth - 1280 * scale) / 2, top = (innerHeight - 720 * scale) / 2;
    stage.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
  };

  // On paper a chart whose table would not fit below it gets a denser one, with wider names where that saves lines, and on
  // wide paper one beside it; a chart that is still too high is made smaller. A table that fits in no such way goes on over
  // to the next sheet, as large as others.
  const BELOW = ['dense', 'dense named'], BESIDE = ['dense beside', 'dense beside narrow'];
  const crowd = async () => {
    const ruler = Object.assign(document.createElement('div'), { className: 'ruler' });
    document.body.append(ruler);
    const { offsetHeight: room, offsetWidth: width } = ruler, crowded = each => room && each.offsetHeight > room;
    ruler.remove();
    const opening = document.querySelector('.opening');
    opening?.classList.toggle('crowded', crowded(opening));
    const lay = (card, layout, over) => {
      card.className = `${card.usual} ${layout}`;
      return draw(card.querySelector('.plot'), over);
    };
    for (const card of [...document.querySelectorAll('.box-chart')].filter(crowded)) {
      const layouts = width < room ? BELOW : [...BELOW, ...BESIDE], most = card.querySelector('.plot').given.height * (1 - SMALLEST), over = {};
      card.usual = card.className;
      for (const layout of layouts) {
        await lay(card, layout);
        over[layout] = card.offsetHeight - room;
        if (!crowded(card)) break;
      }
      for (const layout of layouts) if (crowded(card) && over[layout] < most) await lay(card, layout, over[layout]);
      if (crowded(card)) await lay(card, 'long');
    }
  };

  await document.fonts.ready;
  await Promise.all([...document.images].map(image => image.decode()));
  for (const plot of plots) await draw(plot);
  await crowd();
  await document.fonts.ready;
  fill();
  addEventListener('resize', fill);
  document.body.dataset.ready = 'true';
})();
