// A chart stays in sight while a panel explains it. A card that takes a whole row has no room beside it: its chart makes
// room. On a phone, where panels come from below, the page moves up until the chart stands above.
const EXPLAINS = /^(method|rows)_/, WIDE = 640;
const cardUnder = panel => EXPLAINS.test(panel.id) ? panel.closest('.box-chart') : null;
const bringAbove = (panel, card) => {
  const plot = card.querySelector('.plot');
  const scroller = card.closest('st-main') ?? document.scrollingElement;
  const under = () => Math.ceil(plot.getBoundingClientRect().bottom - panel.getBoundingClientRect().top);
  if (under() > 0) scroller.scrollTop += under();
  if (under() <= 0) return;
  card.style.marginBottom = `${under()}px`; // the page ends here
  scroller.scrollTop += under();
};
document.addEventListener('beforetoggle', ({ target: panel, newState }) => {
  const card = cardUnder(panel);
  if (newState === 'open' && card) {
    card.explainedBy = panel;
    card.classList.toggle('makes-room', card.clientWidth > WIDE);
  } else if (card?.explainedBy === panel) { // and not one that opened in its stead
    card.classList.remove('makes-room');
    card.style.marginBottom = '';
  }
}, true);
document.addEventListener('toggle', ({ target: panel, newState }) => {
  const card = cardUnder(panel);
  if (newState === 'open' && card && matchMedia(`(max-width: ${WIDE}px)`).matches) bringAbove(panel, card);
}, true);
