// Runs before anything is painted, so that nothing flashes: the light and the size of letters that a reader chose.
// Everything else is in habits.js, which waits. Pages work without both.
((page) => {
  const root = page.documentElement;

  function remembered(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  const theme = remembered('sanad-theme');
  if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
  const size = remembered('sanad-size');
  if (['small', 'large', 'huge'].includes(size)) root.dataset.size = size;
  root.dataset.js = '';
})(document);
