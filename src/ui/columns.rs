//! The columns of a row that tells how a target stands: name, baseline, latest figure, goal, gauge with its figure, trend,
//! verdict, as many as there is room for. The list of targets and the overview share them.

use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;

use super::canvas::Canvas;
use crate::app::App;
use crate::app::sifting::Order;
use crate::evaluation::{Evaluation, Group, Measure};
use crate::gauge::{Instrument, NARROWEST, Signs, Spark};
use crate::plan::Target;
use crate::text::{truncate_within, width};
use crate::wording;
use crate::words::{say, tr};

/// The least columns of a name, and those that it has before a further column is given up.
const LEAST_NAME: u16 = 14;
const GOOD_NAME: u16 = 16;
/// The columns that a name has before other columns get more than they need.
const FREE_NAME: u16 = 26;
/// The columns of a gauge: good ones before the names get more, and the most.
const GOOD_GAUGE: u16 = 10;
const WIDEST_GAUGE: u16 = 28;
const LEAST_GAUGE: u16 = NARROWEST as u16;
/// The columns behind the longest name before figures would stand too far from their names.
const WIDEST_AIR: u16 = 6;
/// The maximum columns of a figure; of goals and verdicts, and if there is little room.
const WIDEST_FIGURE: usize = 10;
const WIDEST_GOALS: [usize; 2] = [20, 14];
const WIDEST_VERDICTS: [usize; 2] = [20, 16];
/// The columns of a trend: a figure for each year of a term and the year before.
const TREND: u16 = 6;

/// What the contents of the columns need, in columns.
struct Needs {
    name: u16,
    baseline: u16,
    latest: u16,
    figure: u16,
    goals: [u16; 2],
    /// The signs of verdicts, with the figures of gauges that no other column has.
    signs: u16,
    /// The goals of rows with a gauge; those of others may run on over its cell.
    gauged_goal: u16,
    verdicts: [u16; 2],
    /// Whether any row has a gauge, and any a trend.
    has_gauge: bool,
    has_trend: bool,
}

/// The widths of the columns, without the gaps between them; 0 for one that is left out.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    name: u16,
    baseline: u16,
    latest: u16,
    goal: u16,
    gauge: u16,
    figure: u16,
    trend: u16,
    verdict: u16,
    told: Told,
}

/// What the column of verdicts says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// The verdict in words.
    Words,
    /// Its sign, and the figure of the gauge: where there is no room for words beside a gauge.
    Sign,
}

/// A target with its evaluation.
type Judged<'a> = (&'a Target, &'a Evaluation);

impl Needs {
    fn of(app: &App, targets: &[Judged<'_>]) -> Self {
        let widest = |texts: &mut dyn Iterator<Item = String>, most: usize| {
            let widths = texts.map(|text| width(&text));
            widths.max().unwrap_or(0).min(most) as u16
        };
        let each = || targets.iter().copied();
        let head = |name: &str| std::iter::once(name.to_owned());
        let goals = || each().map(goal).chain(head(&goal_caption(app)));
        let gauged = each().filter(|(_, it)| Instrument::of(it).is_some());
        let mut gauged = gauged.map(goal).chain(head(&goal_caption(app)));
        let figures = each().filter_map(|(_, it)| Some(Instrument::of(it)?.figure()));
        let has_gauge = each().any(|(_, it)| Instrument::of(it).is_some());
        let has_trend = each().any(|(target, it)| Spark::of(target, it).is_some());
        Self {
            name: widest(&mut each().map(|(target, _)| name(app, target)), 60),
            baseline: widest(
                &mut each().map(baseline).chain(head(tr("基期"))),
                WIDEST_FIGURE,
            ),
            latest: widest(
                &mut each().map(latest).chain(head(tr("最新"))),
                WIDEST_FIGURE,
            ),
            figure: widest(&mut figures.into_iter(), WIDEST_FIGURE),
            signs: widest(&mut each().map(|(_, it)| signed(it)), WIDEST_VERDICTS[1]),
            goals: WIDEST_GOALS.map(|most| widest(&mut goals(), most)),
            gauged_goal: widest(&mut gauged, WIDEST_GOALS[1]),
            verdicts: WIDEST_VERDICTS.map(|most| {
                let texts = each().map(|(_, it)| verdict(it, most));
                widest(&mut texts.chain(head(verdict_caption(app, most))), most)
            }),
            has_gauge,
            has_trend,
        }
    }
}

impl Columns {
    /// The columns for rows `row` columns wide. The trend is given up first, then the figure beside the gauge, the
    /// baseline, the words of verdicts, and the gauge; name, latest figure, goal and the sign of the verdict stay.
    pub(super) fn choose(app: &App, targets: &[Judged<'_>], row: u16) -> Self {
        let needs = Needs::of(app, targets);
        let ways = Self::ways(&needs);
        let fits = |it: &Self| it.taken() + it.good_name(&needs).min(needs.name) <= row;
        let [.., none] = ways;
        let bare = Self {
            baseline: 0,
            ..none
        };
        let signs = Self {
            verdict: 1,
            told: Told::Sign,
            ..bare
        };
        // A figure tells nothing without a name.
        let nameless = |it: &Self| it.taken() + LEAST_NAME > row;
        let last = if nameless(&bare) { signs } else { bare };
        let chosen = ways.into_iter().find(fits).unwrap_or(last);
        chosen.spread(row, needs.name)
    }

    /// The columns by the room there is, from all of them to the fewest; none for gauges or trends where no row has one.
    fn ways(needs: &Needs) -> [Self; 8] {
        let gauge = |columns: u16| if needs.has_gauge { columns } else { 0 };
        let [goal, short_goal] = needs.goals;
        let [verdict, short_verdict] = needs.verdicts;
        let all = Self {
            name: 0,
            baseline: needs.baseline,
            latest: needs.latest,
            goal,
            gauge: gauge(GOOD_GAUGE),
            figure: needs.figure,
            trend: if needs.has_trend { TREND } else { 0 },
            verdict,
            told: Told::Words,
        };
        let short = Self {
            goal: if needs.has_gauge {
                needs.gauged_goal
            } else {
                short_goal
            },
            verdict: short_verdict,
            gauge: gauge(LEAST_GAUGE),
            trend: 0,
            ..all
        };
        let without_figure = Self { figure: 0, ..short };
        let without_baseline = Self {
            baseline: 0,
            ..without_figure
        };
        let signs = Self {
            verdict: needs.signs,
            told: Told::Sign,
            ..without_baseline
        };
        let none = Self {
            goal: short_goal,
            gauge: 0,
            ..without_figure
        };
        [
            all,
            Self { trend: 0, ..all },
            short,
            without_figure,
            Self {
                baseline: 0,
                ..short
            },
            without_baseline,
            signs,
            none,
        ]
    }

    /// The columns that a name should have beside these.
    fn good_name(&self, needs: &Needs) -> u16 {
        if self.told == Told::Sign {
            LEAST_NAME
        } else if self.goal == needs.goals[0] && self.gauge == GOOD_GAUGE {
            FREE_NAME
        } else {
            GOOD_NAME
        }
    }

    /// Gives the room that is left to the names, then to the gauge, then to the names again; without a gauge between
    /// them, figures stay near their names.
    fn spread(mut self, row: u16, widest_name: u16) -> Self {
        let left = row.saturating_sub(self.taken());
        self.name = left.min(widest_name.max(LEAST_NAME));
        let left = left - self.name;
        if self.gauge > 0 {
            let more = left.min(WIDEST_GAUGE - self.gauge);
            self.gauge += more;
        }
        let left = row.saturating_sub(self.taken() + self.name);
        self.name += if self.gauge > 0 {
            left
        } else {
            left.min(WIDEST_AIR)
        };
        self
    }

    /// The columns of all but the name, with the gaps.
    fn taken(self) -> u16 {
        let with = |columns: u16, gap: u16| columns + if columns > 0 { gap } else { 0 };
        with(self.baseline, 1)
            + with(self.latest, 1)
            + with(self.goal, 2)
            + with(self.gauge, 1)
            + with(self.figure, 1)
            + with(self.trend, 1)
            + with(self.verdict, 2)
    }

    /// The areas of the columns: name, baseline, latest, goal, gauge, figure, trend, verdict.
    fn areas(self, area: Rect) -> [Rect; 8] {
        let mut x = area.x;
        let columns = [
            (self.name, 0),
            (self.baseline, 1),
            (self.latest, 1),
            (self.goal, 2),
            (self.gauge, 1),
            (self.figure, 1),
            (self.trend, 1),
            (self.verdict, 2),
        ];
        columns.map(|(columns, gap)| {
            x += if columns > 0 { gap } else { 0 };
            let own = Rect {
                x,
                width: columns,
                ..area
            };
            x += columns;
            own
        })
    }

    /// The captions; the one by which the list is ordered has a sign.
    pub(super) fn caption(self, app: &App, area: Rect, first: &str, canvas: &mut Canvas<'_>) {
        let style = canvas.theme.caption();
        let [name, baseline, latest, goal, gauge, _, trend, verdict] = self.areas(area);
        let order = app.document().order;
        let marked = |text: &str, own: Order| {
            if order == own && order != Order::Plan {
                format!("{text}▾")
            } else {
                text.to_owned()
            }
        };
        canvas.text(name.x, name.y, name.width, first, style);
        canvas.text_right(baseline, &marked(tr("基期"), Order::Baseline), style);
        canvas.text_right(latest, &marked(tr("最新"), Order::Latest), style);
        let text = marked(&goal_caption(app), Order::Goal);
        canvas.text(goal.x, goal.y, goal.width, &text, style);
        let text = marked(tr("进度"), Order::Progress);
        canvas.text(gauge.x, gauge.y, gauge.width, &text, style);
        canvas.text(trend.x, trend.y, trend.width, tr("走势"), style);
        let text = match self.told {
            Told::Words => verdict_caption(app, usize::from(verdict.width)),
            Told::Sign if verdict.width == 1 => "",
            Told::Sign => sign_caption(app),
        };
        let text = marked(text, Order::Verdict);
        canvas.text(verdict.x, verdict.y, verdict.width, &text, style);
    }

    /// A target's row. The verdict is underlined if it was another one a year before the day that is looked at.
    pub(super) fn target(self, app: &App, judged: Judged<'_>, area: Rect, canvas: &mut Canvas<'_>) {
        let theme = canvas.theme;
        let evaluation = judged.1;
        let [own, base, last, aim, bar, beside, trend, told] = self.areas(area);
        let (baseline, latest) = (baseline(judged), latest(judged));
        let instrument = Instrument::of(evaluation);
        let own_name = name(app, judged.0);
        // A text that is too long runs on over cells with nothing in them.
        let free = [(base, baseline.is_empty()), (last, latest.is_empty())];
        let room = run_on(own, &free, aim);
        let own_name = truncate_within(&own_name, usize::from(room));
        canvas.text(own.x, own.y, room, &own_name, theme.plain());
        canvas.text_right(base, &figure(&baseline, base), theme.quiet());
        canvas.text_right(last, &figure(&latest, last), theme.strong());
        let is_free = instrument.is_none();
        // Without a gauge its cell has room for the words of the verdict, where these have none of their own.
        let told = match self.told {
            Told::Sign if is_free && told.width > 1 => Rect {
                x: bar.x,
                width: told.right().saturating_sub(bar.x),
                ..told
            },
            _ => told,
        };
        let free = [(bar, is_free), (beside, is_free), (trend, is_free)];
        let room = run_on(aim, &free, told);
        let has_figure = judged.1.goal.value.is_some();
        let style = if has_figure {
            theme.goal()
        } else {
            theme.quiet()
        };
        canvas.text(aim.x, aim.y, room, &goal(judged), style);
        let style = theme.verdict(evaluation.group());
        if let Some(instrument) = instrument {
            if bar.width > 0 {
                canvas.gauge(bar, &instrument, evaluation.group());
            }
            figure_beside(&instrument, beside, style, canvas);
        }
        if let Some(spark) = Spark::of(judged.0, evaluation).filter(|_| trend.width > 0) {
            let drawn = spark.draw(usize::from(trend.width), Signs::of_screen());
            canvas.text(trend.x, trend.y, trend.width, &drawn, theme.quiet());
        }
        let text = match self.told {
            Told::Sign if told.width == 1 => evaluation.verdict_sign().to_owned(),
            Told::Sign if !is_free => signed(evaluation),
            _ => verdict(evaluation, usize::from(told.width)),
        };
        let has_changed = app.document().changed_from(&evaluation.target).is_some();
        let style = if has_changed {
            style.patch(theme.changed())
        } else {
            style
        };
        canvas.text(told.x, told.y, told.width, &text, style);
    }
}

/// The columns from the beginning of a cell to the next one that is not free, without the gap before it.
fn run_on(own: Rect, free: &[(Rect, bool)], next: Rect) -> u16 {
    let taken = free
        .iter()
        .find(|(area, is_free)| area.width > 0 && !is_free);
    let end = taken.map_or(next, |(area, _)| *area);
    let gap = u16::from(end.x > own.right());
    (end.x.saturating_sub(own.x + gap)).max(own.width)
}

/// The figure beside a gauge, if it is not cut.
fn figure_beside(instrument: &Instrument, area: Rect, style: Style, canvas: &mut Canvas<'_>) {
    let text = instrument.figure();
    if width(&text) <= usize::from(area.width) {
        canvas.text_right(area, &text, style);
    }
}

/// A figure that fits into an area; none is cut.
fn figure(text: &str, area: Rect) -> String {
    if width(text) <= usize::from(area.width) {
        text.to_owned()
    } else {
        "⋯".to_owned()
    }
}

/// The name; what no person has confirmed stands under a heading that says so.
fn name(app: &App, target: &Target) -> String {
    let name = wording::told(&app.document().dossier.plan, &target.name);
    if target.part_of.is_some() {
        say!("  其中：{name}", name)
    } else {
        name.to_owned()
    }
}

fn baseline((_, evaluation): Judged<'_>) -> String {
    let base = evaluation.baseline.as_ref();
    base.map_or_else(String::new, |base| wording::numeral(base.value))
}

/// The latest figure; the sum where the years add up. Empty without one.
fn latest((_, evaluation): Judged<'_>) -> String {
    if let Measure::Attainment { sum, .. } = evaluation.measure {
        return wording::numeral(sum.normalize());
    }
    let latest = evaluation.latest().filter(|_| evaluation.status.is_none());
    latest.map_or_else(String::new, |it| wording::numeral(it.value))
}

fn goal((target, evaluation): Judged<'_>) -> String {
    wording::goal_of(target, evaluation.goal.value)
}

/// The longest form of a verdict that fits into `columns` behind its sign, never cut; in short forms a star stands for 初步.
fn verdict(evaluation: &Evaluation, columns: usize) -> String {
    let sign = evaluation.verdict_sign();
    let columns = columns.saturating_sub(2);
    let star = if evaluation.provisional { "*" } else { "" };
    let short = evaluation
        .verdict
        .short()
        .map(|word| format!("{word}{star}"));
    let forms = [
        evaluation.column_verdict(),
        evaluation.verdict_text(),
        format!("{}{star}", evaluation.verdict.label()),
    ];
    let mut forms = forms.into_iter().chain(short);
    let fits = forms.find(|form| width(form) <= columns);
    let words = fits.unwrap_or_else(|| format!("{}{star}", evaluation.group().label()));
    format!("{sign} {words}")
}

/// The sign of a verdict, and the figure of its gauge if no other column has it. Words where the other columns have it, as
/// those of a level, and where it would contradict the sign, as of a way gone too far.
fn signed(evaluation: &Evaluation) -> String {
    let sign = evaluation.verdict_sign();
    let star = if evaluation.provisional { "*" } else { "" };
    let is_missed = evaluation.group() == Group::Missed;
    let told = match Instrument::of(evaluation) {
        Some(Instrument::Way { fraction, .. } | Instrument::Sum { fraction, .. })
            if is_missed && fraction >= Decimal::ONE =>
        {
            let verdict = evaluation.verdict;
            verdict.short().unwrap_or(verdict.label()).to_owned()
        }
        None => String::new(),
        Some(Instrument::Level { .. }) => brief(evaluation).to_owned(),
        Some(Instrument::State(stage)) => tr(stage.label()).to_owned(),
        Some(instrument) => instrument.figure(),
    };
    format!("{sign} {told}").trim_end().to_owned() + star
}

/// The maximum columns of a verdict beside its sign.
const BRIEF: usize = 8;

/// The shortest words for a verdict; empty if even they need too many columns.
fn brief(evaluation: &Evaluation) -> &'static str {
    let verdict = evaluation.verdict;
    let words = [
        verdict.short(),
        Some(verdict.label()),
        Some(verdict.group().label()),
    ];
    let mut words = words.into_iter().flatten();
    words.find(|it| width(it) <= BRIEF).unwrap_or("")
}

fn goal_caption(app: &App) -> String {
    match app.document().dossier.plan.meta.period {
        Some(term) => say!("目标（{year}）", year = term.end),
        None => tr("目标").to_owned(),
    }
}

/// The caption of the signs of verdicts: what the star means, if there is one.
fn sign_caption(app: &App) -> &'static str {
    let mut evaluations = app.document().assessment.evaluations.iter();
    if evaluations.any(|it| it.provisional) {
        tr("*初步")
    } else {
        tr("进展")
    }
}

/// The caption of the verdicts; explains the star if there is one and that fits.
fn verdict_caption(app: &App, columns: usize) -> &'static str {
    let mut evaluations = app.document().assessment.evaluations.iter();
    let with_star = tr("进展（*初步）");
    if evaluations.any(|it| it.provisional) && width(with_star) <= columns {
        with_star
    } else {
        tr("进展")
    }
}
