//! What is needed from now on: the yearly change from the latest figure to the goal over the years that are left.

use rust_decimal::Decimal;

use super::mean::Compound;
use super::pace::{change, rounded};
use super::{Evaluation, Measure, Verdict};
use crate::plan::{Direction, Kind, Period, Target};
use crate::records::{Flag, Moment};
use crate::wording::{self, figure, numeral};
use crate::words::say;

/// Where the way that is left begins.
struct From {
    /// The figure.
    value: Decimal,
    /// When it held, on a scale of years as a fraction: see [`Moment::position`].
    position: (i64, i64),
    /// The same for readers.
    when: String,
}

impl Evaluation {
    /// The change that is needed in each year that is left, in the target's unit: of the level, for a sum the yearly amount,
    /// for growth the mean rate. `None` once the goal is met or its year is over, and where it can't be worked out.
    pub fn needed_per_year(&self, target: &Target, term: Option<Period>) -> Option<Decimal> {
        let is_met = matches!(self.verdict, Verdict::AlreadyReached | Verdict::Reached);
        if is_met || !self.is_running() {
            return None;
        }
        match target.kind {
            Kind::Cumulative => self.amount_needed(term?),
            Kind::AnnualGrowth => self.growth_needed(term?),
            _ => self.change_needed(target, term),
        }
    }

    /// The same in words, with its calculation.
    pub fn needed(&self, target: &Target, term: Option<Period>) -> Option<String> {
        let needed = self.needed_per_year(target, term)?;
        let (year, goal) = (self.goal.year.known()?, self.goal.value?);
        let goal_in_words = figure(goal.decimal(), target);
        Some(match (target.kind, &self.measure) {
            (Kind::Cumulative, Measure::Attainment { sum, .. }) => say!(
                "今后平均每年{amount}（到{when}已累计{sum}，{year}年须累计{goal}）",
                amount = figure(rounded(needed, target), target),
                when = self.judged.as_ref()?.period.shown(),
                sum = figure(sum.normalize(), target),
                year,
                goal = goal_in_words
            ),
            (Kind::Cumulative, _) => say!(
                "平均每年{amount}（{years}累计{goal}）",
                amount = figure(rounded(needed, target), target),
                years = wording::years(term?.start, year),
                goal = goal_in_words
            ),
            (Kind::AnnualGrowth, _) => say!(
                "今后年均增长{rate}%（到{year}年全期年均{goal}）",
                rate = numeral(needed),
                year,
                goal = goal_in_words
            ),
            _ => {
                let from = self.from(target, term)?;
                say!(
                    "年均{change}（由{from}{base}到{to}年{goal}）",
                    change = change(needed, target),
                    from = from.when,
                    base = numeral(from.value),
                    to = year,
                    goal = numeral(self.level(target)?)
                )
            }
        })
    }

    /// From the latest comparable figure, or where there is none from the base.
    fn from(&self, target: &Target, term: Option<Period>) -> Option<From> {
        let judged = self.judged.as_ref();
        let at = |moment: Moment, value: Decimal| From {
            value,
            position: moment.position(),
            when: moment.shown(),
        };
        if let Some(judged) = judged.filter(|it| it.flag != Flag::Break) {
            return Some(at(judged.period, judged.value.decimal()));
        }
        match (&self.baseline, target.kind) {
            (_, Kind::PeriodChange) => Some(at(Moment::Year(term?.base_year()), Decimal::ZERO)),
            (Some(base), _) => Some(at(Moment::Year(base.year), base.value.decimal())),
            (None, _) => None,
        }
    }

    /// The figure that is to be reached: the goal's, or what it makes of the baseline.
    fn level(&self, target: &Target) -> Option<Decimal> {
        let goal = self.goal.value?.decimal();
        if target.kind != Kind::ChangeBy {
            return Some(goal);
        }
        let base = self.baseline.as_ref()?.value.decimal();
        match target.direction {
            Some(Direction::Down) => base.checked_sub(goal),
            _ => base.checked_add(goal),
        }
    }

    fn change_needed(&self, target: &Target, term: Option<Period>) -> Option<Decimal> {
        let from = self.from(target, term)?;
        let change = self.level(target)?.checked_sub(from.value)?;
        let falls = match target.kind {
            Kind::DecreaseTo | Kind::AtMost => true,
            Kind::ChangeBy => target.direction == Some(Direction::Down),
            // On either side.
            Kind::About => change.is_sign_negative(),
            Kind::IncreaseTo | Kind::AtLeast | Kind::FullCoverage | Kind::PeriodChange => false,
            _ => return None,
        };
        if change.is_zero() || change.is_sign_negative() != falls {
            return None;
        }
        let (position, days) = from.position;
        let left = i64::from(self.goal.year.known()?) * days - position;
        let left = (left > 0).then(|| Decimal::from(left))?;
        change.checked_mul(days.into())?.checked_div(left)
    }

    /// The years with and without figures: how many have gone up to the latest figure, how many are left. `None` with a year
    /// missing in between.
    fn years(&self, term: Period) -> Option<(u16, u16)> {
        if self.verdict == Verdict::DifferentMeasure {
            return None;
        }
        let latest = self.judged.as_ref().map(|it| it.period.year());
        let latest = latest.unwrap_or(term.base_year());
        if self.missing.iter().any(|year| *year < latest) {
            return None;
        }
        let gone = latest.checked_sub(term.base_year())?;
        let left = self.goal.year.known()?.checked_sub(latest)?;
        (left > 0).then_some((gone, left))
    }

    fn amount_needed(&self, term: Period) -> Option<Decimal> {
        let (_, left) = self.years(term)?;
        let sum = match self.measure {
            Measure::Attainment { sum, .. } => sum,
            _ => Decimal::ZERO,
        };
        let rest = self.goal.value?.decimal().checked_sub(sum)?;
        let rest = (rest > Decimal::ZERO).then_some(rest)?;
        rest.checked_div(left.into())
    }

    fn growth_needed(&self, term: Period) -> Option<Decimal> {
        let (gone, left) = self.years(term)?;
        let counted = self.seen.iter().filter(|it| {
            let in_term = it.period.year() >= term.start;
            it.flag != Flag::Break && in_term && matches!(it.period, Moment::Year(_))
        });
        let rates: Vec<Decimal> = counted.map(|it| it.value.decimal()).collect();
        if rates.len() != usize::from(gone) {
            return None;
        }
        let rest = Compound::still(self.goal.value?.decimal(), &rates, left.into())?;
        Some(rest.mean())
    }
}
