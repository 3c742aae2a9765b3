// Opens the page that the address names (#/zh/outsourcing?period=…), keeps its choices there, draws what comes into view.
'use strict';
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const own = (of, name) => Object.prototype.hasOwnProperty.call(of, name);
  const one = (selector, root = document) => root.querySelector(selector);
  const read = id => document.getElementById(id)?.textContent;
  const settings = JSON.parse(read('settings'));
  // Where scripts run, one page stands at a time: all are put in stock, their tables closed.
  for (const part of all('[data-shell], [data-page]')) {
    const stock = document.createElement('template');
    Object.assign(stock.dataset, part.dataset);
    all('details.rows', part).forEach(found => { found.open = false; });
    stock.content.append(...part.childNodes);
    one('header', stock.content)?.insertAdjacentHTML('afterend', '<main id="main" tabindex="-1"></main>');
    part.replaceWith(stock);
  }
  const unpacked = {};
  const unpack = id => unpacked[id] ??= (async () => {
    const bytes = Uint8Array.from(atob(read(id)), letter => letter.charCodeAt(0));
    return JSON.parse(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text());
  })();
  const here = { lang: '', page: '', asked: new URLSearchParams() };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let printing = false, visit = 0, laid = 0;

  const fill = (key, given) => settings.said[here.lang][key].replace(/\{(\w+)\}/g, (_, name) => given[name] ?? '');
  const count = number => here.lang === 'en' ? number.toLocaleString('en-US') : String(number);
  const escaped = text => text.replace(/[&<>"]/g, letter => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]);

  // --- the address
  const address = () => {
    const [, lang, path, query] = /^#\/(\w*)\/?([\w-]*)\??(.*)$/.exec(location.hash) ?? [];
    const usual = (navigator.language || 'zh').toLowerCase().startsWith('en') ? 'en' : 'zh';
    return { lang: own(settings.said, lang) ? lang : usual, path: path || 'overview', asked: new URLSearchParams(query ?? '') };
  };
  const written = (lang, path, asked) => `#/${lang}/${path === 'overview' ? '' : path}${String(asked) ? `?${asked}` : ''}`;
  const keep = (name, value, usual, ...forgets) => {
    [name, ...forgets].forEach(gone => here.asked.delete(gone));
    if (value !== usual) here.asked.set(name, value);
    history.replaceState(null, '', written(here.lang, here.path, here.asked));
    turnLanguage();
  };
  const notices = [];
  const asked = (name, known) => {
    const value = here.asked.get(name);
    if (value === null || known.includes(value)) return value ?? known[0];
    notices.push(fill('states.unknown_value', { name, value }));
    here.asked.delete(name);
    return known[0];
  };

  // --- drawing
  const themed = () => dark.matches && !printing ? 'dark' : 'light';
  const recoloured = figure => {
    let text = JSON.stringify(figure);
    for (const [light, other] of Object.entries(settings.palette)) text = text.replaceAll(light, other);
    return JSON.parse(text);
  };
  const figureOf = (figures, key) => {
    const copied = figure => JSON.parse(JSON.stringify(figure)); // Plotly writes into what it draws
    return themed() === 'light' ? copied(figures[key]) : copied(figures[`${key}|dark`] ?? recoloured(figures[key]));
  };
  const draw = async plot => {
    const figures = await unpack(`figures-${here.lang}`);
    if (!plot.isConnected || !plot.offsetParent) return;
    paint(plot, figures);
    plot.dataset.drawn = themed();
  };
  const paint = (plot, figures) => {
    const { data, layout } = figureOf(figures, plot.dataset.figure);
    return Plotly.react(plot, data, { ...layout, template: settings.templates[themed()], autosize: true }, {
      ...settings.config, responsive: true, locale: here.lang === 'zh' ? 'zh-CN' : 'en',
      toImageButtonOptions: { format: 'png', filename: plot.dataset.chart, scale: 2 },
    });
  };
  const plots = () => all('.plot').filter(plot => plot.offsetParent);
  const inView = plot => {
    const { top, bottom } = plot.getBoundingClientRect();
    return bottom > -300 && top < innerHeight + 300;
  };
  const watch = new IntersectionObserver(seen => {
    const come = seen.filter(entry => entry.isIntersecting && !entry.target.dataset.drawn).map(entry => entry.target);
    Promise.all(come.map(draw)).then(settle);
  }, { rootMargin: '300px' });
  // A chart of the page before may be drawn while the next one is on its way.
  const isOpen = () => {
    const { lang, path } = address();
    return lang === here.lang && (own(settings.pages, path) ? path : 'overview') === here.path;
  };
  const settle = async () => {
    const now = visit;
    await document.fonts.ready;
    if (now === visit && now === laid && isOpen() && plots().filter(inView).every(plot => plot.dataset.drawn)) document.body.dataset.ready = 'true';
  };
  const drawAll = async () => {
    await Promise.all(plots().filter(plot => !plot.dataset.drawn).map(draw));
    await document.fonts.ready;
  };
  const redraw = figures => plots().filter(plot => plot.dataset.drawn).forEach(plot => paint(plot, figures));

  // --- what can be chosen on a page
  const choice = fieldset => {
    const name = fieldset.dataset.choice, known = all('input, option', fieldset).map(one => one.value);
    const show = value => {
      all('input', fieldset).forEach(input => { input.checked = input.value === value; });
      all('select', fieldset).forEach(list => { list.value = value; });
      all('[data-when]').forEach(card => { card.hidden = !card.dataset.when.split(' ').includes(value); });
      all('.plot').forEach(plot => { watch.unobserve(plot); watch.observe(plot); });
    };
    fieldset.addEventListener('change', event => { keep(name, event.target.value, known[0]); show(event.target.value); });
    show(asked(name, known));
  };
  const picks = root => Object.fromEntries(all('select, input', root).map(pick => [pick.name, pick]));
  const codes = select => [...select.options].map(option => option.value);

  const findings = async (filters, list) => {
    const found = await unpack(`findings-${here.lang}`), by = picks(filters), pager = one('[data-pages]'), pages = one('select', pager);
    const told = one('[data-told]');
    Object.values(by).forEach(pick => { pick.value = asked(pick.name, codes(pick)); });
    const show = () => {
      const fits = ([verdict, check, area]) => (by.verdict.value === 'open' ? verdict !== 'holds' : ['all', verdict].includes(by.verdict.value))
        && ['all', check].includes(by.check.value) && ['all', area].includes(by.area.value);
      const wanted = found.filter(fits), numbers = Array.from({ length: Math.ceil(wanted.length / settings.onAPage) || 1 }, (_, at) => String(at + 1));
      const page = asked('page', numbers);
      told.textContent = wanted.length ? fill('reconciliation.list.found', { count: count(wanted.length) }) : fill('reconciliation.list.none', {});
      pages.replaceChildren(...numbers.map(number => new Option(
        fill('reconciliation.filter.page_of', { page: count(Number(number)), pages: count(numbers.length) }), number)));
      pages.value = page;
      pager.hidden = numbers.length < 2;
      const first = (Number(page) - 1) * settings.onAPage;
      list.innerHTML = wanted.slice(first, first + settings.onAPage).map(line => line[3]).join('');
      dress(list);
    };
    filters.addEventListener('change', event => { keep(event.target.name, event.target.value, codes(event.target)[0], 'page'); show(); });
    pages.addEventListener('change', () => { keep('page', pages.value, '1'); show(); list.scrollIntoView(); });
    show();
  };

  const folded = text => text.normalize('NFKC').toLowerCase();
  const observations = filters => {
    const box = filters.closest('.box-table'), by = picks(filters), hay = JSON.parse(read('haystacks'));
    const clear = one('[data-clear]', box), told = one('[data-told]', box), names = Object.keys(by), rows = all('tbody tr', box);
    const lines = rows.map((row, at) => {
      const [dataset, indicator, area, partner, first, last, low, unit] = row.dataset.codes.split('|');
      return { row, dataset, indicator, area, partner, first: Number(first), last: Number(last), low: low === 'True', unit, hay: hay[at] };
    });
    const read_ = () => names.forEach(name => { by[name].value = name === 'q' ? (here.asked.get('q') ?? '').slice(0, 100) : asked(name, codes(by[name])); });
    const show = () => {
      const is = (name, ...values) => by[name].value === 'all' || values.includes(by[name].value);
      const terms = folded(by.q.value).split(/\s+/).filter(Boolean), year = Number(by.period.value);
      all('[data-of]', by.indicator).forEach(option => { option.hidden = !is('dataset', option.dataset.of) && !option.selected; });
      let found = 0, low = 0;
      for (const line of lines) {
        const fits = is('dataset', line.dataset) && is('indicator', line.indicator) && is('area', line.area, line.partner) && is('unit', line.unit)
          && (by.period.value === 'all' || (line.first <= year && line.last >= year)) && terms.every(term => line.hay.includes(term));
        line.row.hidden = !fits;
        found += fits;
        low += fits && line.low;
      }
      const everything = names.every(name => by[name].value === (name === 'q' ? '' : 'all'));
      const given = { found: count(found), all: count(lines.length), low: count(low) };
      const parts = found ? [fill(everything ? 'data.observations.count' : 'data.observations.found', given)] : [fill('data.observations.none', {})];
      if (low) parts.push(fill('data.observations.low', given));
      told.textContent = parts.join(here.lang === 'zh' ? '' : ' ');
      clear.hidden = everything;
    };
    const changed = event => {
      const { name, value } = event.target;
      keep(name, value, name === 'q' ? '' : 'all', ...(name === 'dataset' ? ['indicator'] : []));
      if (name === 'dataset') by.indicator.value = 'all';
      show();
    };
    filters.addEventListener('change', changed);
    by.q.addEventListener('input', changed);
    clear.addEventListener('click', () => { names.forEach(name => keep(name, '', '')); read_(); show(); by.q.focus(); });
    one('[data-save]', box).addEventListener('click', () => save(one('table', box), 'observations'));
    read_();
    show();
  };

  // --- a table as a file: what a spreadsheet would take for a formula stays text
  const save = (table, name) => {
    const cell = text => `"${settings.beginsFormula.includes(text[0]) ? "'" : ''}${text.replaceAll('"', '""')}"`;
    const lines = all('tr', table).filter(row => !row.hidden).map(row => [...row.cells].map(found => cell(found.textContent)).join(','));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff', lines.join('\r\n'), '\r\n'], { type: 'text/csv' }));
    link.download = `${name}_${here.lang}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  // --- the page
  const dress = root => {
    all('.box-chart', root).forEach(card => {
      const table = one('details.rows table', card);
      if (!table) return;
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'tool', textContent: fill('card.download', {}) });
      button.addEventListener('click', () => save(table, one('.plot', card).dataset.chart));
      one('.foot', card).append(button);
    });
    all('.plot', root).forEach(plot => watch.observe(plot));
  };
  const turnLanguage = () => {
    const link = one('[data-other]');
    link.href = written(link.dataset.other, here.path, here.asked);
  };
  const notice = text => `<div class="state" role="status"><span>${escaped(text)}</span></div>`;

  const open = async () => {
    const { lang, path, asked: query } = address(), page = own(settings.pages, path) ? settings.pages[path] : '', turned = lang !== here.lang, first = !here.lang;
    visit += 1;
    const now = visit;
    document.body.dataset.ready = 'false';
    notices.length = 0;
    Object.assign(here, { lang, path: page ? path : 'overview', page: page || 'overview', asked: query });
    if (turned) {
      all('body > header, body > main, body > footer, body > .skip').forEach(gone => gone.remove());
      document.body.prepend(one(`template[data-shell="${lang}"]`).content.cloneNode(true));
      document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
      one('.skip').addEventListener('click', event => { event.preventDefault(); one('main').focus(); });
    }
    const template = one(`template[data-page="${lang}/${here.page}"]`), main = one('main');
    watch.disconnect();
    all('.plot', main).forEach(plot => Plotly.purge(plot));
    main.replaceChildren(template.content.cloneNode(true));
    document.title = `${template.dataset.title} · ${settings.said[lang].title}`;
    all('[data-nav]').forEach(link => link.dataset.nav === here.page ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current'));
    if (!page) notices.push(fill('states.unknown_value', { name: 'page', value: path }));
    dress(main);
    for (const fieldset of all('[data-choice]', main)) choice(fieldset);
    for (const filters of all('[data-filters=observations]', main)) observations(filters);
    for (const filters of all('[data-filters=findings]', main)) await findings(filters, one('.st-key-grid_findings', main));
    if (now !== visit) return;
    main.insertAdjacentHTML('afterbegin', notices.map(notice).join(''));
    turnLanguage();
    if (!first) { scrollTo(0, 0); one('main').focus({ preventScroll: true }); }
    laid = now; // a list of the page may have come later than a chart of the page before
    settle();
  };

  // --- paper: light, in one column, with the table under each chart
  const opened = [];
  const toPaper = figures => {
    printing = true;
    document.documentElement.classList.add('printing');
    all('details.rows:not([open])').forEach(found => { opened.push(found); found.open = true; });
    plots().forEach(plot => { paint(plot, figures); plot.dataset.drawn = 'light'; });
  };
  const fromPaper = figures => {
    printing = false;
    document.documentElement.classList.remove('printing');
    opened.splice(0).forEach(found => { found.open = false; });
    redraw(figures);
  };
  let loaded = {};
  const preload = async () => { loaded = await unpack(`figures-${here.lang}`); };
  addEventListener('beforeprint', () => toPaper(loaded));
  addEventListener('afterprint', () => fromPaper(loaded));
  dark.addEventListener('change', () => redraw(loaded));
  addEventListener('hashchange', async () => { await open(); await preload(); });
  window.edition = { drawAll };
  open().then(preload);
})();
