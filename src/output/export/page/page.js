// The script of the exported page: finding in the text, filters by domain, the mark on a quoted sentence.
// The page is complete without it. It loads nothing, stores nothing, and never reads its text as markup.
(function () {
  'use strict';
  const byId = (id) => document.getElementById(id);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const root = document.documentElement;
  const narrow = window.matchMedia('(max-width: 60rem)');

  const finder = search(JSON.parse(byId('data').textContent));
  // The places where other characters may have stood, the candidates but for the one that is shown.
  const uncertain = (element) => all('[data-or]', element).map((piece) => {
    const before = document.createRange();
    before.setStart(element, 0);
    before.setEndBefore(piece);
    const start = before.toString().length;
    return { start, end: start + piece.textContent.length, others: piece.dataset.or.split('|').slice(1) };
  });
  const units = all('.u').map((element) => {
    const text = element.textContent;
    return Object.assign(finder.fold(text, uncertain(element)), { element, text });
  });

  // ---- Marks. ----

  let marked = [], marks = [], current = -1;

  function clear() {
    marks.forEach((pieces) => pieces.forEach((mark) => {
      mark.replaceWith(...mark.childNodes);
    }));
    marked.forEach((unit) => unit.element.normalize());
    marked = [];
    marks = [];
    current = -1;
  }

  function mark(unit, hits) {
    const walker = document.createTreeWalker(unit.element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const pieces = hits.map(() => []);
    let offset = 0;
    nodes.forEach((node) => {
      const text = node.data, here = offset, fragment = document.createDocumentFragment();
      let done = 0;
      hits.forEach((hit, n) => {
        const from = Math.max(hit.start - here, 0), to = Math.min(hit.end - here, text.length);
        if (from >= to) return;
        const piece = document.createElement('mark');
        piece.textContent = text.slice(from, to);
        fragment.append(text.slice(done, from), piece);
        pieces[n].push(piece);
        done = to;
      });
      offset += text.length;
      if (done > 0) {
        fragment.append(text.slice(done));
        node.replaceWith(fragment);
      }
    });
    marked.push(unit);
    marks.push(...pieces);
  }

  const query = byId('query'), count = byId('count');
  const template = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function tell() {
    if (query.value.trim() === '') count.textContent = '';
    else if (marks.length === 0) count.textContent = count.dataset.none;
    else count.textContent = template(count.dataset.count, { at: current + 1, all: marks.length });
    byId('before').disabled = byId('after').disabled = marks.length === 0;
  }

  function go(to) {
    if (marks.length === 0) return;
    (marks[current] || []).forEach((piece) => piece.classList.remove('current'));
    current = (to + marks.length) % marks.length;
    marks[current].forEach((piece) => piece.classList.add('current'));
    marks[current][0].scrollIntoView({ block: 'center' });
    tell();
  }

  function look() {
    clear();
    finder.find(units, query.value).forEach((found) => mark(found.unit, found.hits));
    if (marks.length > 0) go(0);
    tell();
  }

  query.addEventListener('input', (event) => {
    if (!event.isComposing) look();
  });
  query.addEventListener('compositionend', look);
  byId('find').addEventListener('submit', (event) => {
    event.preventDefault();
    go(current + 1);
  });
  byId('before').addEventListener('click', () => go(current - 1));
  query.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault();
      go(current - 1);
    } else if (event.key === 'Escape') {
      query.value = '';
      look();
      query.blur();
    }
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      query.focus();
      query.select();
    }
  });

  // ---- Filters. ----

  const buttons = all('#filters button');

  const known = byId('known');
  let domain = '', isKnown = false;

  function filter() {
    const is_of_domain = (item) => domain === '' || item.dataset.d.split(' ').includes(domain);
    const fits = (item) => is_of_domain(item) && !(isKnown && item.dataset.group === 'no-data');
    [['.card', 'shown-targets'], ['li.task', 'shown-tasks']].forEach(([selector, id]) => {
      const items = all(selector), shown = byId(id), { whole, part } = shown.dataset;
      items.forEach((item) => { item.hidden = !fits(item); });
      const n = items.filter(fits).length;
      shown.textContent = n === items.length ? whole : template(part, { n, all: items.length });
    });
    all('.group').forEach((group) => {
      group.hidden = all('.card, li.task', group).every((item) => item.hidden);
    });
    buttons.forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.domain === domain));
    });
  }

  buttons.forEach((button) => button.addEventListener('click', () => {
    domain = button.dataset.domain;
    filter();
  }));
  known.addEventListener('click', () => {
    isKnown = !isKnown;
    known.setAttribute('aria-pressed', String(isKnown));
    filter();
  });

  // ---- Places. ----

  // The sentence that a target quotes is lit from its first to its last piece.
  function light_up() {
    all('.lit').forEach((piece) => piece.classList.remove('lit'));
    const hash = decodeURIComponent(location.hash);
    if (!hash.startsWith('#q-')) return;
    const target = hash.slice(3);
    all('.q').filter((piece) => piece.dataset.t.split(' ').includes(target))
      .forEach((piece) => piece.classList.add('lit'));
  }
  window.addEventListener('hashchange', light_up);
  light_up();

  const contents = byId('contents');
  const fold_contents = () => { contents.open = !narrow.matches; };
  narrow.addListener(fold_contents);
  fold_contents();
  contents.addEventListener('click', (event) => {
    if (event.target.tagName === 'A' && narrow.matches) contents.open = false;
  });

  // Where one is, in the table of contents.
  const links = new Map(all('a', contents).map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const places = Array.from(links.keys()).map(byId).filter(Boolean);
  function locate() {
    const line = parseFloat(getComputedStyle(root).scrollPaddingTop) + 8;
    const passed = places.filter((place) => place.getBoundingClientRect().top <= line);
    const here = passed.length > 0 ? links.get(passed[passed.length - 1].id) : null;
    links.forEach((link) => {
      if (link === here) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
    if (here && !narrow.matches) {
      const box = contents.parentElement, top = here.offsetTop;
      if (top < box.scrollTop || top > box.scrollTop + box.clientHeight - 40) box.scrollTop = top - box.clientHeight / 3;
    }
  }
  let waiting = false;
  window.addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; locate(); });
  }, { passive: true });

  // What is stuck at the top covers no place that one jumps to.
  const measure = () => root.style.setProperty('--bar', document.querySelector('.bar').offsetHeight + 'px');
  window.addEventListener('resize', measure);

  root.classList.add('js');
  byId('find').hidden = false;
  byId('filters').hidden = false;
  known.hidden = false;
  measure();
  tell();
  locate();
}());
