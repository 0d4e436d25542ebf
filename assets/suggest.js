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

  const textOf = (line) => line.firstChild.textContent;

  // What a field does with an offer: a search field opens it; at the desk one takes its id, one names parted by commas.
  const USES = {
    open: { startOf: () => 0, wordOf: textOf, fits: () => true },
    id: {
      startOf: () => 0,
      wordOf: (line) => decodeURIComponent(line.dataset.href.split('/').at(-1)),
      fits: isName,
      end: '',
    },
    names: {
      startOf: (value) => Math.max(value.lastIndexOf('،'), value.lastIndexOf(',')) + 1,
      wordOf: textOf,
      fits: isName,
      end: '، ',
    },
  };

  function isName({ href }) {
    return href.startsWith('/entity/');
  }

  function connect(field) {
    const use = USES[field.dataset.pick ?? 'open'];
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
      field.value = line ? put(line) : typed;
      if (line) field.setAttribute('aria-activedescendant', line.id);
      else field.removeAttribute('aria-activedescendant');
    }

    async function offer() {
      const now = typed;
      const wanted = now.slice(use.startOf(now)).trimStart();
      if (wanted === '') return hide();
      try {
        const offers = (await ask(wanted)).filter(use.fits);
        // Somebody who typed on or went away is not bothered with old offers.
        if (now === typed && page.activeElement === field) show(offers);
      } catch {
        hide();
      }
    }

    // What was typed with its last part put right.
    function put(line) {
      const before = typed.slice(0, use.startOf(typed));
      return `${before}${before && ' '}${use.wordOf(line)}`;
    }

    function choose(line) {
      if (use === USES.open) return location.assign(line.dataset.href);
      field.value = put(line) + use.end;
      typed = field.value;
      hide();
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
        choose(list.children[at]);
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
      if (line) choose(line);
    });
  }

  for (const field of page.querySelectorAll('.find input[type="search"], [data-pick]')) connect(field);
})(document);
