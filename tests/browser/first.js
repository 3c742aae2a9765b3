// Where everything with a name stands on the page, in pixels from its top, rounded: {name: [left, top, width, height]}.
// What is beside the options of a choice is nobody's: of a choice no width.
() => {
  const main = document.querySelector('[data-testid=stMain]');
  const scrolled = (main?.scrollTop ?? 0) + document.scrollingElement.scrollTop;
  const places = {};
  for (const element of document.querySelectorAll('#first [class*=st-key-], body:not(:has(#first)) #root [class*=st-key-]')) {
    const name = [...element.classList].find(one => one.startsWith('st-key-'));
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width && height && !element.closest('[popover]') && !/st-key-(?:csv|sheet)_/.test(name)) {
      places[name] = [left, top + scrolled, name.startsWith('st-key-pick_') ? 0 : width, height].map(Math.round);
    }
  }
  return places;
}
