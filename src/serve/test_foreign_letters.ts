/** For tests, run inside a page: letters that stand outside of elements marked with their language. */

/**
 * Visible text, and names told to screen readers, whose letters are not those of the language that the nearest `lang`
 * states. Digits and signs belong to every language. An attribute may quote publishers beside words of ours: it is held
 * against the page only where all of its letters are foreign.
 */
export const FIND_FOREIGN_LETTERS = `(() => {
  const PERSIAN = /[\\u0600-\\u06ff]/;
  const LETTER = { fa: /[A-Za-z]/, en: /[\\u0621-\\u064a\\u066e-\\u06d3]/ };
  const found = [];
  const languageOf = (element) => (element.closest('[lang]')?.lang ?? 'fa').slice(0, 2);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element.closest('script, style, textarea, title, noscript, [translate="no"]')) continue;
    const foreign = LETTER[languageOf(element)];
    if (foreign?.test(node.data)) found.push(element.tagName + ': ' + node.data.trim().slice(0, 80));
  }
  for (const element of document.body.querySelectorAll('[title], [aria-label], [placeholder], [alt]')) {
    for (const name of ['title', 'aria-label', 'placeholder', 'alt']) {
      const text = element.getAttribute(name);
      const language = languageOf(element);
      if (text === null || !LETTER[language]?.test(text)) continue;
      const isOwn = language === 'en' ? /[A-Za-z]/.test(text) : PERSIAN.test(text);
      if (!isOwn) found.push(name + '=' + text.slice(0, 80));
    }
  }
  return found;
})()`;
