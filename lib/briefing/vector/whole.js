// The whole of what the browser laid out, in the order in which it paints it.
const walk = (node, room) => {
  if (node.nodeType === Node.TEXT_NODE) return written(node, room);
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const style = getComputedStyle(node), rect = node.getBoundingClientRect();
  if (isHidden(style) || (rect.width && !meets(placed(rect), room))) return [];
  if (node.localName === 'svg') return drawing(node);
  const edge = cut(node, style), inner = edge ?? room;
  const inside = node.matches('select, input') ? chosen(node, style) : [...node.childNodes].flatMap(child => walk(child, inner));
  const kept = edge && inside.length
    ? [element('g', { 'clip-path': clip(node, () => strip(edge.left, edge.top, edge.right, edge.bottom, {}, { rx: edge.radius })) }, ...inside)] : inside;
  const parts = [...boxes(node, style), ...numbered(node, style, inside), ...kept];
  return node.dataset.chart && parts.length ? [element('g', { id: node.dataset.chart }, ...parts)] : parts;
};

const DC = 'http://purl.org/dc/elements/1.1/';
const told = () => {
  const metadata = element('metadata');
  for (const [name, text] of Object.entries(about)) {
    const made = document.createElementNS(DC, `dc:${name}`);
    made.textContent = text;
    metadata.append(made);
  }
  const charts = [...root.querySelectorAll('[role=figure]')].map(plot => plot.getAttribute('aria-label'));
  return [element('title', {}, about.title), element('desc', {}, charts.join('\n')), metadata];
};

root.querySelectorAll('.main-svg path').forEach(hatch);
const [width, height] = [origin.width, origin.height].map(Math.ceil);
const parts = walk(root, { left: 0, top: 0, right: width, bottom: height });
const svg = element('svg', {
  width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'font-family': families(BODY.fontFamily),
  style: 'font-variant-numeric: tabular-nums; text-spacing-trim: space-all',
}, ...told(), definitions, strip(0, 0, width, height, { fill: '#ffffff' }), ...parts);
svg.setAttributeNS('http://www.w3.org/2000/xmlns/', 'xmlns:dc', DC);
svg.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:lang', about.language);
return new XMLSerializer().serializeToString(svg);
