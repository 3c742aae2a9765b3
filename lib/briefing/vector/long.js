({ head, end, most }) => {
  // Makes the page that is shown one to read on a phone, without menus, and says where it can be cut: between blocks.
  const main = document.querySelector('main');
  main.insertAdjacentHTML('afterbegin', head);
  main.insertAdjacentHTML('beforeend', `<section class="box st-key-table_end long-end">${end}</section>`);
  const boxes = selector => [...main.querySelectorAll(selector)].filter(one => one.checkVisibility())
    .map(one => one.getBoundingClientRect()).map(box => ({ top: box.top + scrollY, bottom: box.bottom + scrollY }));
  const cards = boxes('.box, main > *'), whole = boxes('h1, h2, h3, p, li, tr, .plot, .box-kpi');
  const last = Math.ceil(main.getBoundingClientRect().bottom + scrollY), cuts = [0];
  const best = (blocks, start) => Math.max(...blocks.map(box => Math.floor(box.top) - 6)
    .filter(y => y > start + most / 3 && y <= start + most && !whole.some(box => box.top + 1 < y && box.bottom - 1 > y)));
  while (last - cuts.at(-1) > most) {
    const start = cuts.at(-1), cut = [best(cards, start), best(whole, start), start + most].find(Number.isFinite);
    cuts.push(cut);
  }
  return [...cuts, last];
}
