#!/usr/bin/env python3
"""The method of docs/method.md a second time, written from the document and not from the Rust code.

Reads cases as JSON from standard input, writes what each comes to. Standard library only; figures are exact fractions.
"""

import datetime
import json
import sys
from decimal import Decimal
from fractions import Fraction

ABOUT = Fraction(1, 100)
STEP = Fraction(1)
WORDS = [(Fraction(105, 100), "快于预期"), (Fraction(95, 100), "符合预期"), (Fraction(60, 100), "滞后")]
LEVELS = ("increase-to", "decrease-to", "about", "at-least", "at-most", "full-coverage", "change-by")


def number(text):
    return None if text is None else Fraction(Decimal(text))


def digits(text):
    return len(text.partition(".")[2])


def last_day(period):
    """The day on which a figure holds, from which on it can be seen."""
    year, part = int(period[:4]), period[4:]
    months = {"": 12, "H1": 6, "H2": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}
    month = months.get(part) or (int(part[1:]) if len(part) == 3 else None)
    if month:
        first = datetime.date(year + month // 12, month % 12 + 1, 1)
        return first - datetime.timedelta(days=1)
    return datetime.date.fromisoformat(period)


def length(period):
    """Of two figures that end on one day the one for the longer time comes last."""
    part = period[4:]
    return 4 if not part else {"H": 3, "Q": 2}.get(part[0], 1 if len(part) == 3 else 0)


def rounded(value, places):
    """To so many decimals, halves away from zero."""
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))
    return Fraction(-whole if value < 0 else whole, 10**places)


def compound(rates):
    product = Fraction(1)
    for rate in rates:
        product *= 1 + rate / 100
    return product


def mean(product, years):
    """The mean growth in percent to two decimals: the nearest one, halves away from zero, by powers instead of roots."""

    def power(hundredths):
        return (1 + Fraction(hundredths) / 10000) ** years

    low, high = -10000, 1
    while power(high) <= product:
        high = 2 * high + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if power(middle) <= product else (low, middle)
    half = Fraction(2 * low + 1, 2)
    up = product > power(half) or (product == power(half) and half > 0)
    return Fraction(low + 1 if up else low, 100)


def position(day):
    """Where a day lies on a line of years on which the end of 2023 is 2023."""
    first = datetime.date(day.year, 1, 1)
    length = (datetime.date(day.year + 1, 1, 1) - first).days
    return day.year - 1 + Fraction((day - first).days + 1, length)


def goal_of_day(case):
    """The goal that counts on the day, its year, where it comes from."""
    made = sorted((a for a in case["adjusted"] if a["date"] <= case["as_of"]), key=lambda a: a["date"])
    if made and made[-1]["goal"] is None:
        return None, case["year"], "given-up"
    due = [m for m in case["milestones"] if f"{m['year']}-12-31" > case["as_of"]]
    if due:
        first = min(due, key=lambda m: m["year"])
        return first["value"], first["year"], "milestone"
    return (made[-1]["goal"] if made else case["goal"]), case["year"], "plan"


class Case:
    def __init__(self, case):
        self.case = case
        self.kind = case["kind"]
        self.goal_text, self.year, self.origin = goal_of_day(case)
        self.goal = number(self.goal_text)
        self.as_of = datetime.date.fromisoformat(case["as_of"])
        self.start = case["start"]
        self.end = None if self.year is None else datetime.date(self.year, 12, 31)
        self.over = self.end is not None and self.as_of > self.end
        self.seen = sorted(
            (o for o in case["observations"] if last_day(o["period"]) <= self.as_of),
            key=lambda o: (last_day(o["period"]), length(o["period"])),
        )
        self.base_year, self.base_text = self.find_base()
        self.base = number(self.base_text)
        term = [o for o in self.seen if self.start is None or int(o["period"][:4]) >= self.start]
        if self.base is not None and (self.kind in LEVELS or self.kind == "direction"):
            term = [o for o in term if last_day(o["period"]) > datetime.date(self.base_year, 12, 31)]
        self.term = [o for o in term if self.end is None or last_day(o["period"]) <= self.end]
        self.after = [o for o in term if o not in self.term]
        self.out = {"verdict": "尚无监测数据", "interim": None, "provisional": False}
        self.out.update(fraction=None, expected=None, gap=None, needed=None)

    def find_base(self):
        if self.kind == "period-change":
            return (None if self.start is None else self.start - 1), "0"
        stated = self.case["baseline"]
        if stated and (self.year is None or stated[0] < self.year):
            return stated
        if self.start is None:
            return None, None
        if self.kind in LEVELS or self.kind == "direction":
            for o in self.seen:
                if o["period"] == str(self.start - 1) and o["flag"] != "break":
                    return self.start - 1, o["value"]
        return self.start - 1, None

    def finish(self, verdict, **more):
        self.out.update(verdict=verdict, **more)
        return self.out

    def settle(self, final, running, ended):
        """The final word if the final figure is there, else the running one, which after the end is no conclusion."""
        if final:
            return self.finish(ended)
        if self.over:
            return self.finish("待终期数据", interim=running)
        if running == "提前实现" and self.year is None:
            return self.finish("达到")
        return self.finish(running)

    def is_down(self):
        if self.kind == "about":
            return self.base is not None and self.base > self.goal
        if self.kind == "period-change":
            return False
        return self.kind in ("decrease-to", "at-most") or self.case["direction"] == "down"

    def aim(self):
        """The level to reach."""
        if self.kind == "change-by":
            return self.base - self.goal if self.is_down() else self.base + self.goal
        return self.goal

    def lacking(self, value):
        return value - self.aim() if self.is_down() else self.aim() - value

    def at_base(self, value):
        """Whether the value can't be told from the baseline, by half of its last digit."""
        if self.base is None or self.kind == "period-change":
            return False
        return abs(value - self.base) <= Fraction(1, 2 * 10 ** digits(self.base_text))

    def share(self, day):
        """The share of time gone; None where it can't be counted."""
        if self.base_year is None or self.year is None:
            return None
        gone, whole = position(day) - self.base_year, self.year - self.base_year
        return gone / whole if gone > 0 and whole > 0 else None

    def met(self, value):
        if self.kind == "about":
            return abs(value - self.goal) <= ABOUT * abs(self.goal)
        return self.lacking(value) <= 0

    def pace(self, done, share):
        if done < 0:
            return "倒退"
        if share is None:
            return "尚未达到"
        for bound, word in WORDS:
            if done >= bound * share:
                return word
        return "明显滞后"

    def evaluate(self):
        if self.origin == "given-up":
            return self.finish("已调整")
        self.judge()
        self.out["needed"] = self.still_needed()
        return self.out

    def judge(self):
        if self.kind == "qualitative" or (self.kind == "full-coverage" and self.goal is None):
            return self.record()
        if not self.term and not self.after:
            return self.out
        by_year = {"keep-below": self.limit, "cumulative": self.total, "relative": self.relative, "in-step": self.step}
        by_year.update({"annual-growth": self.annual, "set-yearly": self.own_goals})
        if self.kind in by_year:
            usable = [o for o in self.term if o["flag"] != "break" and len(o["period"]) == 4]
            if not usable:
                return self.nothing_usable()
            self.out["provisional"] = any(o["flag"] in ("provisional", "estimated") for o in usable)
            return by_year[self.kind](usable)
        if not self.term or self.term[-1]["flag"] == "break":
            return self.nothing_usable()
        self.out["provisional"] = self.term[-1]["flag"] in ("provisional", "estimated")
        return self.direction() if self.kind == "direction" else self.level()

    def nothing_usable(self):
        if not self.term:
            return self.finish("待终期数据")
        return self.finish("口径不一致", provisional=False)

    def level(self):
        last = self.term[-1]
        value, day = number(last["value"]), last_day(last["period"])
        if self.kind == "change-by" and self.base is None:
            return self.settle(day == self.end, "缺基期值", "缺基期值")
        self.out["gap"] = self.lacking(value)
        way = None if self.base is None else self.lacking(self.base)
        fraction = share = None
        if way is not None and way > 0:
            fraction = (value - self.base) / (self.aim() - self.base)
            share = self.share(day)
            self.out.update(fraction=fraction, expected=share)
        if self.met(value):
            running = "提前实现"
        elif self.kind == "about" and self.lacking(value) < 0:
            running = "超出约数范围"
        elif fraction is None:
            running = "尚未达到"
        elif self.kind != "period-change" and way < Fraction(5, 10 ** max(digits(self.base_text), digits(self.goal_text))):
            running = "变幅过小，不判进度"
        elif self.at_base(value):
            running = "与基期基本持平"
        else:
            running = self.pace(fraction, share)
        final = day == self.end
        return self.settle(final, running, self.final(value) if final else None)

    def final(self, value):
        if self.met(value):
            good = [self.met(number(o["value"])) for o in self.term if o["flag"] != "break"]
            years = [int(o["period"][:4]) for o in self.term if o["flag"] != "break"]
            since = len(good)
            while since > 0 and good[since - 1]:
                since -= 1
            return "提前达到" if years[since] < self.year else "达到"
        if self.kind == "change-by":
            change = self.base - value if self.is_down() else value - self.base
            if rounded(change, digits(self.goal_text)) >= self.goal:
                return "四舍五入后达到"
        elif self.kind not in ("about", "full-coverage") and self.rounds(value) and not (self.base is not None and self.rounds(self.base)):
            return "四舍五入后达到"
        if any(self.met(number(o["value"])) for o in self.after if o["flag"] != "break"):
            return "逾期达到"
        if self.kind == "about" and self.lacking(value) < 0:
            return "超出约数范围"
        if self.kind == "period-change" and value < 0:
            return "未达到且高于基期" if self.case["direction"] == "down" else "未达到且低于基期"
        if self.base is not None and not self.at_base(value):
            if self.is_down() and value > self.base:
                return "未达到且高于基期"
            if not self.is_down() and value < self.base:
                return "未达到且低于基期"
        return "未达到"

    def rounds(self, value):
        return self.met(rounded(value, digits(self.goal_text)))

    def missing(self, usable):
        if self.start is None or self.year is None:
            return []
        have = {o["period"] for o in usable}
        years = range(self.start, self.year + 1)
        return [y for y in years if datetime.date(y, 12, 31) <= self.as_of and str(y) not in have]

    def whole(self, years, word):
        """The word if no year is missing and it is known which years there have to be."""
        return "无法完全判定" if self.start is None or self.missing(years) else word

    def limit(self, usable):
        values = [number(o["value"]) for o in usable]
        final = usable[-1]["period"] == str(self.year)
        self.out["gap"] = values[-1] - self.goal
        if any(v > self.goal for v in values):
            return self.finish("未达到" if self.over or final else "期内已突破")
        return self.settle(final, "期内未突破", self.whole(usable, "达到"))

    def total(self, usable):
        total = sum(number(o["value"]) for o in usable)
        latest = int(usable[-1]["period"])
        share = None
        if self.start is not None and self.year is not None:
            share = Fraction(latest - self.start + 1, self.year - self.start + 1)
        self.out.update(gap=self.goal - total, fraction=total / self.goal, expected=share)
        final = latest == self.year
        if total >= self.goal:
            running, reached = Fraction(0), None
            for o in usable:
                running += number(o["value"])
                if reached is None and running >= self.goal:
                    reached = int(o["period"])
            word = "提前达到" if self.year is not None and reached < self.year else "达到"
            return self.finish(word if self.over or final or self.year is None else "提前实现")
        missing = self.missing(usable)
        running = "无法完全判定" if any(y < latest for y in missing) else self.pace(total / self.goal, share)
        return self.settle(final, running, self.whole(usable, "未达到"))

    def annual(self, usable):
        """Growth a year on average, compared without a root."""
        latest = usable[-1]["period"]
        rates = [number(o["value"]) for o in usable]
        if any(rate <= -100 for rate in rates):
            return self.settle(latest == str(self.year), "无法完全判定", "无法完全判定")
        product = compound(rates)
        self.out["gap"] = self.goal - mean(product, len(rates))
        met = product >= (1 + self.goal / 100) ** len(rates)
        ended = self.whole(usable, "达到" if met else "未达到")
        return self.settle(latest == str(self.year), "期内达到" if met else "期内未达到", ended)

    def own_goals(self, usable):
        """Each year against the goal that was set for it."""
        pairs = [o for o in usable if o["benchmark"] is not None]
        if not pairs:
            return self.settle(usable[-1]["period"] == str(self.year), "缺对照值", "缺对照值")
        final = pairs[-1]["period"] == str(self.year)
        short = [number(o["benchmark"]) - number(o["value"]) for o in pairs]
        if self.is_down():
            short = [-gap for gap in short]
        self.out["gap"] = short[-1]
        if any(gap > 0 for gap in short):
            if self.over or final:
                return self.finish("未达到")
            return self.finish("期内未达到")
        return self.settle(final, "期内达到", self.whole(pairs, "达到"))

    def still_needed(self):
        """The change needed a year from the latest figure on, over the years that are left."""
        if self.out["verdict"] in ("提前实现", "达到") or self.over or self.year is None or self.goal is None:
            return None
        if self.kind in ("cumulative", "annual-growth"):
            return self.needed_of_years()
        if self.kind not in LEVELS and self.kind != "period-change":
            return None
        latest = self.term[-1] if self.term and self.term[-1]["flag"] != "break" else None
        if self.term and last_day(self.term[-1]["period"]) == self.end:
            return None
        if self.kind == "change-by" and self.base is None:
            return None
        if latest:
            value, time = number(latest["value"]), position(last_day(latest["period"]))
        elif self.base is not None and self.base_year is not None:
            value, time = self.base, Fraction(self.base_year)
        else:
            return None
        change = self.aim() - value
        if change == 0 or time >= self.year:
            return None
        if self.kind != "about" and (change < 0) != self.is_down():
            return None
        return change / (self.year - time)

    def needed_of_years(self):
        usable = [o for o in self.term if o["flag"] != "break" and len(o["period"]) == 4]
        # Only figures that can't be used: nothing to go on from.
        if self.start is None or (self.term and not usable):
            return None
        latest = int(usable[-1]["period"]) if usable else self.start - 1
        left = self.year - latest
        if left <= 0 or any(y < latest for y in self.missing(usable)):
            return None
        values = [number(o["value"]) for o in usable]
        if self.kind == "cumulative":
            rest = self.goal - sum(values)
            return rest / left if rest > 0 else None
        if any(value <= -100 for value in values):
            return None
        return mean((1 + self.goal / 100) ** (self.year - self.start + 1) / compound(values), left)

    def relative(self, usable):
        last = usable[-1]
        final = last["period"] == str(self.year)
        if last["benchmark"] is None:
            return self.settle(final, "缺对照值", "缺对照值")
        margin = number(last["value"]) - number(last["benchmark"])
        worse = margin if self.is_down() else -margin
        self.out["gap"] = worse
        if worse < 0:
            return self.settle(final, "期内优于对照", "达到")
        return self.settle(final, "期内未优于对照", "未达到")

    def step(self, usable):
        pairs = [o for o in usable if o["benchmark"] is not None]
        final = any(o["period"] == str(self.year) for o in pairs)
        if not pairs:
            return self.settle(usable[-1]["period"] == str(self.year), "缺对照值", "缺对照值")
        mean = sum(number(o["value"]) - number(o["benchmark"]) for o in pairs) / len(pairs)
        kept = mean >= -STEP
        ended = self.whole(pairs, "达到" if kept else "未达到")
        return self.settle(final, "期内同步" if kept else "期内不同步", ended)

    def direction(self):
        last = self.term[-1]
        final = last_day(last["period"]) == self.end
        if self.base is None:
            return self.settle(final, "缺基期值", "缺基期值")
        change = number(last["value"]) - self.base
        if change == 0:
            return self.settle(final, "与基期持平", "未达到")
        if self.at_base(number(last["value"])):
            return self.settle(final, "与基期基本持平", "与基期基本持平")
        if (change < 0) == self.is_down():
            return self.settle(final, "方向一致", "达到")
        return self.settle(final, "方向相反", "未达到且高于基期" if self.is_down() else "未达到且低于基期")

    def record(self):
        stands = [s for s in self.case["statuses"] if datetime.date.fromisoformat(s["date"]) <= self.as_of]
        if not stands:
            return self.finish("待评定") if self.term or self.after else self.out
        last = max(stands, key=lambda s: s["date"])
        stage, date = last["stage"], datetime.date.fromisoformat(last["date"])
        if stage == "已调整":
            return self.finish("已调整")
        if stage == "已完成":
            if self.end is None:
                return self.finish("达到")
            if date > self.end:
                return self.finish("逾期达到")
            return self.finish("达到" if self.over else "提前实现")
        running = stage
        if not self.over:
            return self.finish(running)
        if stage == "未完成" or date >= self.end:
            return self.finish("未达到")
        return self.finish("待终期数据", interim=running)


def shown(value):
    """Fractions with twenty decimals; words as they are."""
    if isinstance(value, Fraction):
        scaled = round(value * 10**20)
        return f"{'-' if scaled < 0 else ''}{abs(scaled) // 10**20}.{abs(scaled) % 10**20:020d}"
    return value


def main():
    results = [Case(case).evaluate() for case in json.load(sys.stdin)]
    json.dump([{k: shown(v) for k, v in result.items()} for result in results], sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
