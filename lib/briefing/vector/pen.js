// What all parts of an SVG are made with. Only shapes and words, which every program draws: no foreignObject, style
// sheet, pattern or nested svg.
const element = (name, given = {}, ...inside) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(given)) {
    if (value || value === 0) made.setAttribute(key, typeof value === 'number' ? +value.toFixed(2) : value);
  }
  made.append(...inside);
  return made;
};

const origin = root.getBoundingClientRect();
const placed = ({ left, top, right, bottom }) =>
  ({ left: left - origin.left, top: top - origin.top, right: right - origin.left, bottom: bottom - origin.top });
const meets = (box, room) => box.right > room.left && box.left < room.right && box.bottom > room.top && box.top < room.bottom;

// A colour as every program reads it.
const paint = (name, colour, opacity = 1) => {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0], seen = alpha * opacity;
  if (!seen) return { [name]: 'none' };
  const hex = [red, green, blue].map(part => part.toString(16).padStart(2, '0')).join('');
  return { [name]: `#${hex}`, [`${name}-opacity`]: seen < 1 && seen };
};
const isHidden = style => style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0';

// Names are counted: Plotly's are drawn at random, and the same page has to give the same bytes.
const definitions = element('defs'), clips = new Map();
const clip = (key, shape) => {
  if (!clips.has(key)) {
    clips.set(key, `url(#clip${clips.size + 1})`);
    definitions.append(element('clipPath', { id: `clip${clips.size}` }, shape()));
  }
  return clips.get(key);
};
