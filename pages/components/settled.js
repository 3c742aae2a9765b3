// Says on the body when a slide or a page for paper is drawn and nothing moves any more; enlarges a slide to its window.
// No less-than sign may stand before a letter here: Streamlit takes the whole script for a tag and drops it.
(() => {
  const slide = () => document.querySelector('.st-key-slide');
  const page = () => slide() ?? document.querySelector('[data-testid=stMain]');
  const fill = () => {
    if (!slide()) return;
    const scale = Math.min(innerWidth / 1280, innerHeight / 720);
    const left = (innerWidth - 1280 * scale) / 2, top = (innerHeight - 720 * scale) / 2;
    slide().style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
  };
  const drawn = () => {
    const app = document.querySelector('[data-testid=stApp]');
    return app?.dataset.testScriptState === 'notRunning'
      && page()?.querySelector('h1') && page().querySelector('.st-key-slide_foot, .foot-page')
      && [...page().querySelectorAll('[class*=st-key-plot_]')].every(plot => {
        const width = plot.querySelector('.main-svg')?.clientWidth;
        return plot.querySelector('[role=alert]') || width && (!plot.closest('[class*=st-key-frame_]') || width === plot.clientWidth);
      })
      && document.fonts.status === 'loaded';
  };
  let before = '', still = 0;
  const look = () => {
    const now = drawn() ? page().innerHTML : '';
    still = now && now === before ? still + 1 : 0;
    before = now;
    if (10 > still) return requestAnimationFrame(look);
    document.body.dataset.drawn = 'true';
    fill();
    requestAnimationFrame(() => { document.body.dataset.ready = 'true'; });
  };
  delete document.body.dataset.ready;
  delete document.body.dataset.drawn;
  addEventListener('resize', fill);
  look();
})();
