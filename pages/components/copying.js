// Copies a sentence with its source, or a table, on a plain http site too: there is no other way of it than the old one.
// No less-than sign may stand before a letter here: Streamlit takes the whole script for a tag and drops it.
window.taking = {
  words: TAKING_WORDS,
  tell(text) {
    let told = document.querySelector('.told');
    if (!told) {
      told = document.createElement('div');
      Object.assign(told, { className: 'told', popover: 'manual' });
      told.setAttribute('role', 'status');
      document.body.append(told);
    }
    if (told.matches(':popover-open')) told.hidePopover();
    told.showPopover(); // above an open panel
    told.textContent = text;
    clearTimeout(told.ends);
    told.ends = setTimeout(() => told.hidePopover(), 4000);
  },
  copy(plain, html) {
    const held = document.createElement('span'), chosen = getSelection(), range = document.createRange();
    const before = [...Array(chosen.rangeCount).keys()].map(place => chosen.getRangeAt(place));
    const put = event => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData.setData('text/plain', plain);
      if (html) event.clipboardData.setData('text/html', html);
    };
    held.textContent = plain;
    held.style.cssText = 'position:fixed;top:0;opacity:0;white-space:pre;user-select:text';
    document.body.append(held);
    range.selectNodeContents(held);
    chosen.removeAllRanges();
    chosen.addRange(range);
    document.addEventListener('copy', put, true);
    const done = document.execCommand('copy');
    document.removeEventListener('copy', put, true);
    chosen.removeAllRanges();
    before.forEach(one => chosen.addRange(one));
    held.remove();
    this.tell(this.words[done ? 'copied' : 'copied_not']);
  },
  placeOf: button => new URL(`./${button.dataset.place}`, location.href).href,
  sentence(button) {
    const said = { sentence: button.previousElementSibling.textContent.trim(), source: button.dataset.source, place: this.placeOf(button) };
    this.copy(this.words.copied_form.replace(/{([a-z]+)}/g, (_, name) => said[name]));
  },
  table(table) {
    const cell = one => one.textContent.trim().replace(/\s+/g, ' ');
    const safe = text => this.words.begins_formula.includes(text[0]) ? `'${text}` : text;
    const rows = [...table.rows].map(row => [...row.cells]);
    const made = document.createElement('table');
    made.setAttribute('border', '1');
    for (const row of rows) {
      const line = made.insertRow();
      for (const one of row) {
        const copy = document.createElement(one.localName);
        copy.textContent = cell(one);
        copy.style.cssText = `mso-number-format:"\\@";text-align:${one.className === 'num' ? 'right' : 'left'}`;
        line.append(copy);
      }
    }
    this.copy(rows.map(row => row.map(one => safe(cell(one))).join('\t')).join('\r\n'), made.outerHTML);
  },
};
if (!window.takesAlong) {
  window.takesAlong = true;
  document.addEventListener('click', event => {
    const sentence = event.target.closest('.copies'), table = event.target.closest('.copies-table');
    if (sentence) window.taking.sentence(sentence);
    if (table) window.taking.table(table.parentElement.querySelector('table'));
  });
}
