// Draws a filling by pattern as lines. A PDF would hold it as a picture of few dots, and not every program draws it.
'use strict';
window.hatch = (path, number) => {
  const element = (name, given) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(given).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };
  const pattern = document.getElementById(/url\("?#([^")]+)/.exec(getComputedStyle(path).fill)?.[1]);
  if (!pattern) return;
  const scale = pattern.patternTransform.baseVal.consolidate()?.matrix.a ?? 1, step = parseFloat(pattern.getAttribute('width')) * scale;
  const line = pattern.querySelector('path'), ground = pattern.querySelector('rect');
  const { x, y, width, height } = path.getBBox(), first = Math.floor((x + y) / step) * step, lines = [];
  for (let sum = first; sum < x + y + width + height; sum += step) lines.push(`M${sum - y},${y}L${sum - y - height},${y + height}`);
  const clip = element('clipPath', { id: `${pattern.id}-${number}` });
  clip.append(element('path', { d: path.getAttribute('d') }));
  const drawn = element('path', { d: lines.join(''), fill: 'none', 'clip-path': `url(#${clip.id})` });
  const { stroke, strokeWidth } = getComputedStyle(line), of = path.getAttribute('transform');
  Object.assign(drawn.style, { stroke, strokeWidth: `${parseFloat(strokeWidth) * scale}px`, opacity: getComputedStyle(path).opacity });
  if (of) drawn.setAttribute('transform', of);
  path.style.fill = ground ? getComputedStyle(ground).fill : 'none';
  path.after(clip, drawn);
};
