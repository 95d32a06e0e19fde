// Finding in the text by the rules of the program's own search; without the page, so that it can be tried by itself.
// A text is { row, lights, starts, ends, others }: its compared characters, the same before simplification, where each
// begins and ends, and the text with other candidates at uncertain places.
const search = function (data) {
  'use strict';

  // ---- Folding: what counts as the same. ----

  const pairs = (text) => {
    const chars = Array.from(text), map = new Map();
    for (let n = 0; n + 1 < chars.length; n += 2) map.set(chars[n], chars[n + 1]);
    return map;
  };
  const simplified = pairs(data.traditional), lights = pairs(data.light);
  const SIGNS = data.signs;

  function light(c) {
    const code = c.codePointAt(0);
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : c;
    return lights.get(c) || Array.from(half.toLowerCase())[0];
  }

  const simple = (form) => simplified.get(form) || form;
  const folded = (c) => simple(light(c));
  const isDigit = (c) => c !== undefined && /^[0-9]$/.test(light(c));
  const isLetter = (c) => /^[a-z]$/.test(c);

  const isCompared = (c) => /^[\p{Alphabetic}\p{N}]$/u.test(folded(c)) || SIGNS.includes(light(c));

  // Punctuation is passed over; what joins numbers counts beside a digit.
  function isKept(c, before, after) {
    if (isCompared(c)) return true;
    const joins = '.,:-'.includes(light(c)) && c !== '，' && c !== '：';
    return joins && (isDigit(before) || isDigit(after));
  }

  function row(text) {
    const chars = Array.from(text);
    const row = [], written = [], starts = [], ends = [];
    let at = 0;
    chars.forEach((c, n) => {
      if (isKept(c, chars[n - 1], chars[n + 1])) {
        row.push(folded(c));
        written.push(light(c));
        starts.push(at);
        ends.push(at + c.length);
      }
      at += c.length;
    });
    return { row, lights: written, starts, ends };
  }

  // A text with other candidates at the uncertain places where `isMeant` says so, each with where it stands in the text as
  // shown and in this one.
  function reading(text, uncertain, rank, isMeant) {
    const places = [];
    let other = '', at = 0;
    uncertain.forEach(({ start, end, others }, n) => {
      if (!isMeant(n) || others[rank] === undefined) return;
      other += text.slice(at, start);
      places.push({ start, end, from: other.length, to: other.length + others[rank].length });
      other += others[rank];
      at = end;
    });
    return Object.assign(row(other + text.slice(at)), { places });
  }

  // A text to find words in. `uncertain` has the places where other characters may have stood: { start, end, others }.
  function fold(text, uncertain) {
    const places = uncertain || [], others = [];
    const most = Math.max(0, ...places.map((place) => place.others.length));
    const which = places.length > 1 ? [() => true, (n) => n % 2 === 0, (n) => n % 2 === 1] : [() => true];
    for (let rank = 0; rank < most; rank += 1) {
      which.forEach((isMeant) => {
        const other = reading(text, places, rank, isMeant);
        if (other.places.length > 0) others.push(other);
      });
    }
    return Object.assign(row(text), { others });
  }

  // ---- Readings. ----

  const spellings = (syllable) => [syllable].concat(data.spellings[syllable] || []);
  // Of each character what may be typed for its readings, the usual one first.
  const readings = new Map();
  [data.pinyin, data.also].forEach((syllables, n) => {
    Object.keys(syllables).forEach((syllable) => {
      Array.from(syllables[syllable]).forEach((c) => {
        if (!readings.has(c)) readings.set(c, []);
        const known = readings.get(c);
        spellings(syllable).forEach((letters) => {
          if (!known.some((reading) => reading.letters === letters)) known.push({ letters, isFirst: n === 0 });
        });
      });
    });
  });
  const syllables = new Set([].concat(...Array.from(readings.values(), (known) => known.map((reading) => reading.letters))));

  // The letters by which a character may begin when it is read.
  const initials = new Map();
  readings.forEach((known, c) => initials.set(c, known.map((reading) => reading.letters[0]).join('')));

  const LITERAL = 0, BROKEN = 1, VARIANT = 2, REWRITTEN = 3, SPELT = 4, BEGUN = 5, INITIALS = 6, WITHIN = 7, NONE = 9;

  // The ways in which a character can stand for the beginning of the typed letters: [length, grade].
  function steps(c, typed, from, isFirst) {
    const found = typed[from] === c ? [[1, LITERAL]] : [];
    (readings.get(c) || []).forEach(({ letters, isFirst: isUsual }) => {
      let common = 0;
      while (common < letters.length && letters[common] === typed[from + common]) common += 1;
      if (common === 0) return;
      const isEnd = from + common === typed.length;
      // Who types ly or ny means two characters, rather than the beginning of lyu.
      const isBare = common === 1 || (common === 2 && letters[1] === 'y');
      if (common === letters.length && common > 1) found.push([common, SPELT]);
      else if (isEnd && isUsual && !(isFirst && isBare)) found.push([common, BEGUN]);
      if (common >= 2 && /^[zcs]h/.test(letters)) found.push([2, INITIALS]);
      found.push([1, INITIALS]);
    });
    return found;
  }

  // The best reading of the typed characters from a place on: [end, grade]. A syllable ends at each break.
  function readFrom(row, start, typed, breaks) {
    const fits = (from, to) => !breaks.some((at) => from < at && at < to);
    let reached = { 0: LITERAL };
    let best = [start, NONE];
    for (let at = start; at < row.length && at < start + typed.length; at += 1) {
      const next = {};
      Object.keys(reached).forEach((from) => {
        steps(row[at], typed, Number(from), at === start).forEach((step) => {
          const to = Number(from) + step[0];
          const grade = Math.max(reached[from], step[1]);
          if (fits(Number(from), to) && (next[to] === undefined || grade < next[to])) next[to] = grade;
        });
      });
      if (next[typed.length] < best[1]) best = [at + 1, next[typed.length]];
      delete next[typed.length];
      reached = next;
      if (Object.keys(reached).length === 0) break;
    }
    return best;
  }

  // ---- Where a word stands. ----

  const isGap = (unit, at) => at > 0 && unit.starts[at] !== unit.ends[at - 1];

  const isUnbroken = (unit, start, end) => {
    for (let n = start + 1; n < end; n += 1) if (isGap(unit, n)) return false;
    return true;
  };

  // Whether figures begin or end within a longer number: 6% in 9.6%.
  function isInNumber(unit, start, end) {
    const { row } = unit;
    const figure = (at) => /^[0-9]$/.test(row[at] || ''), joins = (at) => row[at] === '.' || row[at] === ',';
    const begins = figure(start) || (row[start] === '.' && figure(start + 1));
    const before = figure(start - 1) || (joins(start - 1) && figure(start - 2));
    const after = figure(end) || (joins(end) && figure(end + 1));
    return (begins && !isGap(unit, start) && before) || (figure(end - 1) && !isGap(unit, end) && after);
  }

  // The same of numbers in characters: 五岁 in 三十五岁.
  function isInNumeral(unit, start, end) {
    const is = (at) => unit.row[at] !== undefined && forms.isNumeral(unit.row[at]);
    return (is(start) && !isGap(unit, start) && is(start - 1)) || (is(end - 1) && !isGap(unit, end) && is(end));
  }

  const touchesNumbers = (row) => /^[0-9.]/.test(row[0]) || /^[0-9]/.test(row[row.length - 1]);

  function literal(unit, word, start) {
    const end = start + word.row.length;
    if (touchesNumbers(word.row) && isInNumber(unit, start, end)) return word.isRewritten ? NONE : WITHIN;
    if (word.isRewritten) return isInNumeral(unit, start, end) ? NONE : REWRITTEN;
    const written = unit.lights.slice(start, end);
    if (word.isVariant && !written.every((c, n) => mayBe(c, word.lights[n]))) return NONE;
    if (word.isVariant || written.some((c, n) => c !== word.lights[n])) return VARIANT;
    return isUnbroken(unit, start, end) ? LITERAL : BROKEN;
  }

  function standing(unit, word) {
    const found = [], row = unit.row, typed = word.row;
    for (let at = 0; at < row.length; at += 1) {
      const isSame = row[at] === typed[0];
      if (!isSame && !(word.mayRead && (initials.get(row[at]) || '').includes(typed[0]))) continue;
      let end = at, grade = NONE;
      if (isSame && typed.every((c, n) => row[at + n] === c)) [end, grade] = [at + typed.length, literal(unit, word, at)];
      else if (word.mayRead) [end, grade] = readFrom(row, at, typed, word.breaks);
      // Letters that are read, not stood for, do not reach over punctuation.
      if (grade !== NONE && (grade < SPELT || grade === WITHIN || isUnbroken(unit, at, end))) {
        found.push({ start: unit.starts[at], end: unit.ends[end - 1], grade });
      }
    }
    return found;
  }

  // Where a place of a text with other candidates stands in the text as shown: a candidate is taken whole.
  function shown(places, at, isEnd) {
    let moved = 0;
    for (const place of places) {
      if (at < place.from) break;
      if (at < place.to) return isEnd ? place.end - 1 : place.start;
      moved = place.end - place.to;
    }
    return at + moved;
  }

  // Where a word stands in a text, and where it would with other candidates.
  function occurrences(unit, word) {
    const more = unit.others.map((other) => standing(other, word)
      .filter((hit) => other.places.some((place) => hit.start < place.to && place.from < hit.end))
      .map((hit) => ({
        start: shown(other.places, hit.start, false),
        end: shown(other.places, hit.end - 1, true) + 1,
        grade: Math.max(hit.grade, BROKEN),
      })));
    return standing(unit, word).concat(...more);
  }

  // ---- What was typed. ----

  const values = (c) => (data.several[c] ? Array.from(data.several[c], simple) : [simple(c)]);
  const mayBe = (one, other) => values(one).some((value) => values(other).includes(value));

  // What a character may stand for besides its simplified form, and, unless it is to be read, what may stand for it.
  function related(c, mayRead) {
    const others = mayRead ? [] : Object.keys(data.several).filter((other) => mayBe(c, other)).map(simple);
    return Array.from(new Set(values(c).concat(others))).filter((other) => other !== simple(c));
  }

  // Words with characters exchanged that stand for more than one: 計畫 is 计划.
  function variants(word) {
    const found = [];
    if (word.row.length < 2) return found;
    word.lights.forEach((typed, n) => related(typed, word.mayRead).forEach((other) => {
      const known = found.concat([word]).filter((it) => it.row[n] === word.row[n]).slice(0, 15 - found.length);
      found.push(...known.map((it) => Object.assign({}, it, {
        row: it.row.map((c, at) => (at === n ? other : c)), isVariant: true,
      })));
    }));
    return found;
  }

  const SEPARATORS = '\'’‘＇‛ʼ′`´-‐‑‒–－·';

  // Pinyin as it is spelt: without what tells its syllables apart, signs or the numbers of tones, and u for jv, qv, xv.
  function respelt(typed) {
    const parts = [''];
    for (const c of Array.from(typed)) {
      const part = parts[parts.length - 1], form = light(c);
      const isTone = /^[1-5]$/.test(form) && part.length > 1 && syllables.has(part);
      if (isTone || (SEPARATORS.includes(c) && part !== '')) parts.push('');
      else if ((c === ':' || c === '：') && part.endsWith('u')) parts[parts.length - 1] = part.slice(0, -1) + 'v';
      else if (/^\p{Alphabetic}$/u.test(form)) parts[parts.length - 1] += form;
      else return null;
    }
    const spelt = parts.map((part) => part.replace(/([jqxy])v/g, '$1u'));
    const text = spelt.join(''), breaks = [];
    if (text === Array.from(typed, light).join('')) return null;
    spelt.slice(0, -1).reduce((at, part) => {
      breaks.push(at + Array.from(part).length);
      return at + Array.from(part).length;
    }, 0);
    return { text, breaks };
  }

  // The words that one typed word may be.
  function words(typed) {
    const word = (text, more) => {
      const told = row(text);
      const mayRead = told.row.length > 1 && told.row.some(isLetter);
      return Object.assign({ row: told.row, lights: told.lights, mayRead, breaks: [] }, more);
    };
    const own = word(typed);
    if (own.row.length === 0) return [];
    if (own.row.some(isLetter)) {
      const spelt = respelt(typed);
      if (!spelt) return [own].concat(variants(own));
      const told = word(spelt.text, { breaks: spelt.breaks });
      // With its signs passed over, the word as typed would be read across syllables.
      return [told].concat(variants(told), told.row.join('') === own.row.join('') ? [] : [own]);
    }
    // Between quotation marks it is meant as it stands.
    if (/^(["＂].*["＂]|“.*”|「.*」|『.*』)$/.test(typed)) return [own].concat(variants(own));
    const plain = Array.from(typed, (c) => (isCompared(c) ? folded(c) : c)).join('');
    const others = forms.numbers(plain).concat(forms.names(plain, data.names));
    return [own].concat(variants(own), others.map((text) => word(text, { isRewritten: true })));
  }

  const apart = (hits) => {
    let end = 0;
    return hits.sort((a, b) => a.start - b.start || b.end - a.end).filter((hit) => {
      if (hit.start < end) return false;
      end = hit.end;
      return true;
    });
  };

  // The best hits of a word in each text. Of what is read only the best in all of them count: where it stands as it is,
  // nobody looks for its initials.
  function ofWord(units, typed) {
    const perUnit = units.map((unit) => {
      const hits = [].concat(...typed.map((word) => occurrences(unit, word)));
      const best = Math.min(NONE, ...hits.map((hit) => hit.grade));
      return { best, hits: hits.filter((hit) => hit.grade === best) };
    });
    const best = Math.min(NONE, ...perUnit.map((found) => found.best));
    const counts = (grade) => (best < SPELT ? grade < SPELT || grade === WITHIN : grade === best);
    return perUnit.map((found) => (counts(found.best) ? found.hits : []));
  }

  // Every text that has all the words, with where they stand.
  function find(units, query) {
    const typed = query.replace(new RegExp(data.invisible, 'gu'), '').split(/\s+/).map(words).filter((all) => all.length > 0);
    if (typed.length === 0) return [];
    const perWord = typed.map((all) => ofWord(units, all));
    return units
      .map((unit, n) => ({ unit, perWord: perWord.map((perUnit) => perUnit[n]) }))
      .filter((found) => found.perWord.every((hits) => hits.length > 0))
      .map((found) => ({ unit: found.unit, hits: apart([].concat(...found.perWord)) }));
  }

  return { fold, find };
};
