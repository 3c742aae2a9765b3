// Grounds, frames and rules of boxes as rectangles, on whole pixels as the browser paints them.
const SIDES = ['Top', 'Right', 'Bottom', 'Left'];
const strip = (left, top, right, bottom, look, more = {}) => element('rect', { x: left, y: top, width: right - left, height: bottom - top, ...look, ...more });
const edges = style => SIDES.map(side => {
  const line = style[`border${side}Style`];
  return { width: line === 'none' ? 0 : parseFloat(style[`border${side}Width`]), line, ...paint('fill', style[`border${side}Color`]) };
});

const boxes = (node, style) => {
  const [up, beside, down, before] = edges(style), radius = parseFloat(style.borderTopLeftRadius), ground = paint('fill', style.backgroundColor);
  const isFramed = up.width && [beside, down, before].every(edge => JSON.stringify(edge) === JSON.stringify(up)), half = isFramed ? up.width / 2 : 0;
  const frame = isFramed ? { stroke: up.fill, 'stroke-width': up.width, 'stroke-dasharray': up.line === 'dashed' && '3 3' } : {};
  return [...node.getClientRects()].flatMap(rect => {
    const [left, top, right, bottom] = Object.values(placed(rect)).map(Math.round), made = [];
    if (ground.fill !== 'none' || isFramed) made.push(strip(left + half, top + half, right - half, bottom - half, ground, { rx: radius && radius - half, ...frame }));
    const rules = [[up, left, top, right, top + up.width], [beside, right - beside.width, top, right, bottom],
      [down, left, bottom - down.width, right, bottom], [before, left, top, left + before.width, bottom]];
    if (!isFramed) made.push(...rules.filter(([{ width, fill }]) => width && fill !== 'none').map(([{ fill }, ...at]) => strip(...at, { fill })));
    const [, colour, raised] = /^(rgb[^)]*\)) 0px -([\d.]+)px 0px 0px inset$/.exec(style.boxShadow) ?? [];
    if (raised) made.push(strip(left, bottom - down.width - raised, right, bottom - down.width, paint('fill', colour)));
    return made;
  });
};

// What a box cuts off: the rest of a long list, the corners of what stands in a round frame.
const cut = (node, style) => {
  const radius = parseFloat(style.borderTopLeftRadius), isOver = node.scrollWidth > node.clientWidth || node.scrollHeight > node.clientHeight;
  if (style.overflowX === 'visible' || node === root || !(isOver || radius)) return null;
  const { left, top, right, bottom } = placed(node.getBoundingClientRect()), [up, beside, down, before] = edges(style).map(edge => edge.width);
  return { left: left + before, top: top + up, right: right - beside, bottom: bottom - down, radius: radius && radius - up };
};
