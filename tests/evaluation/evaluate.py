#!/usr/bin/env python3
"""The method of docs/method.md a second time, written from the document and not from the Rust code.

Reads cases as JSON from standard input, writes what each comes to. Standard library only; figures are exact fractions.
"""

import datetime
import json
import sys
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

ABOUT = Fraction(1, 100)
STEP = Fraction(1)
WORDS = [(Fraction(105, 100), "快于预期"), (Fraction(95, 100), "符合预期"), (Fraction(60, 100), "滞后")]
LEVELS = ("increase-to", "decrease-to", "about", "at-least", "at-most", "full-coverage")


def number(text):
    return None if text is None else Fraction(Decimal(text))


def digits(text):
    return len(text.partition(".")[2])


def last_day(period):
    """The day on which a figure holds, from which on it can be seen."""
    if len(period) == 4:
        return datetime.date(int(period), 12, 31)
    return datetime.date.fromisoformat(period)


def position(day):
    """Where a day lies on a line of years on which the end of 2023 is 2023."""
    first = datetime.date(day.year, 1, 1)
    length = (datetime.date(day.year + 1, 1, 1) - first).days
    return day.year - 1 + Fraction((day - first).days + 1, length)


class Case:
    def __init__(self, case):
        self.case = case
        self.kind = case["kind"]
        self.goal = number(case["goal"])
        self.as_of = datetime.date.fromisoformat(case["as_of"])
        self.start, self.year = case["start"], case["year"]
        self.end = datetime.date(self.year, 12, 31)
        self.over = self.as_of > self.end
        self.seen = sorted(
            (o for o in case["observations"] if last_day(o["period"]) <= self.as_of),
            key=lambda o: (last_day(o["period"]), len(o["period"]) == 4),
        )
        self.base_year, self.base_text = self.find_base()
        self.base = number(self.base_text)
        term = [o for o in self.seen if int(o["period"][:4]) >= self.start]
        self.term = [o for o in term if last_day(o["period"]) <= self.end]
        self.after = [o for o in term if last_day(o["period"]) > self.end]
        self.out = {"verdict": "尚无监测数据", "interim": None, "provisional": False, "fraction": None, "expected": None, "gap": None}

    def find_base(self):
        if self.case["baseline"]:
            return self.case["baseline"]
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
        return self.finish(running)

    def is_down(self):
        if self.kind == "about":
            return self.base is not None and self.base > self.goal
        return self.kind in ("decrease-to", "at-most") or self.case["direction"] == "down"

    def lacking(self, value):
        return value - self.goal if self.is_down() else self.goal - value

    def met(self, value):
        if self.kind == "about":
            return abs(value - self.goal) <= ABOUT * abs(self.goal)
        return self.lacking(value) <= 0

    def pace(self, done, share):
        if done < 0:
            return "倒退"
        for bound, word in WORDS:
            if done >= bound * share:
                return word
        return "明显滞后"

    def evaluate(self):
        if self.kind == "qualitative" or (self.kind == "full-coverage" and self.goal is None):
            return self.record()
        if not self.term and not self.after:
            return self.out
        by_year = {"keep-below": self.limit, "cumulative": self.total, "relative": self.relative, "in-step": self.step}
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
        self.out["gap"] = self.lacking(value)
        way = None if self.base is None else self.lacking(self.base)
        fraction = share = None
        if way is not None and way > 0:
            fraction = (value - self.base) / (self.goal - self.base)
            share = (position(day) - self.base_year) / (self.year - self.base_year)
            self.out.update(fraction=fraction, expected=share)
        if self.met(value):
            running = "提前实现"
        elif self.kind == "about" and self.lacking(value) < 0:
            running = "超出约数范围"
        elif fraction is None:
            running = "尚未达到"
        elif way < Fraction(5, 10 ** max(digits(self.base_text), digits(self.case["goal"]))):
            running = "变幅过小，不判进度"
        else:
            running = self.pace(fraction, share)
        return self.settle(day == self.end, running, self.final(value))

    def final(self, value):
        if self.met(value):
            good = [self.met(number(o["value"])) for o in self.term if o["flag"] != "break"]
            years = [int(o["period"][:4]) for o in self.term if o["flag"] != "break"]
            since = len(good)
            while since > 0 and good[since - 1]:
                since -= 1
            return "提前达到" if years[since] < self.year else "达到"
        if self.kind not in ("about", "full-coverage") and self.rounds(value) and not (self.base is not None and self.rounds(self.base)):
            return "四舍五入后达到"
        if any(self.met(number(o["value"])) for o in self.after if o["flag"] != "break"):
            return "逾期达到"
        if self.kind == "about" and self.lacking(value) < 0:
            return "超出约数范围"
        if self.base is not None:
            if self.is_down() and value > self.base:
                return "未达到且高于基期"
            if not self.is_down() and value < self.base:
                return "未达到且低于基期"
        return "未达到"

    def rounds(self, value):
        unit = Decimal(1).scaleb(-digits(self.case["goal"]))
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return self.met(Fraction(exact.quantize(unit, ROUND_HALF_UP)))

    def missing(self, usable):
        have = {o["period"] for o in usable}
        years = range(self.start, self.year + 1)
        return [y for y in years if datetime.date(y, 12, 31) <= self.as_of and str(y) not in have]

    def limit(self, usable):
        values = [number(o["value"]) for o in usable]
        final = usable[-1]["period"] == str(self.year)
        self.out["gap"] = values[-1] - self.goal
        if any(v > self.goal for v in values):
            return self.finish("未达到" if self.over or final else "期内已突破")
        return self.settle(final, "期内未突破", "无法完全判定" if self.missing(usable) else "达到")

    def total(self, usable):
        total = sum(number(o["value"]) for o in usable)
        latest = int(usable[-1]["period"])
        share = Fraction(latest - self.start + 1, self.year - self.start + 1)
        self.out.update(gap=self.goal - total, fraction=total / self.goal, expected=share)
        final = latest == self.year
        if total >= self.goal:
            running, reached = Fraction(0), None
            for o in usable:
                running += number(o["value"])
                if reached is None and running >= self.goal:
                    reached = int(o["period"])
            word = "提前达到" if reached < self.year else "达到"
            return self.finish(word if self.over or final else "提前实现")
        missing = self.missing(usable)
        running = "无法完全判定" if any(y < latest for y in missing) else self.pace(total / self.goal, share)
        return self.settle(final, running, "无法完全判定" if missing else "未达到")

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
        ended = "无法完全判定" if self.missing(pairs) else "达到" if kept else "未达到"
        return self.settle(final, "期内同步" if kept else "期内不同步", ended)

    def direction(self):
        last = self.term[-1]
        final = last_day(last["period"]) == self.end
        if self.base is None:
            return self.settle(final, "缺基期值", "缺基期值")
        change = number(last["value"]) - self.base
        if change == 0:
            return self.settle(final, "与基期持平", "未达到")
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
