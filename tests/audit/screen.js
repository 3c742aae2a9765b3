// Everything on the page that can hold a number, each with the container that it stands in (its key), what it is,
// and where: texts block by block, attributes that are read aloud, texts and ticks of charts, what marks say when
// pointed at, cells of the grid. Panels are opened one after the other and read like the rest.
async () => {
  const INLINE = new Set(['A', 'B', 'STRONG', 'I', 'EM', 'SMALL', 'SPAN', 'SUP', 'SUB', 'BR']);
  const SPOKEN = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt', 'placeholder', 'data-source']; // aloud, or copied
  const found = [];
  // What stands around a part of a page has no box of its own.
  const holds = element => getComputedStyle(element).display === 'contents' && element.querySelector('.sheet');
  const seen = element => holds(element) || element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const tick = /^[xy]\d*tick$/;

  const keyOf = (element, otherwise) => {
    for (let owner = element; owner; owner = owner.parentElement) {
      if (owner.hasAttribute('popover')) return owner.id;
      const key = [...owner.classList].find(name => /^st-key-(?!sheet_)/.test(name)); // a sheet lays out, and names nothing
      if (key) return key.slice('st-key-'.length);
    }
    return otherwise;
  };
  const whereIs = element => {
    const name = element.getAttribute('data-testid') ?? [...element.classList].find(cls => !cls.startsWith('st-emotion'));
    return element.tagName.toLowerCase() + (name ? `.${name}` : '');
  };
  const add = (element, kind, said, otherwise) => {
    const text = said.replaceAll(location.origin, '');  // where the server of this test happens to stand
    if (/\d/.test(text)) found.push({ scope: keyOf(element, otherwise), kind, where: whereIs(element), text });
  };

  const chart = (plot, otherwise) => {
    const axes = plot._fullLayout;
    for (const text of plot.querySelectorAll('.main-svg text')) {
      if (text.closest('.hoverlayer, .modebar, defs') || !seen(text)) continue;
      const of = [...(text.closest('[class*="tick"]')?.classList ?? [])].find(name => tick.test(name));
      const axis = of && axes[of.replace(/^([xy])(\d*)tick$/, '$1axis$2')];
      const value = axis?._vals?.find(entry => entry.text === (text.dataset.unformatted ?? text.textContent));
      if (axis && axis.type !== 'category' && !axis.ticktext) {
        found.push({ scope: keyOf(plot, otherwise), kind: 'tick', where: of, text: text.textContent,
          value: value?.x ?? null, range: [...axis.range], axis: axis.type, chosen: axis.tickmode === 'array',
          before: axis.tickprefix, behind: axis.ticksuffix });
      } else {
        add(plot, 'label', text.textContent, otherwise);
      }
    }
    plot.data.forEach((trace, index) => {
      const texts = trace.hovertext === undefined ? [] : [trace.hovertext].flat();
      for (const text of texts) add(plot, `hover ${index}`, String(text), otherwise);
      if (trace.hovertemplate) found.push({ scope: keyOf(plot, otherwise), kind: 'template', where: 'trace', text: trace.hovertemplate });
    });
  };

  const walk = (element, otherwise) => {
    if (['STYLE', 'SCRIPT', 'NOSCRIPT'].includes(element.tagName) || element.hidden) return '';
    if (element.matches('code.markup')) return '';  // a line to copy: it has the codes of an address, and no figure
    if (element.classList.contains('js-plotly-plot')) {
      chart(element, otherwise);
      return '';
    }
    if (element.tagName === 'svg' || element.namespaceURI === 'http://www.w3.org/2000/svg') return '';
    if (element.tagName === 'CANVAS') {
      for (const cell of element.querySelectorAll('[role="gridcell"], [role="columnheader"]'))
        add(element, 'cell', cell.textContent, otherwise);
      return '';
    }
    for (const name of SPOKEN) {
      const text = element.getAttribute(name);
      if (text) add(element, element.matches('[role="figure"]') && name === 'aria-label' ? 'alt' : name, text, otherwise);
    }
    if (element.tagName === 'INPUT' && element.value) add(element, 'value', element.value, otherwise);
    let own = '';
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) own += child.textContent;
      else if (child.nodeType === Node.ELEMENT_NODE && seen(child)) {
        const text = walk(child, otherwise);
        if (INLINE.has(child.tagName)) own += text;
      }
    }
    if (INLINE.has(element.tagName)) return own;
    add(element, 'text', own, otherwise);
    return '';
  };

  const until = (done, what) => new Promise((resolve, reject) => {
    const end = performance.now() + 20000;
    const look = () => {
      const result = done();
      if (result) resolve(result);
      else if (performance.now() > end) reject(new Error(`waited in vain for ${what}`));
      else setTimeout(look, 15);
    };
    look();
  });

  if (/\d/.test(document.title)) found.push({ scope: '', kind: 'title', where: 'title', text: document.title });
  walk(document.body, '');
  let panels = 0;
  for (const panel of document.querySelectorAll('[popover]')) {
    if (!seen(document.querySelector(`[popovertarget="${panel.id}"]`))) continue;
    panel.showPopover();
    await until(() => panel.innerText.trim() && seen(panel), `the text in ${panel.id}`);
    walk(panel, '');
    panel.hidePopover();
    panels += 1;
  }
  return { found, panels, plots: document.querySelectorAll('.js-plotly-plot').length };
}
