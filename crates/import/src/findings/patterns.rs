//! The patterns in which a clause sets a goal: a verb before a figure, a number of things built, a list item, a number
//! of things that achieve something.

mod rules;
mod words;

use std::ops::Range;

use crate::text::{cut, has_any, head, is_blank, letters, starts, trim};

use super::clause::{Clause, trimmed};
use super::figure::{self, Bound, Extent, Figure};
use super::naming;
use super::subject;
use super::target::{Kind, Reading, Target};
use super::tense::Tense;
use super::verb::{self, Sense};
use rules::{
    is_counter, is_everything, is_inside_brackets, is_rule_of_money, is_rule_of_time,
    limits_a_code, limits_a_rate,
};
use words::{BUILDS, DOES};

/// What a figure was read as.
struct Taken {
    name: Range<usize>,
    words: Option<String>,
    kind: Kind,
    why: Reading,
}

impl Clause<'_> {
    /// The target of a single figure.
    pub(crate) fn single(
        &self,
        figure: &Figure,
        from: usize,
        tense: Tense,
        built: &mut Option<usize>,
    ) -> Option<Target> {
        // 达到75%或较2020年提高5个百分点 is one goal, and the other way to say it.
        let is_alternative = trim(cut(self.around.text, from, figure.at)).starts_with('或');
        // How many a school or a person has (每人掌握1—2项) is a range that nobody plans to reach.
        let said = cut(self.around.text, from, figure.at);
        let is_loose = figure.extent == Extent::Range && tense == Tense::Open;
        if figure.extent == Extent::End || is_alternative || is_loose && !verb::founds(said) {
            return None;
        }
        let taken = self
            .by_verb(figure, from, tense)
            .or_else(|| self.by_building(figure, from, tense, built))
            .or_else(|| self.by_list(figure, from, tense))
            .or_else(|| self.by_achieving(figure, from, tense))
            .or_else(|| self.by_share(figure, tense))?;
        let name = taken
            .words
            .unwrap_or_else(|| cut(self.around.text, taken.name.start, taken.name.end).to_owned());
        // So many a year, or in each village, are no total.
        let kind = match taken.kind {
            _ if figure.extent == Extent::Range => Kind::Qualitative,
            Kind::Cumulative if starts(&name, &["每", "日均", "月均", "年均"]).is_some() => {
                Kind::IncreaseTo
            }
            kind => kind,
        };
        let goals = vec![self.goal(figure, None)];
        let mut target = self.target(
            name,
            kind,
            figure.unit.clone().filter(|_| kind != Kind::Qualitative),
            goals,
            taken.why,
            taken.name.start.min(self.range.start),
        )?;
        target.baseline = self.baseline(figure, from);
        Some(target)
    }

    fn by_verb(&self, figure: &Figure, from: usize, tense: Tense) -> Option<Taken> {
        let text = self.around.text;
        let said = cut(text, from, figure.at);
        let (sense, verb_at) = match figure::sign(said) {
            Some((Bound::AtLeast, at)) => (Sense::More, at),
            Some((_, at)) => (Sense::Less, at),
            None => verb::last(said).or_else(|| verb::before_whole(said, figure))?,
        };
        let word = said.trim_end_matches(is_blank).len() - verb_at;
        let strong = verb::is_strong(sense, word < "不低于".len());
        let change = matches!(sense, Sense::Up | Sense::Down);
        let weighty = figure.bound.is_some()
            || figure.unit.as_deref() == Some("百分点")
            || said.contains("年均")
            || self.is_listed_with_a_bound(figure);
        // Something bad is no goal to rise to.
        let bad = sense == Sense::Reach
            && figure.bound.is_none()
            && has_any(
                said,
                &["患病", "发病", "死亡", "患者", "超重", "肥胖", "异常"],
            );
        let taken = match tense {
            Tense::Future => true,
            _ if bad => false,
            _ if strong => true,
            _ => change && weighty,
        };
        let aside = matches!(sense, Sense::Be)
            && figure.bound.is_none()
            && is_inside_brackets(cut(text, self.range.start, figure.at));
        let named = head(said, verb_at);
        let taken = taken || limits_a_code(sense, said, verb_at) || limits_a_rate(figure, said);
        let has_measure = figure.unit.is_some() || figure.bound.is_some();
        let limits = matches!(sense, Sense::More | Sense::Less);
        if !taken || aside || !self.ends_here(figure) || !(has_measure || strong || limits) {
            return None;
        }
        if is_rule_of_time(sense, figure, named)
            || is_rule_of_money(figure, named)
            || self.describes_what_is_built(figure, said)
        {
            return None;
        }
        let name = self.name(from, from + verb_at)?;
        let said_of_it = cut(text, name.start, from + verb_at);
        let kind = verb::kind(sense, figure, said_of_it);
        let words = self.own_words(&name, figure, from)?;
        let is_rate = matches!(figure.unit.as_deref(), Some("%" | "‰"));
        let yearly = kind != Kind::AnnualGrowth && said_of_it.contains("每年");
        let words = if yearly && !words.contains("每年") {
            format!("{words}每年")
        } else {
            words
        };
        let is_level = matches!(kind, Kind::AtLeast | Kind::AtMost | Kind::About)
            || figure.extent == Extent::Range;
        let words = match kind {
            // At least 5 % more is no level of 5 %: the name says that it grows.
            _ if is_level && change && is_rate => {
                let verb = trim(cut(text, from + verb_at, figure.at));
                if words.ends_with(verb) {
                    words
                } else {
                    format!("{words}{verb}")
                }
            }
            _ => words,
        };
        Some(Taken {
            name,
            words: Some(words),
            kind,
            why: if change {
                Reading::Change
            } else {
                Reading::Verb
            },
        })
    }

    fn by_building(
        &self,
        figure: &Figure,
        from: usize,
        tense: Tense,
        built: &mut Option<usize>,
    ) -> Option<Taken> {
        let text = self.around.text;
        let said = cut(text, from, figure.at);
        figure.unit.as_deref().filter(|u| is_counter(u))?;
        let goes_on = built.is_some_and(|end| {
            cut(text, end, figure.at)
                .trim_end_matches(is_blank)
                .ends_with(['、', '和', '及', '与'])
        });
        let done = match verb::builds(said) {
            Some(done) => done,
            None if goes_on => false,
            None => return None,
        };
        if done && tense == Tense::Open && figure.bound.is_none() {
            return None;
        }
        // Of 每3万人配备1辆 neither figure is a number to be reached.
        if said.replace("每年", "").contains('每') {
            return None;
        }
        let behind = cut(text, figure.end, self.range.end);
        let end = figure::all(behind).first().map_or(behind.len(), |next| {
            head(behind, next.at)
                .rfind(['、', '和', '及', '，'])
                .unwrap_or(next.at)
        });
        let object = naming::object(head(behind, end));
        let row = self.row_of_ranks(object, figure);
        let object = row.as_deref().unwrap_or(object);
        let verb_like = starts(object, &["以上", "方面", "月", "工作日", "问题", "阶段"]).is_some();
        if !naming::is_name(object) || letters(object) > 45 || verb_like {
            return None;
        }
        *built = Some(figure.end);
        let kind = match figure.bound {
            Some(Bound::About) => Kind::About,
            Some(Bound::AtLeast) => Kind::AtLeast,
            Some(Bound::AtMost) => Kind::AtMost,
            None => Kind::Cumulative,
        };
        let begin = self.range.start;
        Some(Taken {
            name: begin..begin,
            words: Some(if said.contains("每年") {
                format!("每年{object}")
            } else {
                object.to_owned()
            }),
            kind,
            why: Reading::Build,
        })
    }

    /// What a number of a rank counts is named with the last of its row: of 6个世界级、7个国家级产业集群 the first are 世界级产业集群.
    fn row_of_ranks(&self, object: &str, figure: &Figure) -> Option<String> {
        let rank = |words: &str| words.find('级').map(|at| at + "级".len());
        let is_bare = rank(object) == Some(object.len()) && letters(object) <= 4;
        let behind = cut(self.around.text, figure.end, self.range.end);
        let last = figure::all(behind).pop().filter(|_| is_bare)?;
        let named = naming::object(cut(behind, last.end, behind.len()));
        let what = crate::text::tail(named, rank(named)?);
        (letters(what) >= 2).then(|| format!("{object}{what}"))
    }

    fn by_list(&self, figure: &Figure, from: usize, tense: Tense) -> Option<Taken> {
        let text = self.around.text;
        let clause = trimmed(text, self.range.start..figure.at);
        let words = cut(text, clause.start, clause.end);
        let counter = figure.unit.as_deref().is_some_and(is_counter);
        let name = naming::within(text, from..figure.at);
        let called = cut(text, name.start, name.end);
        let is_begun = starts(words, BUILDS).or_else(|| starts(called, BUILDS));
        let builds = counter && (is_begun.is_some() || words.contains("新增"));
        // Part of what is a goal is one too: of 新增学位3万个，其中公办学位2万个 both.
        let is_part = self.follows.is_some() && words.starts_with("其中");
        let is_all = is_everything(figure) && called.ends_with('率');
        let allowed = tense == Tense::Future || figure.bound.is_some() || builds;
        let allowed = allowed || is_part || is_all;
        if !allowed || figure.unit.is_none() || !self.ends_here(figure) || is_inside_brackets(words)
        {
            return None;
        }
        if self.describes_what_follows(figure)
            || self.describes_what_is_built(figure, words)
            || is_rule_of_time(Sense::Be, figure, words)
        {
            return None;
        }
        let words = called;
        let open = words.ends_with([
            '为', '约', '近', '于', '每', '第', '前', '按', '在', '以', '从', '由', '过', '的',
            '了',
        ]);
        let is_share = words == "占比";
        let is_short =
            letters(words) < if builds { 2 } else { 3 } && !subject::is_rank(words) && !is_share;
        // 较2020年增加 is how much another figure grows.
        let compares = starts(words, &["比", "较"]).is_some();
        if !(naming::is_name(words) || is_share) || is_short || open || compares {
            return None;
        }
        let words = self.own_words(&name, figure, from)?;
        let kind = match figure.bound {
            Some(Bound::About) => Kind::About,
            Some(Bound::AtLeast) => Kind::AtLeast,
            Some(Bound::AtMost) => Kind::AtMost,
            None if builds => Kind::Cumulative,
            None if is_part && self.follows == Some(Kind::Cumulative) => Kind::Cumulative,
            None if is_everything(figure) => Kind::FullCoverage,
            None => Kind::IncreaseTo,
        };
        Some(Taken {
            name,
            words: Some(words),
            kind,
            why: Reading::List,
        })
    }

    /// Whether a later figure of the same list has a bound: of 甲增长6%、乙增长8%以上 both are goals.
    fn is_listed_with_a_bound(&self, figure: &Figure) -> bool {
        let behind = cut(self.around.text, figure.end, self.range.end);
        let goes_on = behind
            .trim_start_matches(is_blank)
            .starts_with(['、', '和']);
        goes_on && figure::all(behind).iter().any(|it| it.bound.is_some())
    }

    /// A number of things that achieve something: 100个事项实现……
    fn by_achieving(&self, figure: &Figure, from: usize, tense: Tense) -> Option<Taken> {
        let text = self.around.text;
        let behind = cut(text, figure.end, self.range.end);
        let verbs: &[&str] = if tense == Tense::Future {
            &["实现", "全部", "达到", "完成"]
        } else {
            &["实现"]
        };
        let at = verbs.iter().filter_map(|w| behind.find(w)).min()?;
        let object = naming::object(head(behind, at));
        let counts =
            |unit: &str| is_counter(unit) && !unit.ends_with(['米', '里', '亩', '吨', '瓦', '时']);
        let counted = figure.unit.as_deref().is_some_and(counts) && figure::all(behind).is_empty();
        if !counted || !naming::is_name(object) || letters(object) > 20 {
            return None;
        }
        let lead = naming::within(text, from..figure.at);
        let words = format!("{}{object}", cut(text, lead.start, lead.end));
        Some(Taken {
            name: lead,
            words: Some(words),
            kind: Kind::IncreaseTo,
            why: Reading::Verb,
        })
    }

    /// A share of things that do something: 90%以上的乡镇建成……
    fn by_share(&self, figure: &Figure, tense: Tense) -> Option<Taken> {
        let text = self.around.text;
        let behind = cut(text, figure.end, self.range.end);
        let what = behind.trim_start_matches(is_blank).strip_prefix('的')?;
        let what = what.trim_end_matches(is_blank);
        let does = DOES.iter().filter_map(|word| what.find(word)).min();
        let is_share = figure.unit.as_deref() == Some("%") && figure::all(what).is_empty();
        let is_whole = figure.bound.is_some() || figure.value == "100";
        let is_goal = tense == Tense::Future || tense == Tense::Open && is_whole;
        let is_clear = does.is_some_and(|at| letters(head(what, at)) >= 2) && letters(what) <= 45;
        if !is_share
            || !is_goal
            || !is_clear
            || is_inside_brackets(cut(text, self.range.start, figure.at))
        {
            return None;
        }
        let begin = self.range.start;
        Some(Taken {
            name: begin..begin,
            words: Some(what.to_owned()),
            kind: match figure.bound {
                Some(Bound::About) => Kind::About,
                Some(Bound::AtLeast) => Kind::AtLeast,
                Some(Bound::AtMost) => Kind::AtMost,
                None if is_everything(figure) => Kind::FullCoverage,
                None => Kind::IncreaseTo,
            },
            why: Reading::Verb,
        })
    }
}
