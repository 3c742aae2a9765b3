// What is on the page, as a reader's eye meets it: boxes in pixels of the window, [left, top, right, bottom].
() => {
  const box = rect => [rect.left, rect.top, rect.right, rect.bottom];
  const seen = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const pen = document.createElement('canvas').getContext('2d');

  // A line's box is as high as its font allows; its ink is what can collide.
  const ink = (element, text, rect) => {
    const style = getComputedStyle(element);
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const size = pen.measureText(text);
    const font = size.fontBoundingBoxAscent + size.fontBoundingBoxDescent;
    const turned = rect.height > rect.width && text.length > 2;
    const scale = (turned ? rect.width : rect.height) / font;
    const above = (size.fontBoundingBoxAscent - size.actualBoundingBoxAscent) * scale;
    const below = (size.fontBoundingBoxDescent - size.actualBoundingBoxDescent) * scale;
    return turned
      ? [rect.left + above, rect.top, rect.right - below, rect.bottom]
      : [rect.left, rect.top + above, rect.right, rect.bottom - below];
  };

  const windowOf = element => {
    let [left, top, right, bottom] = [-Infinity, -Infinity, Infinity, Infinity];
    for (let owner = element; owner && !owner.classList.contains('main-svg'); owner = owner.parentElement) {
      const id = /url\(["']?#([^"')]+)/.exec(owner.getAttribute('clip-path') || getComputedStyle(owner).clipPath)?.[1];
      const clip = id && document.getElementById(id)?.querySelector('rect');
      if (!clip) continue;
      const toWindow = owner.getScreenCTM();
      const corner = (x, y) => new DOMPoint(x, y).matrixTransform(toWindow);
      const { x, y, width, height } = clip;
      const first = corner(x.baseVal.value, y.baseVal.value);
      const last = corner(x.baseVal.value + width.baseVal.value, y.baseVal.value + height.baseVal.value);
      [left, top] = [Math.max(left, first.x), Math.max(top, first.y)];
      [right, bottom] = [Math.min(right, last.x), Math.min(bottom, last.y)];
    }
    return [left, top, right, bottom].map(edge => Number.isFinite(edge) ? edge : Math.sign(edge) * 1e6);
  };

  const labels = plot => [...plot.querySelectorAll('.main-svg text')]
    .filter(text => !text.closest('.hoverlayer, .modebar, defs') && seen(text))
    .flatMap((text, number) => {
      const lines = [...text.querySelectorAll('tspan.line')];
      return (lines.length ? lines : [text]).map(line => ({ line, of: text, number }));
    })
    .filter(({ line }) => line.textContent.trim() && line.getBoundingClientRect().width > 0)
    .map(({ line, of, number }) => ({
      number,
      text: line.textContent,
      box: ink(line, line.textContent, line.getBoundingClientRect()),
      window: windowOf(of),
    }));

  const cards = prefix => [...document.querySelectorAll(`[class*="st-key-${prefix}"]`)]
    .filter(element => [...element.classList].some(name => name.startsWith(`st-key-${prefix}`)))
    .map(card => ({
      name: [...card.classList].find(name => name.startsWith(`st-key-${prefix}`)).slice(`st-key-${prefix}`.length),
      box: box(card.getBoundingClientRect()),
      text: card.innerText,
      value: card.querySelector('.kpi-value')?.innerText ?? '',
      faults: [...card.querySelectorAll('.state[role="alert"]')].map(element => element.innerText),
      inside: [...card.querySelectorAll('h2, h3, p, button, .kpi-value, .kpi-line')]
        .filter(element => seen(element) && !element.closest('.grid-scroll, .modebar, [data-testid="stDataFrame"]'))
        .filter(element => element.getBoundingClientRect().width > 0)
        .map(element => ({ text: element.innerText, box: box(element.getBoundingClientRect()) })),
      plots: [...card.querySelectorAll('[role="figure"]')].map(plot => ({
        alt: plot.getAttribute('aria-label') ?? '',
        box: box(plot.querySelector('.main-svg').getBoundingClientRect()),
        marks: plot.querySelectorAll('.trace .point, .trace .points path, .trace .js-line, .trace .js-fill').length,
        labels: labels(plot),
      })),
    }));

  const scrollers = [document.scrollingElement, ...document.querySelectorAll(
    '[data-testid="stApp"], [data-testid="stAppViewContainer"], [data-testid="stMain"], [data-testid="stMainBlockContainer"]')];
  const language = document.querySelector('.st-key-language a.goes');
  return {
    width: innerWidth,
    text: [document.title, document.body.innerText,
      ...[...document.querySelectorAll('.main-svg text')].filter(seen).map(text => text.textContent),
      ...[...document.querySelectorAll('[aria-label]')].map(element => element.getAttribute('aria-label'))].join('\n'),
    exceptions: [...document.querySelectorAll('[data-testid="stException"], [data-testid="stAlertContentError"]')]
      .map(element => element.innerText),
    dialogs: [...document.querySelectorAll('[role="dialog"]')].map(element => element.innerText),
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(seen)
      .map(element => [Number(element.tagName[1]), element.innerText]),
    languages: [...document.querySelectorAll('h1, h2')].filter(seen).map(element => element.closest('[lang]').lang),
    scrolling: scrollers.filter(element => element.scrollWidth > element.clientWidth + 1)
      .map(element => `${element.dataset.testid ?? element.tagName}: ${element.scrollWidth} in ${element.clientWidth} px`),
    language: language ? box(language.getBoundingClientRect()) : null,
    charts: cards('chart_'),
    kpis: cards('kpi_'),
  };
}
