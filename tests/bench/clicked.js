// How many milliseconds pass from a click until every chart of the page says something else?
async selector => {
  const texts = plot => [...plot.querySelectorAll('.main-svg text')].map(text => text.textContent).join();
  const said = () => [...document.querySelectorAll('.js-plotly-plot')]
    .map(plot => plot.querySelector('.main-svg .subplot') ? texts(plot) : '');
  const before = said(), start = performance.now();
  document.querySelector(selector).click();
  while (true) {
    await new Promise(done => requestAnimationFrame(done));
    const now = said();
    const turned = now.length === before.length && now.every((text, at) => text && text !== before[at]);
    if (turned) return performance.now() - start;
    if (performance.now() - start > 15000) throw new Error('not redrawn');
  }
}
