// The script of the exported page: finding in the text, filters by domain, the mark on a quoted sentence.
// The page is complete without it. It loads nothing, stores nothing, and never reads its text as markup.
(function () {
  'use strict';
  const byId = (id) => document.getElementById(id);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const root = document.documentElement;
  const narrow = window.matchMedia('(max-width: 60rem)');

  // ---- Folding: what counts as the same, as in the program's own search. ----

  const data = JSON.parse(byId('data').textContent);
  const simplified = new Map();
  const forms = Array.from(data.traditional);
  for (let n = 0; n + 1 < forms.length; n += 2) simplified.set(forms[n], forms[n + 1]);
  const readings = new Map();
  // Of each character its readings, the usual one first.
  [data.pinyin, data.also].forEach((syllables) => {
    Object.keys(syllables).forEach((syllable) => {
      Array.from(syllables[syllable]).forEach((c) => {
        if (!readings.has(c)) readings.set(c, []);
        readings.get(c).push(syllable);
      });
    });
  });

  // The letters by which a character may begin when it is read.
  const initials = new Map();
  readings.forEach((syllables, c) => initials.set(c, syllables.map((syllable) => syllable[0]).join('')));

  const QUOTES = '“”„‟‘’‛\'＂＇「」『』〝〞«»`';
  const DASHES = '‐‑‒–—―−－～〜~';
  const SIGNS = '+/%‰℃°=<>×÷&#@$¥';

  function light(c) {
    if (QUOTES.includes(c)) return '"';
    if (DASHES.includes(c)) return '-';
    if (c === 'ü' || c === 'Ü') return 'v';
    const code = c.codePointAt(0);
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : c;
    return half === '\u3000' ? ' ' : Array.from(half.toLowerCase())[0];
  }

  const isDigit = (c) => c !== undefined && /^[0-9]$/.test(light(c));

  // Punctuation is passed over; what joins numbers counts beside a digit.
  function isKept(c, before, after) {
    const form = light(c);
    if (/^[\p{L}\p{N}]$/u.test(form) || SIGNS.includes(form)) return true;
    const joins = '.,:-'.includes(form) && c !== '，' && c !== '：';
    return joins && (isDigit(before) || isDigit(after));
  }

  // The compared characters of a text, and where each begins and ends in it.
  function fold(text) {
    const chars = Array.from(text);
    const row = [], starts = [], ends = [];
    let at = 0;
    chars.forEach((c, n) => {
      if (isKept(c, chars[n - 1], chars[n + 1])) {
        const form = light(c);
        row.push(simplified.get(form) || form);
        starts.push(at);
        ends.push(at + c.length);
      }
      at += c.length;
    });
    return { row, starts, ends };
  }

  // ---- Finding. ----

  const units = all('.u').map((element) => {
    const text = element.textContent;
    return Object.assign(fold(text), { element, text });
  });

  const LITERAL = 0, SPELT = 1, BEGUN = 2, INITIALS = 3, NONE = 9;

  // The ways in which a character can stand for the beginning of the typed letters: [length, grade].
  function steps(c, typed, from, isFirst) {
    const found = typed[from] === c ? [[1, LITERAL]] : [];
    (readings.get(c) || []).forEach((reading, n) => {
      let common = 0;
      while (common < reading.length && reading[common] === typed[from + common]) common += 1;
      if (common === 0) return;
      const isEnd = from + common === typed.length;
      if (common === reading.length && common > 1) found.push([common, SPELT]);
      else if (isEnd && n === 0 && !(isFirst && common === 1)) found.push([common, BEGUN]);
      if (common >= 2 && /^[zcs]h/.test(reading)) found.push([2, INITIALS]);
      found.push([1, INITIALS]);
    });
    return found;
  }

  // The best reading of the typed characters from a place on: [end, grade].
  function readFrom(row, start, typed) {
    let reached = { 0: LITERAL };
    let best = [start, NONE];
    for (let at = start; at < row.length && at < start + typed.length; at += 1) {
      const next = {};
      Object.keys(reached).forEach((from) => {
        steps(row[at], typed, Number(from), at === start).forEach((step) => {
          const to = Number(from) + step[0];
          const grade = Math.max(reached[from], step[1]);
          if (next[to] === undefined || grade < next[to]) next[to] = grade;
        });
      });
      if (next[typed.length] < best[1]) best = [at + 1, next[typed.length]];
      delete next[typed.length];
      reached = next;
      if (Object.keys(reached).length === 0) break;
    }
    return best;
  }

  // Letters that are read, not stood for, do not reach over punctuation.
  const isUnbroken = (unit, start, end) => {
    for (let n = start + 1; n < end; n += 1) if (unit.starts[n] !== unit.ends[n - 1]) return false;
    return true;
  };

  function occurrences(unit, typed, mayRead) {
    const found = [], row = unit.row;
    for (let at = 0; at < row.length; at += 1) {
      const isSame = row[at] === typed[0];
      if (!isSame && !(mayRead && (initials.get(row[at]) || '').includes(typed[0]))) continue;
      let end = at, grade = NONE;
      if (isSame && typed.every((c, n) => row[at + n] === c)) [end, grade] = [at + typed.length, LITERAL];
      else if (mayRead) [end, grade] = readFrom(row, at, typed);
      if (grade !== NONE && (grade === LITERAL || isUnbroken(unit, at, end))) {
        found.push({ start: unit.starts[at], end: unit.ends[end - 1], grade });
      }
    }
    return found;
  }

  const apart = (hits) => {
    let end = 0;
    return hits.sort((a, b) => a.start - b.start || b.end - a.end).filter((hit) => {
      if (hit.start < end) return false;
      end = hit.end;
      return true;
    });
  };

  // Every word has to be in the paragraph. Of the readings of a word only the best count: where it stands as it is,
  // nobody looks for its initials.
  function find(query) {
    const words = query.split(/\s+/).map((word) => fold(word).row).filter((row) => row.length > 0);
    if (words.length === 0) return [];
    const perWord = words.map((typed) => {
      const mayRead = typed.length > 1 && typed.some((c) => /^[a-z]$/.test(c));
      const perUnit = units.map((unit) => occurrences(unit, typed, mayRead));
      const best = Math.min(NONE, ...perUnit.map((hits) => Math.min(NONE, ...hits.map((hit) => hit.grade))));
      return perUnit.map((hits) => hits.filter((hit) => hit.grade === best));
    });
    return units
      .map((unit, n) => ({ unit, perWord: perWord.map((perUnit) => perUnit[n]) }))
      .filter((found) => found.perWord.every((hits) => hits.length > 0))
      .map((found) => ({ unit: found.unit, hits: apart([].concat(...found.perWord)) }));
  }

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

  function search() {
    clear();
    find(query.value).forEach((found) => mark(found.unit, found.hits));
    if (marks.length > 0) go(0);
    tell();
  }

  query.addEventListener('input', (event) => {
    if (!event.isComposing) search();
  });
  query.addEventListener('compositionend', search);
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
      search();
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

  function filter(domain) {
    const fits = (item) => domain === '' || item.dataset.d.split(' ').includes(domain);
    [['.card', 'shown-targets'], ['li.task', 'shown-tasks']].forEach(([selector, id]) => {
      const items = all(selector), shown = byId(id), { whole, part } = shown.dataset;
      items.forEach((item) => { item.hidden = !fits(item); });
      const n = items.filter(fits).length;
      shown.textContent = domain === '' ? whole : template(part, { n, all: items.length });
    });
    all('.group').forEach((group) => {
      group.hidden = all('.card, li.task', group).every((item) => item.hidden);
    });
    buttons.forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.domain === domain));
    });
  }

  buttons.forEach((button) => button.addEventListener('click', () => filter(button.dataset.domain)));

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
  measure();
  tell();
  locate();
}());
