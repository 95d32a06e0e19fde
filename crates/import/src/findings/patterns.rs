//! The patterns in which a clause sets a goal: a verb before a figure, a number of things built, a list item, a number
//! of things that achieve something.

use std::ops::Range;

use crate::text::{cut, ends, has_any, head, is_blank, letters, starts, trim};

use super::clause::{Clause, trimmed};
use super::figure::{self, Bound, Extent, Figure};
use super::naming;
use super::subject;
use super::target::{Kind, Reading, Target};
use super::tense::Tense;
use super::verb::{self, Sense};

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
            Kind::Cumulative if name.starts_with('每') => Kind::IncreaseTo,
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
            None => verb::last(said)?,
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
        let builds = counter && (starts(words, BUILDS).is_some() || words.contains("新增"));
        let allowed = tense == Tense::Future || figure.bound.is_some() || builds;
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
        let name = naming::within(text, from..figure.at);
        let words = cut(text, name.start, name.end);
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
                None if figure.value == "100" => Kind::FullCoverage,
                None => Kind::IncreaseTo,
            },
            why: Reading::Verb,
        })
    }
}

/// What a share of things does.
const DOES: &[&str] = &[
    "达到", "实现", "完成", "建成", "建立", "设立", "设置", "配备", "开展", "具备", "提供", "开设",
    "纳入", "符合", "能够", "拥有", "创建", "建有",
];

/// Whether a sign before a figure (达标率≥90%) limits a rate, outside of brackets.
fn limits_a_rate(figure: &Figure, said: &str) -> bool {
    let named = figure::sign(said).map_or("", |(_, at)| trim(head(said, at)));
    let is_share = matches!(figure.unit.as_deref(), Some("%" | "‰"));
    is_share && !is_inside_brackets(said) && ends(named, &["率", "比例", "比重", "占比"]).is_some()
}

/// Whether words name a ratio or code in capital letters (数据中心PUE), for which 低于 before a number is as strong as 不高于.
fn limits_a_code(sense: Sense, said: &str, verb_at: usize) -> bool {
    let limits = matches!(sense, Sense::More | Sense::Less) && figure::sign(said).is_none();
    let name = trim(head(said, verb_at)).trim_end_matches(['）', ')', '值']);
    let capitals = name.chars().rev().take_while(char::is_ascii_uppercase);
    limits && capitals.count() >= 2
}

/// Whether a time is how long a procedure takes by rule (一般不少于5个工作日, 周期为1年), not a goal.
fn is_rule_of_time(sense: Sense, figure: &Figure, named: &str) -> bool {
    let times = ["工作日", "日", "天", "小时", "分钟", "个月", "年"];
    let is_time = figure
        .unit
        .as_deref()
        .is_some_and(|unit| times.contains(&unit));
    let named = trim(named);
    let by_rule = ends(
        named,
        &[
            "一般",
            "原则上",
            "最长",
            "最短",
            "最多",
            "最少",
            "至少",
            "最高",
        ],
    );
    let term = ends(
        named,
        &[
            "周期",
            "有效期",
            "期限",
            "服务期",
            "合同期",
            "聘期",
            "试点期",
        ],
    );
    is_time && (by_rule.is_some() || sense == Sense::Be && term.is_some())
}

/// Whether an amount is what someone gets by rule (每件补贴不超过2000元), not a goal.
fn is_rule_of_money(figure: &Figure, named: &str) -> bool {
    let is_money = figure.unit.as_deref().is_some_and(|it| it.contains('元'));
    let named = trim(named);
    let bare = named.trim_start_matches(['对', '按', '给', '予']);
    let gives = [
        "补贴", "补助", "奖励", "奖补", "资助", "支持", "经费", "贷款",
    ];
    let is_each = starts(bare, &["每", "单个", "单台", "单户", "单项", "单笔"]).is_some();
    let is_given = ["最高", "支持金额", "奖励", "给予", "资助额度", "一次性"];
    is_money && (is_each && has_any(named, &gives) || ends(named, &is_given).is_some())
}

/// Verbs at the start of a clause whose number follows the name of what is built.
const BUILDS: &[&str] = &[
    "新增",
    "新建",
    "新改",
    "建设",
    "实施",
    "完成",
    "培育",
    "引进",
    "培训",
    "改造",
    "新引进",
    "城镇新增",
    "开工",
    "筹集",
    "推进",
    "引育",
    "打造",
    "创建",
    "整治",
    "新开工",
    "新培育",
    "新认定",
    "组建",
    "选派",
    "招引",
    "扩建",
    "修复",
    "治理",
    "净增",
    "累计",
    "力争",
    "加装",
    "培养",
    "招聘",
    "安装",
    "铺设",
    "开通",
    "投放",
    "新植",
    "完成造林",
];

/// Whether a unit counts things that can be built or founded.
fn is_counter(unit: &str) -> bool {
    let measures = [
        "%",
        "‰",
        "百分点",
        "年",
        "天",
        "小时",
        "岁",
        "倍",
        "分钟",
        "分",
        "课时",
        "学时",
        "次",
        "场",
        "周岁",
        "月",
        "工作日",
        "元",
        "g",
        "kg",
        "cm",
        "mm",
        "m",
        "米",
        "千伏安",
        "兆伏安",
        "克",
        "千克",
        "毫升",
        "厘米",
        "毫米",
        "周",
    ];
    !measures.contains(&unit) && !unit.contains('/') && !unit.ends_with('元')
}

/// Whether a bracket is open at the end of a text.
fn is_inside_brackets(text: &str) -> bool {
    text.matches(['（', '(']).count() > text.matches(['）', ')']).count()
}
