// Words as text, one element a line. Its length is given, so that it keeps its room where the font is another one.
const pen = document.createElement('canvas').getContext('2d');
const measured = style => {
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText('');
  return { up, width: text => pen.measureText(text).width, baseline: box => (box.top + box.bottom + up - down) / 2 };
};

// LibreOffice looks at the first family alone: it is to be the one that the page was laid out with.
const BODY = getComputedStyle(document.body);
const isThere = name => ['serif', 'monospace'].some(other => {
  const [with_, without] = [`${name},${other}`, other].map(family => measured({ fontStyle: 'normal', fontWeight: 400, fontSize: '50px', fontFamily: family }).width('mWi国'));
  return with_ !== without;
});
const families = text => {
  const names = text.split(',').map(name => name.trim().replaceAll('"', "'")), first = names.find(isThere);
  return [first, ...names.filter(name => name !== first)].filter(Boolean).join(', ');
};
const type = (style, colour = paint('fill', style.color)) => ({
  'font-family': style.fontFamily !== BODY.fontFamily && families(style.fontFamily), 'font-size': parseFloat(style.fontSize),
  'font-weight': style.fontWeight >= 600 && 'bold', 'font-style': style.fontStyle === 'italic' && 'italic',
  'text-decoration': style.textDecorationLine.includes('underline') && 'underline', ...colour,
});

// Browsers draw a full-width mark beside another one in half its width. Elsewhere it takes all of it: what follows is placed anew.
const pieces = (letters, style) => {
  const isBlank = ({ letter }) => letter === ' ', first = letters.findIndex(one => !isBlank(one)), last = letters.findLastIndex(one => !isBlank(one));
  const pens = measured(style), least = parseFloat(style.fontSize) / 4, found = [];
  let isCut = true;
  for (const { letter, x, width } of letters.slice(first, last + 1)) {
    const whole = pens.width(letter), isHalved = whole - width > least, opens = isHalved && /[\p{Ps}\p{Pi}]/u.test(letter);
    if (isCut || opens) found.push({ x: opens ? x + width - whole : x, text: '', length: 0 });
    found.at(-1).text += letter;
    found.at(-1).length += isHalved ? whole : width;
    isCut = isHalved && !opens;
  }
  return found;
};
// One text for each piece; one that is alone holds on to its middle or its end, whatever the font.
const texts = (found, y, anchor, look) => {
  const share = found.length === 1 ? { middle: 0.5, end: 1 }[anchor] ?? 0 : 0;
  return found.map(({ x, text, length }) => element('text', {
    x: x + share * length, y, ...look, 'text-anchor': share ? anchor : '', textLength: length,
  }, text.replace(/ {2,}/g, blank => '\u00a0'.repeat(blank.length))));
};

const lines = node => {
  const range = document.createRange(), found = [];
  let at = 0;
  for (const letter of node.data) {
    range.setStart(node, at);
    range.setEnd(node, at += letter.length);
    const rect = [...range.getClientRects()].find(each => each.width), last = found.at(-1), isBlank = /[ \n\r\t]/.test(letter);
    if (!rect) continue;
    const box = placed(rect), one = { letter: isBlank ? ' ' : letter, x: box.left, width: rect.width };
    if (last && Math.abs(last.top - box.top) < 2) last.letters.push(one);
    else if (!isBlank) found.push({ ...box, letters: [one] });
  }
  return found.map(line => ({ ...line, right: line.letters.at(-1).x + line.letters.at(-1).width }));
};
const written = (node, room) => {
  if (!node.data.trim()) return [];
  const style = getComputedStyle(node.parentElement), pens = measured(style), anchor = { right: 'end', end: 'end', center: 'middle' }[style.textAlign];
  return lines(node).filter(line => meets(line, room))
    .flatMap(line => texts(pieces(line.letters, style), pens.baseline(line), anchor, type(style)));
};

// The number or the dot before a line of a list stands in no node. The dot is where and as large as the browser draws it.
const dot = (x, y, { up }) => {
  const ascent = Math.round(up), wide = Math.trunc(ascent * 2 / 3), across = Math.trunc((wide + 1) / 2), half = across / 2;
  const left = x - wide - 7, middle = y - ascent + Math.trunc(3 * (ascent - wide) / 2) + half;
  return `M${left} ${middle}a${half} ${half} 0 1 0 ${across} 0a${half} ${half} 0 1 0 ${-across} 0Z`;
};
const numbered = (node, style, inside) => {
  const first = inside.find(made => made.localName === 'text');
  if (style.display !== 'list-item' || !first) return [];
  const x = placed(node.getBoundingClientRect()).left, y = first.getAttribute('y'), pens = measured(style);
  if (style.listStyleType === 'disc') return [element('path', { d: dot(x, y, pens), ...paint('fill', style.color) })];
  if (style.listStyleType !== 'decimal') return [];
  const place = [...node.parentElement.children].indexOf(node) + 1;
  return [element('text', { x: x - pens.width(' '), y, ...type(style), 'text-anchor': 'end' }, `${place}.`)];
};

// Nor does what is chosen in a list or typed into a field.
const chosen = (node, style) => {
  const box = placed(node.getBoundingClientRect()), pens = measured(style), isList = node.localName === 'select';
  const room = isList ? 8 : node.type === 'search' ? 21 : 1; // for its arrow, or for the button that empties it
  const x = box.left + parseFloat(style.paddingLeft) + (isList ? 5 : 1), end = box.right - parseFloat(style.paddingRight) - room;
  const isTyped = isList || node.value, colour = paint('fill', (isTyped ? style : getComputedStyle(node, '::placeholder')).color);
  let text = isList ? node.selectedOptions[0].textContent : node.value || node.placeholder;
  while (pens.width(text) > end - x) text = `${text.replace(/…$/, '').slice(0, -1)}…`;
  const arrow = { d: `M${end + 3} ${(box.top + box.bottom) / 2 - 2}l4 4l4 -4`, fill: 'none', 'stroke-width': 2, ...paint('stroke', style.color) };
  return [element('text', { x, y: pens.baseline(box), ...type(style, colour) }, text), ...isList ? [element('path', arrow)] : []];
};
