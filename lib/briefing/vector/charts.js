// Charts as they were drawn, without what nobody sees: places to point at, empty groups, names for scripts and styles.
const GEOMETRY = { path: ['d'], rect: ['x', 'y', 'width', 'height', 'rx', 'ry'] };
const PLAIN = {
  'stroke-miterlimit': '4', 'stroke-linejoin': 'miter', 'stroke-linecap': 'butt', 'stroke-dasharray': 'none', 'shape-rendering': 'auto',
};
const shaped = (node, look) =>
  element(node.localName, { ...Object.fromEntries(GEOMETRY[node.localName].map(name => [name, node.getAttribute(name)])), ...look });
const clipped = node => {
  const id = /url\("?#([^")]+)/.exec(node.getAttribute('clip-path'))?.[1];
  return id && clip(id, () => shaped(document.getElementById(id).firstElementChild));
};

// Each run of a line that looks alike is a text of its own.
const lettered = (text, here) => {
  const rows = [...text.querySelectorAll(':scope > tspan.line')];
  return (rows.length ? rows : [text]).flatMap(row => {
    const found = document.createTreeWalker(row, NodeFilter.SHOW_TEXT), made = [], whole = row.textContent;
    let at = 0;
    while (found.nextNode()) {
      const { data, parentElement } = found.currentNode, style = getComputedStyle(parentElement);
      if (!data) continue;
      const { y } = row.getStartPositionOfChar(at);
      const letters = [...data].map(letter => {
        const { x } = row.getStartPositionOfChar(at), width = row.getSubStringLength(at, letter.length);
        at += letter.length;
        return { letter, x, width };
      });
      const look = { ...here, ...type(style, paint('fill', style.fill, style.fillOpacity)) };
      made.push(...texts(pieces(letters, style), y, data === whole && style.textAnchor, look));
    }
    return made;
  });
};

// How far a group lets through what is under it is said of its parts: LibreOffice counts that of a group twice.
const copied = (node, through = 1) => {
  const style = getComputedStyle(node), name = node.localName, moved = node.getAttribute('transform');
  if (isHidden(style)) return [];
  const place = { transform: moved !== 'translate(0,0)' && moved, 'clip-path': clipped(node) }, left = through * style.opacity;
  if (name === 'g') {
    const inside = [...node.children].flatMap(child => copied(child, left));
    return inside.length && Object.values(place).some(Boolean) ? [element('g', place, ...inside)] : inside;
  }
  const here = { ...place, opacity: left < 1 && left };
  if (name === 'text') return lettered(node, here);
  if (!GEOMETRY[name] || (name === 'path' && !node.getAttribute('d'))) return [];
  const width = parseFloat(style.strokeWidth), fill = paint('fill', style.fill, style.fillOpacity);
  const { stroke, ...opacity } = width ? paint('stroke', style.stroke, style.strokeOpacity) : { stroke: 'none' };
  if (stroke === 'none') return fill.fill === 'none' ? [] : [shaped(node, { ...here, ...fill })];
  const drawn = Object.keys(PLAIN).map(key => [key, style.getPropertyValue(key).replaceAll('px', '')]).filter(([key, value]) => value !== PLAIN[key]);
  return [shaped(node, { ...here, ...fill, stroke, ...opacity, 'stroke-width': width, ...Object.fromEntries(drawn) })];
};

const drawing = svg => {
  const { left, top, right } = placed(svg.getBoundingClientRect()), scale = (right - left) / svg.width.baseVal.value;
  const inside = [...svg.children].flatMap(child => copied(child)), zoom = Math.abs(scale - 1) < 1e-4 ? '' : ` scale(${+scale.toFixed(4)})`;
  return inside.length ? [element('g', { transform: `translate(${+left.toFixed(2)},${+top.toFixed(2)})${zoom}` }, ...inside)] : [];
};
