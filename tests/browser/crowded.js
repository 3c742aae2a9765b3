// Which texts of the charts on this page lie over each other, or reach over the edge of their chart?
() => {
  const SLACK = 1.5;
  const found = [];
  for (const plot of document.querySelectorAll('.plot')) {
    const edge = plot.getBoundingClientRect();
    const texts = [...plot.querySelectorAll('.main-svg text')]
      .filter(text => text.textContent.trim() && text.checkVisibility({ opacityProperty: true }))
      .map(text => {
        const box = text.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(text).fontSize);
        const air = box.height > box.width ? 0 : Math.max(0, (box.height - Math.max(1, text.querySelectorAll('tspan.line').length) * size) / 2);
        return { text: text.textContent, left: box.left, right: box.right, top: box.top + air / 2, bottom: box.bottom - air / 2 };
      });
    texts.forEach((one, place) => {
      if (one.left < edge.left - SLACK || one.right > edge.right + SLACK
        || one.top < edge.top - SLACK || one.bottom > edge.bottom + SLACK) {
        found.push(`${plot.id}: “${one.text}” is cut off`);
      }
      for (const other of texts.slice(place + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > SLACK && down > SLACK) found.push(`${plot.id}: “${one.text}” and “${other.text}”`);
      }
    });
  }
  return found;
}
