// Draws the one chart of a page for a frame: as wide as the frame, and as high as it leaves room.
'use strict';
(() => {
  const read = id => JSON.parse(document.getElementById(id).textContent);
  const given = read('chart'), config = read('config');
  const plot = document.querySelector('.plot'), room = plot.parentElement;
  let drawn = 0;
  const draw = async () => {
    const width = room.clientWidth;
    plot.style.height = '0';
    const height = Math.max(given.height, room.clientHeight);
    plot.style.height = `${height}px`;
    drawn = width;
    await Plotly.react(plot, given.figure.data, { ...given.figure.layout, width, height }, config);
    document.body.dataset.ready = 'true';
  };
  const failed = () => { plot.textContent = given.missing; };
  if (!window.Plotly) return failed();
  new ResizeObserver(() => { if (room.clientWidth !== drawn) draw().catch(failed); }).observe(room);
})();
