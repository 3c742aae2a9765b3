// Charts on paper: as wide as its column and light, whatever the window and its theme; afterwards as they were.
const ON_PAPER = 680;
let printing = false;
const drawn = () => [...document.querySelectorAll('.plot')].filter(plot => plot.settings && !plot.given.still);
const toPaper = () => {
  if (printing) return;
  printing = true;
  for (const plot of drawn()) {
    const { data, layout } = lightened(plot.given.figure);
    plot.style.height = `${plot.given.height}px`;
    window.Plotly.react(plot, data, { ...layout, width: ON_PAPER, height: plot.given.height }, plot.settings);
  }
};
const toScreen = () => {
  if (!printing) return;
  printing = false;
  drawn().forEach(plot => plot.again());
};
addEventListener('beforeprint', toPaper);
addEventListener('afterprint', toScreen);
matchMedia('print').addEventListener('change', ({ matches }) => matches ? toPaper() : toScreen());
