// The first view of a page: draws its charts, and gives place to the open page once all of that stands, in one step and
// with what the reader has done meanwhile: where they read, what they opened, where they are.
(() => {
  const first = document.getElementById('first'), root = document.getElementById('root');
  const offline = document.getElementById('offline');
  const { begin, darkened } = window.siteCharts;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const plots = new Map(), waiting = new Map();
  let stands = true;

  for (const { dark: id, in_dark: figure, ...given } of JSON.parse(document.getElementById('first_charts').textContent)) {
    if (dark) Object.assign(given, { id, figure: figure ?? darkened(given.figure) });
    const plot = begin();
    plot.given = given;
    plot.style.height = `${given.height}px`;
    plots.set(given.id, plot);
    first.querySelector(`[data-chart="${given.name}"]`).append(plot);
  }
  first.addEventListener('click', event => event.target.closest('.shut')?.closest('[popover]').hidePopover());

  // Where is an element of the first view found again? By its box and its place among those of its kind in it.
  const KINDS = { pick: '[role=radio], input, button' };
  const boxOf = element => element.closest('[class*=st-key-]');
  const nameOf = box => [...box.classList].find(name => name.startsWith('st-key-'));
  const kindOf = (element, name) => name.startsWith('st-key-pick_') ? KINDS.pick : element.localName;
  const among = (box, kind) => [...box.querySelectorAll(kind)];
  const placeOf = element => {
    const box = boxOf(element), name = box && nameOf(box);
    return name && { name, kind: kindOf(element, name), place: among(box, element.localName).indexOf(element) };
  };
  const found = ({ name, kind, place }) => {
    const all = among(root.querySelector(`.${CSS.escape(name)}`) ?? root, kind);
    return all[place] ?? all[0];
  };

  const inner = box => {
    const { paddingTop, paddingBottom } = getComputedStyle(box);
    return box.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
  };
  const kept = () => {
    const active = first.contains(document.activeElement) ? document.activeElement : null;
    const panel = first.querySelector(':popover-open');
    return {
      top: document.scrollingElement.scrollTop,
      header: first.querySelector('.st-key-header').scrollLeft,
      focus: active && placeOf(active),
      typed: among(first, 'input').filter(one => one.value !== one.defaultValue && one.type !== 'radio')
        .map(one => [placeOf(one), one.value]),
      across: among(first, '.grid-scroll').map(one => one.scrollLeft),
      chosen: active?.type === 'search' && [active.selectionStart, active.selectionEnd],
      panel: panel?.id,
      read: panel?.scrollTop,
      unfolded: among(first, 'details').map(one => one.open),
      high: among(first, '.box-table').map(inner),
    };
  };
  // As if the reader typed it there: what Streamlit's own fields hold is React's.
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  const type = (field, text) => {
    if (!field) return;
    set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const restore = was => {
    // Tables above the reader's place, which nothing has laid out anew, keep their heights.
    among(root, '.box-table').forEach((one, place) => { one.style.containIntrinsicHeight = `auto ${was.high[place]}px`; });
    root.querySelector('st-main').scrollTop = was.top;
    root.querySelector('.st-key-header').scrollLeft = was.header;
    among(root, 'details').forEach((one, place) => { one.open = was.unfolded[place] ?? one.open; });
    for (const [place, text] of was.typed) if (place) type(found(place), text);
    const panel = was.panel && document.getElementById(was.panel);
    if (panel) {
      panel.showPopover({ source: document.querySelector(`[popovertarget="${CSS.escape(was.panel)}"]`) });
      panel.scrollTop = was.read;
    }
    among(root, '.grid-scroll').forEach((one, place) => { one.scrollLeft = was.across[place] ?? 0; });
    const focus = was.focus && found(was.focus);
    if (!focus) return;
    focus.focus({ preventScroll: true });
    if (was.chosen) focus.setSelectionRange(...was.chosen);
  };

  // A choice among many that is open in the first view is left to its reader.
  const whole = () => root.querySelector('st-app')?.getAttribute('st-script-state') === 'st-at-rest'
    && root.querySelector('.foot-page') && !root.querySelector('st-skeleton')
    && among(root, '.sheet').length >= among(first, '.sheet').length
    && among(root, 'st-component').every(one => one.querySelector('.sheet'))
    && among(root, '.plot').every(plot => plot.drawnWidth || plot.broken || !plot.clientWidth)
    && !first.querySelector('.picks:popover-open');
  const give = () => {
    const was = kept();
    stands = false;
    watch.disconnect();
    for (const [sheet, lay] of waiting) if (sheet.isConnected) lay();
    first.remove();
    document.getElementById('first_charts').remove();
    for (const plot of plots.values()) plot.end();
    restore(was);
    told('');
    new MutationObserver(connected).observe(root, { subtree: true, attributeFilter: ['st-connection-state'] });
  };
  let asked = false;
  const look = () => {
    if (asked || !stands) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (stands && whole()) give();
    });
  };
  const watch = new MutationObserver(look);
  watch.observe(root, { childList: true, subtree: true, attributeFilter: ['st-script-state'] });
  first.addEventListener('toggle', look, true);

  // Each style that Streamlit adds has the browser look through all that it lays out: what is far from the reader's place
  // is not, and keeps its height.
  const rest = () => {
    const seen = one => {
      const { top, bottom } = one.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    };
    const all = among(first, '.box-table, .box-chart > .said').filter(one => !seen(one));
    for (const [one, high] of all.map(one => [one, inner(one)])) {
      one.style.containIntrinsicHeight = `auto ${high}px`;
      one.classList.add('far');
    }
  };
  // Streamlit comes once the first view is painted and its charts stand: the two would share the line and the processor.
  // Each of its parts runs as it comes, between them whatever a reader does, and not all of them at one go. Its icons come
  // with the first that is shown: it would ask for them on every page, 375 KB, and the browser lay out the whole page anew.
  const failed = error => console.warn(error.message);
  const start = async () => {
    rest();
    document.fonts.load = async () => [];
    const { content } = document.getElementById('streamlit'), parts = among(content, 'link');
    document.head.append(...parts);
    // Streamlit itself asks again for a part that did not come.
    for (const part of parts) if (part.rel === 'modulepreload') await import(part.href).catch(failed);
    document.head.append(content);
  };
  const within = (ms, work) => Promise.race([work, new Promise(done => {
    setTimeout(done, document.hidden ? 0 : ms); // nothing is painted where nobody looks
  })]);
  const painted = new Promise(done => { new PerformanceObserver(done).observe({ type: 'paint', buffered: true }); });
  const charted = () => Promise.all([...plots.values()].filter(plot => plot.clientWidth).map(plot => plot.stands));
  within(1000, painted).then(() => within(3000, charted())).then(start).catch(failed);

  window.firstView = {
    sheet(sheet, charts, lay) {
      // What the first view does not show is drawn beforehand, under it.
      if (!stands || (charts.length && !charts.some(({ id }) => plots.has(id)))) return lay();
      waiting.set(sheet, lay);
      look();
    },
    taken({ id }) {
      const plot = plots.get(id);
      plots.delete(id);
      return plot;
    },
  };

  // Streamlit's own dialogs on its connection speak English, and would hold the page: they are closed as they come.
  new MutationObserver(() => document.querySelector('st-dialog [aria-label=Close]')?.click())
    .observe(document.body, { childList: true });

  // What does not work without a connection, and that it was lost: in a line at the foot, which hides nothing for long.
  const told = text => {
    offline.textContent = text;
    offline.hidden = !text;
    document.body.classList.toggle('cut-off', !!text);
  };
  setTimeout(() => { if (stands) told(offline.dataset.said); }, 8000);
  // A server that was started anew knows nothing of the page: it is asked for it again, before a choice that it would
  // not know is made.
  let lost, away = false;
  const connected = () => {
    clearTimeout(lost);
    const app = root.querySelector('st-app');
    if (!app) return told('');
    if (app.getAttribute('st-connection-state') === 'st-connected') {
      if (away) dispatchEvent(new PopStateEvent('popstate'));
      away = false;
      return told('');
    }
    away = true;
    lost = setTimeout(() => told(window.taking.words.lost), 3000);
  };
})();
