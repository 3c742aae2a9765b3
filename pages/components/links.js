// Follows a link of the site's own within the open page, and closes a panel by its button. Streamlit listens to the browser's history, and goes where it says.
// So does the search field, which / or Ctrl+K reaches. A link may name a card, which is looked for until the page has it.
if (!window.followsLinks) {
  window.followsLinks = true;
  const bring = (hash, tries = 100) => {
    if (!/^#chart_/.test(hash)) return;
    const card = document.querySelector(`.st-key-${CSS.escape(hash.slice(1))}`);
    if (!card) return tries && setTimeout(bring, 100, hash, tries - 1);
    card.scrollIntoView();
    card.animate([{ boxShadow: '0 0 0 3px var(--chongqing)' }, { boxShadow: '0 0 0 3px transparent' }], 2000);
  };
  // Without a connection a link is followed as on any other page, once the server answers: until then this one stays.
  let wanted;
  const isConnected = () =>
    document.querySelector('st-app')?.getAttribute('st-connection-state') === 'st-connected';
  const leave = async (place, hash) => {
    wanted = place;
    while (wanted === place) {
      if (isConnected()) return go(place, hash);
      const there = await fetch(place, { method: 'HEAD' }).catch(() => null);
      if (wanted === place && there && there.status < 500) return location.assign(place);
      await new Promise(done => setTimeout(done, 1000));
    }
  };
  const go = (place, hash = '') => {
    if (!isConnected()) return leave(place, hash);
    wanted = null;
    history.pushState(null, '', place);
    dispatchEvent(new PopStateEvent('popstate'));
    bring(hash);
  };
  document.addEventListener('click', event => {
    event.target.closest('.shut')?.closest('[popover]').hidePopover();
    const link = event.target.closest('a.goes');
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || event.defaultPrevented) return;
    event.preventDefault();
    if (link.pathname !== location.pathname && isConnected()) document.querySelector('st-main').scrollTo(0, 0);
    go(link.href, link.hash);
    if (link.dataset.to) document.querySelector(link.dataset.to)?.scrollIntoView();
  });
  // A button that moves a chart keeps the focus on the way; at an end of the list, where it cannot go on, the other has it.
  const keep = (key, tries = 100) => {
    const other = key.replace(/up$|down$/, way => way === 'up' ? 'down' : 'up');
    const [pressed, back] = [key, other].map(name => document.querySelector(`.${CSS.escape(name)} button`));
    const held = pressed?.disabled ? back : pressed;
    if ([document.body, pressed].includes(document.activeElement)) held?.focus({ preventScroll: true });
    if (tries && document.activeElement !== back) setTimeout(keep, 100, key, tries - 1);
  };
  document.addEventListener('click', event => {
    const box = event.target.closest('.st-key-places button')?.closest('[class*=st-key-move_]');
    if (box) keep([...box.classList].find(name => name.startsWith('st-key-move_')));
  });
  document.addEventListener('submit', event => {
    const form = event.target.closest('.search');
    if (!form) return;
    event.preventDefault();
    const field = form.querySelector('[type=search]');
    if (!field.value.trim()) return field.focus({ preventScroll: true });
    if (isConnected()) document.querySelector('st-main').scrollTo(0, 0);
    go(`./search?${new URLSearchParams({ lang: form.dataset.lang, q: field.value })}`);
  });
  document.addEventListener('keydown', event => {
    const typing = event.target.closest?.('input, textarea, select, [contenteditable=true]');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const control = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    const field = document.querySelector('.search [type=search]');
    if (!field || !(slash || control)) return;
    event.preventDefault();
    field.focus({ preventScroll: true });
    field.select();
  });
  bring(location.hash);
}
