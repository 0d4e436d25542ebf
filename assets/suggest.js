// Offers names and words while somebody types into a search field. Without this file the fields are plain forms.
((page) => {
  const say = (fa, en) => (page.documentElement.lang === 'en' ? en : fa);
  const WAIT_MS = 120;
  const asked = new Map();

  async function ask(typed) {
    if (!asked.has(typed)) {
      if (asked.size > 200) asked.clear();
      const answer = fetch(`/search/suggest?q=${encodeURIComponent(typed)}`).then((got) =>
        got.ok ? got.json() : { offers: [] },
      );
      asked.set(typed, answer);
      answer.catch(() => asked.delete(typed));
    }
    return (await asked.get(typed)).offers;
  }

  function connect(field) {
    const list = page.createElement('ul');
    list.className = 'offers';
    list.id = `${field.id}-offers`;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', say('پیشنهادها', 'Suggestions'));
    list.hidden = true;
    field.parentElement.append(list);
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', list.id);
    field.autocomplete = 'off';
    let typed = '';
    let at = -1;
    let timer = 0;
    hide();

    function hide() {
      list.hidden = true;
      at = -1;
      field.setAttribute('aria-expanded', 'false');
      field.removeAttribute('aria-activedescendant');
    }

    function show(offers) {
      list.replaceChildren(...offers.map(lineOf));
      at = -1;
      field.removeAttribute('aria-activedescendant');
      list.hidden = offers.length === 0;
      field.setAttribute('aria-expanded', String(offers.length > 0));
    }

    function lineOf({ text, href, word }, place) {
      const line = page.createElement('li');
      line.id = `${list.id}-${place}`;
      line.setAttribute('role', 'option');
      line.setAttribute('aria-selected', 'false');
      line.dataset.href = href;
      const name = page.createElement('bdi');
      name.textContent = text;
      name.lang = /[\u0600-\u06ff]/.test(text) ? 'fa' : 'en';
      const kind = page.createElement('span');
      kind.textContent = say(word.fa, word.en);
      line.append(name, ' ', kind);
      return line;
    }

    function mark(next) {
      const lines = [...list.children];
      at = ((next + 1 + lines.length + 1) % (lines.length + 1)) - 1;
      for (const [place, line] of lines.entries()) line.setAttribute('aria-selected', String(place === at));
      const line = lines[at];
      // Past the last offer stands again what was typed.
      field.value = line ? line.firstChild.textContent : typed;
      if (line) field.setAttribute('aria-activedescendant', line.id);
      else field.removeAttribute('aria-activedescendant');
    }

    async function offer() {
      const now = typed;
      if (now.trim() === '') return hide();
      try {
        const offers = await ask(now.trimStart());
        // Somebody who typed on or went away is not bothered with old offers.
        if (now === typed && page.activeElement === field) show(offers);
      } catch {
        hide();
      }
    }

    field.addEventListener('input', () => {
      typed = field.value;
      clearTimeout(timer);
      timer = setTimeout(offer, WAIT_MS);
    });
    field.addEventListener('blur', hide);
    const keys = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Escape: () => {
        if (list.hidden) return false;
        field.value = typed;
        hide();
        return true;
      },
      Enter: () => {
        if (at < 0) return false;
        location.assign(list.children[at].dataset.href);
        return true;
      },
    };

    field.addEventListener('keydown', (event) => {
      if (event.isComposing || !keys[event.key]?.()) return;
      event.preventDefault();
      event.stopPropagation();
    });

    function step(by) {
      if (list.children.length === 0) return false;
      reveal();
      mark(at + by);
      return true;
    }

    function reveal() {
      list.hidden = false;
      field.setAttribute('aria-expanded', 'true');
    }

    // Before the field loses its place, which would hide the list.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const line = event.target.closest('[role="option"]');
      if (line) location.assign(line.dataset.href);
    });
  }

  for (const field of page.querySelectorAll('.find input[type="search"]')) connect(field);
})(document);
