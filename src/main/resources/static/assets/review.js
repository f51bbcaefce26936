// Keys and lights of the review pages. Everything here can be done without it, too.
(() => {
  'use strict';
  let index = 0;

  const all = (selector) => [...document.querySelectorAll(selector)];
  const page = () => document.getElementById('main')?.dataset.page;
  const steps = () => all(page() === 'item' ? '.criterion[data-place]' : 'tr[data-row]');
  const button = (key) => all('[data-key]').findLast((one) => one.dataset.key === key);
  const off = () => localStorage.getItem('evenhand-keys') === 'off';

  /** Lights the passages of a criterion and brings the first of them into view. */
  function light(place) {
    let first = true;
    for (const mark of all('#answer mark')) {
      const lit = (mark.dataset.places ?? '').split(' ').includes(place);
      mark.classList.toggle('lit', lit);
      if (lit && first) {
        show(mark, document.getElementById('answer'));
        first = false;
      }
    }
  }

  /** Scrolls within one box, not the page under the reader's eyes. */
  function show(element, box) {
    const inner = element.getBoundingClientRect();
    const outer = box.getBoundingClientRect();
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      box.scrollTop += inner.top - outer.top - outer.height / 3;
    }
  }

  function go(to, scroll = true) {
    const list = steps();
    if (!list.length) return;
    index = Math.max(0, Math.min(to, list.length - 1));
    list.forEach((one, i) => one.classList.toggle('here', i === index));
    if (page() === 'item') light(list[index].dataset.place);
    if (scroll) list[index].scrollIntoView({ block: 'nearest' });
  }

  function choose(option) {
    if (!option || option.disabled) return;
    option.checked = true;
    option.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function digit(number) {
    const option = steps()[index]?.querySelector(`[data-digit="${number}"]`);
    if (option) {
      choose(option);
      go(index + 1);
    }
  }

  function shift(by) {
    const options = [...(steps()[index]?.querySelectorAll('[data-digit]') ?? [])]
      .sort((one, other) => Math.abs(one.value) - Math.abs(other.value));
    const now = options.findIndex((one) => one.checked);
    const next = now < 0 ? (by > 0 ? 0 : options.length - 1) : now + by;
    choose(options[next]);
  }

  /** Puts what lies between two levels to the nearer one, the lower of two that are as near. */
  function nearest() {
    for (const criterion of steps()) {
      const proposed = criterion.querySelector('[data-between]:checked');
      if (!proposed) continue;
      const off = (one) => Math.abs(one.value - proposed.value);
      const levels = [...criterion.querySelectorAll('[data-digit]:not([data-between])')];
      choose(levels.reduce((best, one) => (off(one) < off(best) ? one : best)));
    }
  }

  /** Chooses in each criterion the level that an order puts first. */
  function everywhere(order) {
    for (const criterion of steps()) {
      const levels = [...criterion.querySelectorAll('[data-digit]:not([data-between])')];
      choose(levels.sort((one, other) => order(one.value, other.value))[0]);
    }
  }

  function press(key) {
    const target = button(key);
    if (!target) return false;
    target.click();
    return true;
  }

  function edit() {
    const editor = document.getElementById('feedback');
    if (!editor) return false;
    editor.open = true;
    const words = editor.querySelector('textarea');
    words.focus();
    words.setSelectionRange(words.value.length, words.value.length);
    return true;
  }

  /** What is typed or chosen rather than pressed. */
  function enter(key) {
    const field = document.querySelector(`[data-focus="${key}"]`);
    if (!field) return false;
    field.focus();
    return true;
  }

  /** Picks the answer at hand, or no longer. */
  function pick() {
    const box = steps()[index]?.querySelector('[name=id]');
    if (box) box.checked = !box.checked;
  }

  function keys() {
    const dialog = document.getElementById('keys');
    if (dialog.open) dialog.close();
    else dialog.showModal();
    return true;
  }

  function open() {
    const link = steps()[index]?.querySelector('a');
    if (link) link.click();
    return Boolean(link);
  }

  const item = {
    j: () => go(index + 1), ArrowDown: () => go(index + 1), k: () => go(index - 1), ArrowUp: () => go(index - 1),
    ArrowLeft: () => shift(-1), ArrowRight: () => shift(1), e: edit, n: nearest,
    '+': () => everywhere((one, other) => other - one), '-': () => everywhere((one, other) => Math.abs(one) - Math.abs(other)),
  };
  const queue = {
    j: () => go(index + 1), ArrowDown: () => go(index + 1), k: () => go(index - 1), ArrowUp: () => go(index - 1),
    Enter: open, x: pick,
  };

  const typing = (target) =>
    target.closest('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])');
  /** What has keys of its own: they are left to it. */
  const native = (target, key) =>
    (key.startsWith('Arrow') && target.closest('input[type=radio], [role=region], .paper'))
    || (key === 'Enter' && target.closest('a, button, summary, input'));

  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.isComposing || event.repeat && key === 'Enter') return;
    if (key === 'Enter' && (event.ctrlKey || event.metaKey) && page() === 'item') {
      event.preventDefault();
      press('Ctrl+Enter');
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'Escape' && typing(target)) {
      target.blur();
      return;
    }
    if (typing(target) || native(target, key)) return;
    if (key === '?') {
      event.preventDefault();
      keys();
      return;
    }
    if (off() || document.querySelector('dialog[open]')) return;
    const own = (page() === 'item' ? item : page() === 'queue' ? queue : {})[key];
    if (own) {
      event.preventDefault();
      own();
    } else if (page() === 'item' && /^[1-9]$/.test(key)) {
      event.preventDefault();
      digit(key);
    } else if (/^[a-z]$/.test(key) && !event.repeat && (press(key) || enter(key))) {
      event.preventDefault();
    }
  });

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-key=n]') && page() === 'item') {
      event.preventDefault();
      event.stopImmediatePropagation();
      nearest();
    }
    if (event.target.closest('.keys-button')) keys();
  }, true);
  document.addEventListener('change', (event) => {
    if (event.target.id === 'keys-off') localStorage.setItem('evenhand-keys', event.target.checked ? 'off' : 'on');
  });
  document.addEventListener('input', (event) => {
    const other = event.target.closest('.other')?.querySelector('input[type=radio]');
    if (other && event.target.type === 'text') other.checked = true;
  });
  document.addEventListener('focusin', (event) => {
    const criterion = event.target.closest?.('.criterion');
    if (criterion) go(steps().indexOf(criterion), false);
  });
  // the pointer lights and moves nothing
  document.addEventListener('pointerover', (event) => {
    const criterion = event.target.closest?.('.criterion');
    if (criterion) light(criterion.dataset.place);
  });

  // The answer after this one is got while somebody reads, and shown at once when they go on; what they
  // decided is stored meanwhile. Whatever the service says then stands: the page is made as it says.
  let ahead = null;
  let storing = false;
  /** What was asked for while the answer before was being stored. */
  let then = null;

  const parsed = (text) => new DOMParser().parseFromString(text, 'text/html').getElementById('main');
  const mainNow = () => document.getElementById('main');

  async function lookAhead() {
    ahead = null;
    const from = mainNow();
    if (!from?.dataset.ahead) return;
    try {
      const reply = await fetch(from.dataset.ahead, { headers: { 'HX-Request': 'true' } });
      const next = reply.ok && reply.redirected ? parsed(await reply.text()) : null;
      if (next?.dataset.page === 'item' && mainNow() === from) ahead = { from, next, url: reply.url };
    } catch { /* then it is got when it is asked for */ }
  }

  /** What goes on by itself says when it has; then the part of the page that shows it is fetched. */
  let source;
  function follow() {
    source?.close();
    const part = document.querySelector('[data-events]');
    if (!part) return;
    const own = source = new EventSource(part.dataset.events);
    own.addEventListener('progress', (event) => {
      if (!document.getElementById(part.id) || JSON.parse(event.data).completedAt) own.close();
      htmx.ajax('GET', part.dataset.part, { target: '#' + part.id, swap: 'outerHTML' });
    });
  }

  function put(main, url) {
    mainNow().replaceWith(document.adoptNode(main));
    window.htmx?.process(main);
    if (url) history.pushState({ htmx: true }, '', url);
    window.scrollTo(0, 0);
    main.focus({ preventScroll: true });
    arrive();
  }

  /** Shows the next answer, and stores what the form says. */
  async function onward(form, button) {
    const words = new URLSearchParams(new FormData(form, button));
    const { next, url } = ahead;
    const shown = new URL(url);
    shown.searchParams.delete('ahead');
    storing = true;
    const note = document.createElement('p');
    note.className = 'note pending soft';
    note.setAttribute('role', 'status');
    note.textContent = 'Storing the answer before …';
    next.querySelector('.crumbs').after(note);
    put(next, shown.pathname + shown.search);
    try {
      const reply = await fetch(form.action, { method: 'POST', body: words, headers: { 'HX-Request': 'true' } });
      if (reply.headers.get('HX-Redirect')) throw new Error('signed out');
      settle(parsed(await reply.text()), next, reply.url);
    } catch {
      // whether it was stored, only its own page knows
      window.location.assign(form.action.replace(/\/(decision|skip|second)\?/, '?'));
    } finally {
      storing = false;
      if (then?.form.isConnected) {
        ahead = null;
        then.form.requestSubmit(then.button);
      } else {
        lookAhead();
      }
      then = null;
    }
  }

  const version = (main) => main.querySelector('#decision [name=version]')?.value;

  /** What is on the screen stays if it is what the service shows, too. */
  function settle(told, next, url) {
    if (!told) throw new Error('no page');
    if (mainNow() !== next) return;
    history.replaceState({ htmx: true }, '', url);
    if (told.dataset.id !== next.dataset.id || version(told) !== version(next)) {
      put(told);
      return;
    }
    next.querySelector('.pending').remove();
    const crumbs = document.adoptNode(told.querySelector('.crumbs'));
    const notes = [...told.querySelectorAll(':scope > .note.done, :scope > .note.held')].map((one) => document.adoptNode(one));
    next.querySelector('.crumbs').replaceWith(crumbs);
    crumbs.after(...notes);
    [crumbs, ...notes].forEach((one) => window.htmx?.process(one));
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    const on = form.matches('[data-onward]') && (!event.submitter?.name || event.submitter.value === 'next');
    if (!on) return;
    if (storing || ahead && ahead.from === mainNow()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (storing) then = { form, button: event.submitter };
      else onward(form, event.submitter);
    }
  }, true);

  /** After a page has come, whole or as a swap: the first step is the one at hand. */
  function arrive() {
    all('.keys-button').forEach((one) => { one.hidden = false; });
    const check = document.getElementById('keys-off');
    if (check) check.checked = off();
    const list = steps();
    const open = list.findIndex((one) => one.matches('.criterion') && !one.querySelector('input:checked'));
    document.documentElement.classList.add('keyed');
    go(Math.max(0, open), open > 0);
    follow();
    if (page() === 'item') document.title = document.querySelector('h1').textContent.slice(0, 60) + ' · Evenhand';
  }

  document.addEventListener('DOMContentLoaded', () => {
    arrive();
    lookAhead();
  });
  document.addEventListener('htmx:afterSettle', (event) => {
    if (event.target === document.body || event.detail.boosted) {
      document.getElementById('main')?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
      arrive();
      lookAhead();
    }
  });
})();
