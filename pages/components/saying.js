// What Streamlit itself writes and names is English in every language: it is said in that of the page, as it comes.
window.saying ??= (() => {
  const OURS = 'script, style, noscript, svg, .sheet, st-html, #first', NAMING = ['aria-label', 'title', 'placeholder'];
  const saying = {}, { FILTER_ACCEPT, FILTER_REJECT, SHOW_ELEMENT, SHOW_TEXT } = NodeFilter;
  const theirs = node => node.nodeType === 1 && node.matches(OURS) ? FILTER_REJECT : FILTER_ACCEPT;
  const inOurs = (text, put) => {
    if (!saying.any.test(text)) return;
    const [form, ours] = saying.known.find(([form]) => form.test(text));
    put(text.replace(form, ours));
  };
  let asked = false;
  const look = () => {
    asked = false;
    const all = document.createTreeWalker(document.body, SHOW_ELEMENT + SHOW_TEXT, theirs);
    while (all.nextNode()) {
      const node = all.currentNode;
      if (node.nodeType === 3) inOurs(node.data, text => { node.data = text; });
      else for (const name of NAMING) {
        if (node.hasAttribute(name)) inOurs(node.getAttribute(name), text => node.setAttribute(name, text));
      }
    }
  };
  const soon = () => {
    if (!asked) requestAnimationFrame(look);
    asked = true;
  };
  saying.learn = words => {
    saying.known = words.map(([form, ours]) => [new RegExp(form), ours]);
    saying.any = new RegExp(words.map(([form]) => form).join('|'));
    soon();
  };
  new MutationObserver(soon).observe(document.body, { childList: true, characterData: true, attributeFilter: NAMING, subtree: true });
  return saying;
})();
window.saying.learn(STREAMLITS_WORDS);
