//! Targets as proposals: each with a quote that stands in its place once and prints its figures.

use guihua_core::load::prints;
use guihua_core::plan::{
    Binding, Citation, Direction, GoalYear, Kind, Number, Plan, Stated, Target, Tier,
};

use super::domains::Domains;
use super::ground::Ground;
use super::ids::Ids;
use super::notes::{self, Unplaced};
use super::{Given, Spot, words};
use crate::findings::target::{self as found, Goal, Reading, YearBy};
use crate::text::head;

/// Words that say that less is meant.
const DOWN: &[&str] = &[
    "降", "减", "压减", "缩减", "少于", "低于", "控制", "遏制", "缩小", "下浮",
];

/// Words that say that more is meant.
const UP: &[&str] = &[
    "提高", "提升", "增", "上升", "扩大", "翻番", "增速", "高于", "改善", "提档",
];

/// How many rows of a table may be its head.
const HEAD: usize = 12;

/// The targets of all files beside those that the plan has; those that can't enter go to `unplaced`. What several files
/// state is one target.
pub(super) fn all(
    files: &[Given<'_>],
    ground: &Ground<'_>,
    plan: &Plan,
    domains: &Domains,
    unplaced: &mut Vec<Unplaced>,
) -> Vec<Target> {
    let mut ids = Ids::beside(plan.targets.iter().map(|it| it.id.as_str()));
    let mut targets: Vec<Target> = Vec::new();
    let end = plan.meta.period.map(|term| term.end);
    for (file, given) in files.iter().enumerate() {
        let of_others = targets.len();
        for found in &given.draft.findings.targets {
            let proposal = Proposal {
                file,
                found,
                ground,
                plan,
                domains,
            };
            match proposal.target() {
                Ok(mut target) => {
                    let mut known = targets.iter_mut().take(of_others);
                    if let Some(known) = known.find(|it| are_same(it, &target, end)) {
                        known.also.push(target.citation);
                        continue;
                    }
                    target.id = ids.next(&target.name);
                    targets.push(target);
                }
                Err(why) => unplaced.push(proposal.unplaced(why)),
            }
        }
    }
    targets
}

/// Whether two targets state the same goal for the same thing and the same year; `end` is the last year of the term.
pub(super) fn are_same(one: &Target, other: &Target, end: Option<u16>) -> bool {
    is_same_thing(one, other, end) && one.goal == other.goal
}

/// Whether two targets are about the same thing in the same year.
pub(super) fn is_same_thing(one: &Target, other: &Target, end: Option<u16>) -> bool {
    let year = |target: &Target| target.year.known().or(end);
    crate::text::fold(&one.name) == crate::text::fold(&other.name)
        && year(one) == year(other)
        && one.unit == other.unit
        && one.goal.is_some()
        && other.goal.is_some()
}

/// A target that was found, and what it is placed in.
struct Proposal<'a> {
    file: usize,
    found: &'a found::Target,
    ground: &'a Ground<'a>,
    plan: &'a Plan,
    domains: &'a Domains,
}

/// A figure with its year as printed.
struct Dated {
    year: Option<u16>,
    value: Number,
    printed: String,
}

impl Proposal<'_> {
    fn unplaced(&self, why: &str) -> Unplaced {
        let evidence = &self.found.evidence;
        Unplaced {
            spot: Spot {
                file: self.file,
                order: evidence.order,
            },
            place: evidence.place,
            quote: evidence.quote.clone(),
            note: format!("未列为指标：“{}”，{why}", words::one_line(&self.found.name)),
        }
    }

    /// The target; the error says why it can't be one.
    fn target(&self) -> Result<Target, &'static str> {
        let found = self.found;
        let goals: Vec<Dated> = found.goals.iter().filter_map(dated).collect();
        let last = found.goals.last();
        let goal = match last {
            Some(last) if last.is_figure => Some(dated(last).ok_or("数值不是普通的数")?),
            _ => None,
        };
        let printed: Vec<&str> = goal.iter().map(|it| it.printed.as_str()).collect();
        let cited = self.ground.cite(self.file, &found.evidence, &printed);
        let citation = cited.ok_or("引文不能在原处唯一地找到，或引文里没有这个数值")?;
        let year = self.year(last, &citation);
        let (start, end) = self
            .plan
            .meta
            .period
            .map_or((None, None), |it| (Some(it.start), Some(it.end)));
        let known = year.known().or(end);
        if matches!((year.known(), start), (Some(year), Some(start)) if year < start) {
            return Err("年份早于规划期");
        }
        let mut kind = kind(found.kind);
        if kind.needs_goal() && goal.is_none() {
            kind = Kind::Qualitative;
        }
        let direction = kind
            .needs_direction()
            .then(|| self.direction(&citation.quote));
        let direction = direction.map(|it| it.ok_or("看不出增减方向")).transpose()?;
        let milestones = self.milestones(&goals, known, &citation);
        let history = self.history(known, &citation, &milestones);
        let note = self.note(year, &citation, !history.is_empty());
        let domains = self.domains_of(&citation);
        let unit = found.unit.as_deref().map(words::one_line);
        let reason = self.reason(&citation);
        Ok(Target {
            id: String::new(),
            name: words::one_line(&found.name),
            domains,
            tier: self.tier(kind),
            binding: found.binding.map(binding),
            kind,
            direction,
            unit: unit.filter(|unit| !words::is_empty(unit)),
            goal: goal.map(|it| it.value),
            year,
            milestones,
            benchmark: None,
            part_of: None,
            also: self.also(&citation),
            citation,
            history,
            duties: guihua_core::plan::Duties::default(),
            adjusted: Vec::new(),
            served_by: Vec::new(),
            proposed: Some(reason),
            note,
        })
    }

    /// The year as plan files have it: stated where the text prints it. One that only follows from the term is left out,
    /// which plan files read as assumed; one that follows from other words is kept with a note.
    fn year(&self, goal: Option<&Goal>, citation: &Citation) -> GoalYear {
        let Some(year) = goal.and_then(|goal| goal.year) else {
            return GoalYear::Unknown;
        };
        let is_end = self.plan.meta.period.is_some_and(|term| term.end == year);
        if is_end && !self.prints_year(year, citation) {
            return GoalYear::Unknown;
        }
        GoalYear::Stated(year)
    }

    /// Whether a year is printed where the goal stands: in its paragraph, or in its table.
    fn prints_year(&self, year: u16, citation: &Citation) -> bool {
        let year = year.to_string();
        let evidence = &self.found.evidence;
        let spot = Spot {
            file: self.file,
            order: evidence.order,
        };
        let table = match evidence.cell {
            Some(_) => self.ground.nodes(spot, None),
            None => Vec::new(),
        };
        // The head of a table stands among its first rows.
        let own = self.ground.outline.at(citation.at.block());
        let mut nodes = table.into_iter().take(HEAD).chain(own);
        nodes.any(|id| self.ground.prints(id, &year))
    }

    /// Goals of earlier years that the same quote prints.
    fn milestones(&self, goals: &[Dated], last: Option<u16>, citation: &Citation) -> Vec<Stated> {
        let mut stated: Vec<Stated> = Vec::new();
        let start = self.plan.meta.period.map_or(0, |term| term.start);
        for goal in goals {
            let year = goal
                .year
                .filter(|year| *year >= start && Some(*year) < last);
            let is_new = |year: &u16| stated.iter().all(|it| it.year != *year);
            let cited = self.printing(citation, &goal.printed);
            if let (Some(year), Some(citation)) = (year.filter(is_new), cited) {
                stated.push(Stated {
                    year,
                    value: goal.value,
                    citation,
                });
            }
        }
        stated.sort_by_key(|it| it.year);
        stated
    }

    /// The baseline, if the text gives its year and the quote, or all of its paragraph, prints it.
    fn history(
        &self,
        goal: Option<u16>,
        citation: &Citation,
        milestones: &[Stated],
    ) -> Vec<Stated> {
        let stated = || {
            let baseline = self.found.baseline.as_ref()?;
            let first = milestones.first().map(|it| it.year).or(goal);
            let year = baseline
                .year
                .filter(|year| first.is_none_or(|first| *year < first))?;
            let (value, printed) = number(&baseline.value)?;
            let citation = self.printing(citation, &printed)?;
            Some(Stated {
                year,
                value,
                citation,
            })
        };
        stated().into_iter().collect()
    }

    /// Where a figure beside the goal is printed: in a table the cell before the goal's, elsewhere the quote or its paragraph.
    fn printing(&self, citation: &Citation, figure: &str) -> Option<Citation> {
        if let Some((_, column)) = self.found.evidence.cell {
            let cells = self.ground.cells(citation.at.block(), figure);
            let mut before = cells.into_iter().filter(|(at, _)| *at < column);
            if let Some((_, cell)) = before.next_back() {
                return Some(cell);
            }
        }
        if prints(&citation.quote, figure) {
            return Some(citation.clone());
        }
        let at = citation.at.block();
        let words = self.ground.outline.words(at)?;
        prints(words, figure).then(|| Citation {
            at,
            quote: words.to_owned(),
        })
    }

    fn also(&self, citation: &Citation) -> Vec<Citation> {
        let others = self.found.also.iter();
        let mut cited: Vec<Citation> = Vec::new();
        for other in others.filter_map(|it| self.ground.cite(self.file, it, &[])) {
            if other != *citation && !cited.contains(&other) {
                cited.push(other);
            }
        }
        cited
    }

    /// Which way is better, by the nearest word before the figure, else by the name.
    fn direction(&self, quote: &str) -> Option<Direction> {
        let value = self.found.goals.last().map_or("", |goal| &goal.value);
        let before = quote
            .find(value)
            .map_or(quote, |at| head(quote, at + value.len()));
        let last = |text: &str| {
            let at = |words: &[&str]| words.iter().filter_map(|it| text.rfind(it)).max();
            match (at(UP), at(DOWN)) {
                (None, None) => None,
                (up, down) if up > down => Some(Direction::Up),
                _ => Some(Direction::Down),
            }
        };
        last(before)
            .or_else(|| last(&self.found.name))
            .or_else(|| last(quote))
    }

    /// A direction that prose gives is a commitment; what a table of indicators lists is a target.
    fn tier(&self, kind: Kind) -> Tier {
        if kind == Kind::Direction && self.found.why != Reading::Row {
            Tier::Commitment
        } else {
            Tier::Target
        }
    }

    /// The domain of the chapter, or the one that words name.
    fn domains_of(&self, citation: &Citation) -> Vec<String> {
        let node = self.ground.outline.at(citation.at);
        let own = node.and_then(|id| self.ground.outline.node(id).domain.clone());
        self.by_words(citation).or(own).into_iter().collect()
    }

    /// The domain that words of its name or its quote name.
    fn by_words(&self, citation: &Citation) -> Option<String> {
        let name = self.domains.of_words(&self.found.name);
        name.or_else(|| self.domains.of_words(&citation.quote))
    }

    /// Why it is proposed.
    fn reason(&self, citation: &Citation) -> String {
        let place = notes::place(self.found.evidence.place);
        let by_words = match self.by_words(citation) {
            Some(domain) => format!("；领域按词语归为“{domain}”"),
            None => String::new(),
        };
        format!("{}（{place}）{by_words}", self.found.why.label())
    }

    /// What a reader must know of the year and the baseline. `is_dated` says whether the history has the baseline.
    fn note(&self, year: GoalYear, citation: &Citation, is_dated: bool) -> Option<String> {
        let by = self.found.goals.last().map(|goal| goal.year_by);
        let printed = |year: &u16| self.prints_year(*year, citation);
        let year = match year {
            GoalYear::Stated(year) if !printed(&year) => Some(match by {
                Some(YearBy::Nearby) => format!("年份 {year} 据同一节的上文"),
                _ => format!("年份 {year} 由引文一段的说法推出，没有印出"),
            }),
            _ => None,
        };
        let baseline = self.found.baseline.as_ref().filter(|_| !is_dated);
        let baseline = baseline.map(|it| {
            let value = words::one_line(&it.value);
            match it.year {
                None => format!("基期值 {value}，原文未写年份"),
                Some(year) => format!("基期值 {value}（{year} 年），不在引文里"),
            }
        });
        let notes: Vec<String> = year.into_iter().chain(baseline).collect();
        (!notes.is_empty()).then(|| notes.join("；"))
    }
}

fn dated(goal: &Goal) -> Option<Dated> {
    let (value, printed) = number(&goal.value).filter(|_| goal.is_figure)?;
    Some(Dated {
        year: goal.year,
        value,
        printed,
    })
}

/// A figure with its printed digits, and as the quote has to print it.
fn number(text: &str) -> Option<(Number, String)> {
    let plain: String = crate::text::fold(text).replace(',', "");
    let value: Number = plain.parse().ok()?;
    value.is_in_bounds().then(|| (value, value.to_string()))
}

fn binding(found: found::Binding) -> Binding {
    match found {
        found::Binding::Binding => Binding::Binding,
        found::Binding::Expected => Binding::Expected,
    }
}

fn kind(found: found::Kind) -> Kind {
    let named = Kind::ALL.iter().find(|(_, word, _)| *word == found.word());
    named.map_or(Kind::Qualitative, |(kind, ..)| *kind)
}
