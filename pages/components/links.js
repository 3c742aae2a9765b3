// Follows a link of the site's own within the open page, and closes a panel by its button. Streamlit listens to the browser's history, and goes where it says.
if (!window.followsLinks) {
  window.followsLinks = true;
  document.addEventListener('click', event => {
    event.target.closest('.shut')?.closest('[popover]').hidePopover();
    const link = event.target.closest('a.goes');
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || event.defaultPrevented) return;
    event.preventDefault();
    if (link.pathname !== location.pathname) document.querySelector('[data-testid=stMain]').scrollTo(0, 0);
    history.pushState(null, '', link.href);
    dispatchEvent(new PopStateEvent('popstate'));
    if (link.dataset.to) document.querySelector(link.dataset.to)?.scrollIntoView();
  });
}
