// Comforts that pages can do without: day and night, copying an address. No request, no framework.
((page) => {
  const root = page.documentElement;
  const key = 'sanad-theme';
  const system = matchMedia('(prefers-color-scheme: dark)');

  function remembered() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function remember(theme) {
    try {
      if (theme === null) localStorage.removeItem(key);
      else localStorage.setItem(key, theme);
    } catch {
      // A browser that keeps nothing follows the system.
    }
  }

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : system.matches;
  }

  const theme = remembered();
  if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;

  page.addEventListener('DOMContentLoaded', () => {
    const button = page.querySelector('[data-switch]');
    if (button === null) return;
    const label = () => {
      button.textContent = isDark() ? 'روز' : 'شب';
    };
    button.addEventListener('click', () => {
      const wanted = isDark() ? 'light' : 'dark';
      // Wishing what the system wishes means following the system again.
      const follows = (wanted === 'dark') === system.matches;
      if (follows) delete root.dataset.theme;
      else root.dataset.theme = wanted;
      remember(follows ? null : wanted);
      label();
    });
    system.addEventListener('change', label);
    label();
  });

  page.addEventListener('click', async (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null;
    if (button === null) return;
    const said = button.querySelector('[data-said]');
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      said.textContent = 'رونوشت شد';
    } catch {
      said.textContent = 'نشد؛ نشانی را از نوار مرورگر بردارید';
    }
  });
})(document);
