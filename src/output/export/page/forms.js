// Other forms of what was typed, as in the program's own search: 80% for 百分之八十, 16-59岁 for 16至59岁, 35岁 for
// 三十五岁, 发展改革委 for 发改委, and the reverse.
const forms = (function () {
  'use strict';

  // ---- Numbers in characters. ----

  const DIGITS = '零一二三四五六七八九';
  const UNITS = [['千', 1000], ['百', 100], ['十', 10]];
  const LARGE = [['亿', 100000000], ['万', 10000]];

  const digit = (c) => DIGITS.indexOf(c === '两' ? '二' : c);
  const begins = (c) => c !== undefined && (digit(c) >= 0 || c === '十');
  const continues = (c) => c !== undefined && (begins(c) || '百千万亿点'.includes(c));
  const byDigits = (digits) => (digits.every((c) => digit(c) >= 0) ? digits.map(digit).join('') : null);

  // Below ten thousand. One digit does not follow another: 十四五 is no number.
  function section(number) {
    let sum = 0, last = 10000, left = null, hasZero = false;
    for (const c of number) {
      const unit = UNITS.find((known) => known[0] === c);
      if (unit) {
        const worth = unit[1];
        if (left === null && worth === 10 && sum === 0) left = 1;
        if (left === null || worth >= last) return null;
        sum += left * worth;
        [last, left, hasZero] = [worth, null, false];
      } else if (left !== null || digit(c) < 0 || (hasZero && digit(c) === 0)) {
        return null;
      } else if (digit(c) === 0 && number.length > 1) {
        hasZero = true;
      } else {
        left = digit(c);
      }
    }
    const isComplete = left === null ? !hasZero && sum > 0 : hasZero || last === 10 || sum === 0;
    return isComplete ? sum + (left || 0) : null;
  }

  function value(number) {
    for (const [unit, worth] of LARGE) {
      const at = number.lastIndexOf(unit);
      if (at < 0) continue;
      const after = number.slice(at + 1);
      const many = value(number.slice(0, at)), rest = after.length === 0 ? 0 : value(after);
      return many === null || rest === null || rest >= worth ? null : many * worth + rest;
    }
    return section(number);
  }

  function figures(number) {
    if (number.length > 24) return null;
    const point = number.indexOf('点');
    const whole = point < 0 ? number : number.slice(0, point), decimals = number.slice(whole.length + 1);
    const isYear = whole.length === 4 && byDigits(whole) !== null;
    const told = isYear ? byDigits(whole) : value(whole);
    if (told === null || point < 0) return told === null ? null : String(told);
    return decimals.length === 0 || byDigits(decimals) === null ? null : told + '.' + byDigits(decimals);
  }

  const character = (n, two) => (n === 2 ? two : DIGITS[n]);

  function ofSection(number, two) {
    let out = '', isGap = false;
    UNITS.forEach(([unit, worth]) => {
      const many = Math.floor(number / worth) % 10;
      if (many === 0) {
        isGap = isGap || out !== '';
        return;
      }
      if (isGap) out += '零';
      isGap = false;
      if (!(unit === '十' && many === 1 && out === '')) out += character(many, worth > 10 ? two : '二');
      out += unit;
    });
    const ones = number % 10;
    if (ones > 0 || out === '') out += (isGap ? '零' : '') + character(ones, number === 2 ? two : '二');
    return out;
  }

  function ofValue(number, two) {
    for (const [unit, worth] of LARGE) {
      if (number < worth) continue;
      const rest = number % worth, zero = rest > 0 && rest < worth / 10 ? '零' : '';
      let told = rest > 0 ? ofValue(rest, two) : '';
      if (zero === '' && told.startsWith('十')) told = '一' + told;
      return ofValue(Math.floor(number / worth), two) + unit + zero + told;
    }
    return ofSection(number, two);
  }

  const digits = (text) => Array.from(text, (c) => DIGITS[c]).join('');

  function written(text, two) {
    const [whole, decimals] = text.split('.');
    if (Number(whole) >= 1e12) return null;
    return ofValue(Number(whole), two) + (decimals ? '点' + digits(decimals) : '');
  }

  // ---- A word taken apart: numbers { typed, figures, part, inFigures }, ranges { range }, characters. ----

  const PARTS = [['百分之', '%'], ['千分之', '‰'], ['十万分之', '/10万'], ['万分之', '/万']];
  const SIGNS = PARTS.map((part) => [part[1], part]).concat([['‱', PARTS[3]], ['/十万', PARTS[2]]]);

  function ungrouped(typed) {
    const at = typed.indexOf('.');
    const whole = at < 0 ? typed : typed.slice(0, at), groups = whole.split(',');
    const rest = at < 0 ? '' : typed.slice(at + 1);
    const areGroups = groups[0].length <= 3 && groups.slice(1).every((group) => group.length === 3);
    if (!(groups.length === 1 || areGroups) || !/^[0-9]*$/.test(rest)) return null;
    const decimals = rest.replace(/0+$/, '');
    return groups.join('') + (decimals === '' ? '' : '.' + decimals);
  }

  // What a text begins with: [length, figures, in figures].
  function plain(chars) {
    if (/^[0-9]$/.test(chars[0])) {
      const typed = chars.join('').match(/^[0-9][0-9.,]*/)[0].replace(/[.,]+$/, '');
      const told = ungrouped(typed);
      return told === null ? null : [typed.length, told, true];
    }
    if (!begins(chars[0])) return null;
    let length = 0;
    while (continues(chars[length])) length += 1;
    while (length > 0 && '万亿点'.includes(chars[length - 1])) length -= 1;
    const told = figures(chars.slice(0, length));
    return told === null ? null : [length, told, false];
  }

  function number(chars) {
    const text = chars.join('');
    const part = PARTS.find((known) => text.startsWith(known[0]));
    if (part) {
      const rest = chars.slice(part[0].length);
      const found = rest[0] === '百' ? [1, '100', false] : plain(rest);
      if (!found) return null;
      return { typed: part[0] + rest.slice(0, found[0]).join(''), figures: found[1], part, inFigures: found[2] };
    }
    const found = plain(chars);
    if (!found) return null;
    const rest = chars.slice(found[0]).join('');
    const sign = found[2] ? SIGNS.find((known) => rest.startsWith(known[0])) : undefined;
    const typed = chars.slice(0, found[0]).join('') + (sign ? sign[0] : '');
    return { typed, figures: found[1], part: sign ? sign[1] : null, inFigures: found[2] };
  }

  const isFigure = (c) => c !== undefined && /^[0-9.,]$/.test(c);

  function tokens(chars) {
    const found = [];
    for (let at = 0; at < chars.length;) {
      const told = number(chars.slice(at));
      if (told) {
        found.push(told);
        at += Array.from(told.typed).length;
        continue;
      }
      // A run that is no number has none within it.
      const isPart = isFigure(chars[at]) && !/^[.,]$/.test(chars[at]) ? isFigure : continues;
      do {
        found.push(chars[at]);
        at += 1;
      } while (isPart(chars[at - 1]) && isPart(chars[at]));
    }
    return found;
  }

  const DASH = /^[-‐‑﹣﹘‒–—―−－～〜~]$/;
  const isText = (token) => typeof token === 'string';
  const isNumber = (token) => token !== undefined && !isText(token) && token.range === undefined;

  // A dash, 至 or 到 between two numbers is the sign of a range.
  function ranges(parts) {
    const told = [];
    for (let at = 0; at < parts.length; at += 1) {
      const last = told[told.length - 1], before = told[told.length - 2];
      const isAfter = isNumber(last) || (isText(last) && isNumber(before));
      let end = at;
      if (isAfter && (parts[at] === '至' || parts[at] === '到')) end = at + 1;
      else if (isAfter) while (isText(parts[end]) && DASH.test(parts[end])) end += 1;
      if (end > at && isNumber(parts[end])) {
        told.push({ range: true });
        at = end - 1;
      } else {
        told.push(...parts.slice(at, Math.max(end, at + 1)));
        at = Math.max(end, at + 1) - 1;
      }
    }
    return told;
  }

  const isRange = (token) => token !== undefined && token.range !== undefined;

  // 16岁至59岁 becomes 16至59岁.
  function withOneUnit(parts) {
    const isRepeated = (part, at) => isText(part) && isNumber(parts[at - 1]) && isRange(parts[at + 1]) &&
      isNumber(parts[at + 2]) && parts[at + 3] === part;
    return parts.filter((part, at) => !isRepeated(part, at));
  }

  // 16至59岁 becomes 16岁至59岁.
  function withBothUnits(parts) {
    const told = [];
    parts.forEach((part, at) => {
      const isBare = isRange(part) && isNumber(told[told.length - 1]) && isNumber(parts[at + 1]);
      if (isBare && isText(parts[at + 2])) told.push(parts[at + 2]);
      told.push(part);
    });
    return told;
  }

  // ---- The same number in each style. ----

  const grouped = (text) => text.replace(/^[0-9]+/, (whole) => whole.replace(/\B(?=([0-9]{3})+$)/g, ','));
  const padded = (text) => (text.includes('.') ? text + '0' : text);
  const inFigures = (change) => (told) => change(told.figures) + (told.part ? told.part[1] : '');

  const inCharacters = (two, byDigit) => (told) => {
    if (!told.inFigures) return told.typed;
    if (byDigit && !told.part && /^[0-9]{4}$/.test(told.figures)) return digits(told.figures);
    const words = told.part ? told.part[0] : '';
    if (words === '百分之' && told.figures === '100') return '百分之百';
    const text = written(told.figures, two);
    return text === null ? null : words + text;
  };

  const STYLES = [inFigures((text) => text), inFigures(grouped), inFigures(padded),
    inCharacters('二', false), inCharacters('两', false), inCharacters('二', true)];
  const RANGES = ['-', '--', '至', '到'];

  function numbers(text) {
    const chars = Array.from(text);
    if (!chars.some((c) => begins(c) || /^[0-9百]$/.test(c))) return [];
    const typed = ranges(tokens(chars)), found = new Set();
    const signs = typed.some((part) => part.range) ? RANGES : [''];
    const ways = [typed, withOneUnit(typed), withBothUnits(typed)];
    ways.forEach((parts) => STYLES.forEach((style) => signs.forEach((sign) => {
      const told = parts.map((part) => (isText(part) ? part : part.range ? sign : style(part)));
      if (told.includes(null)) return;
      const form = told.join('');
      // One character alone says too little.
      const isBare = parts.length === 1 && (chars.length < 2 || Array.from(form).length < 2);
      if (form !== text && !isBare) found.add(form);
    })));
    return Array.from(found);
  }

  // ---- Names. ----

  function names(text, lines) {
    const known = [].concat(...lines.map((line) => line.split(' ').map((name) => [name, line])));
    const longestFirst = (a, b) => b[0].length - a[0].length || text.indexOf(a[0]) - text.indexOf(b[0]);
    const found = known.filter((name) => text.includes(name[0])).sort(longestFirst)[0];
    if (!found) return [];
    const others = found[1].split(' ').filter((other) => other !== found[0]);
    return others.map((other) => text.split(found[0]).join(other));
  }

  return { numbers, names, isNumeral: (c) => begins(c) || '百千万亿半'.includes(c) };
}());
