//! Verdicts and their groups.

use schemars::JsonSchema;
use serde::Serialize;

use crate::words::tr;

/// The verdict (结论): “running” before the end of the term, “after” for after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Running: the goal is met before its time.
    AlreadyReached,
    /// Running: clearly faster than time.
    Ahead,
    /// Running: as fast as time.
    OnCourse,
    /// Running: slower than time.
    Behind,
    /// Running: much slower than time.
    FarBehind,
    /// Running: worse than the baseline.
    Retreating,
    /// Running: goal not met, and no baseline to judge the pace.
    NotYet,
    /// Running: the change to make is too small against the printed digits to judge the pace.
    TooSmall,
    /// Running: no year over the limit so far.
    WithinLimit,
    /// Running: a year was over the limit.
    LimitBroken,
    /// Running: better than the benchmark in the latest year.
    Better,
    /// Running: not better than the benchmark.
    NotBetter,
    /// Running: in step so far.
    InStep,
    /// Running: out of step so far.
    OutOfStep,
    /// Running: on average, or in every year so far, the yearly goal is met.
    MetSoFar,
    /// Running: on average, or in some year, it is not.
    NotMetSoFar,
    /// The difference from the baseline is within the rounding of the baseline's last printed digit.
    UnchangedWithinRounding,
    /// Running: the direction is right.
    RightWay,
    /// Running: as at the baseline.
    Unchanged,
    /// Running: the direction is wrong.
    WrongWay,
    /// Running: nothing was begun, by record.
    NotStarted,
    /// Running: being done, by record.
    Underway,
    /// Running: given up, or ended without being done, by record.
    NotCompleted,
    /// After: met.
    Reached,
    /// After: met, and in an earlier year already.
    ReachedEarly,
    /// After: met only if rounded to the digits of the goal.
    ReachedByRounding,
    /// After: not met at the end, but met later.
    ReachedLate,
    /// After: not met.
    Missed,
    /// After: not met, and lower than at the start.
    MissedBelowBaseline,
    /// After: not met, and higher than at the start, where less is better.
    MissedAboveBaseline,
    /// Beyond the range of a goal of 左右.
    BeyondRange,
    /// After: there are figures, but not the final one.
    AwaitingFinal,
    /// Figures of some years are missing, and the others do not decide.
    Incomplete,
    /// The figure is not comparable.
    DifferentMeasure,
    /// The baseline is missing.
    NoBaseline,
    /// The benchmark's figure is missing.
    NoBenchmark,
    /// There are figures, but the goal has none: a status must be recorded.
    Unrated,
    /// The goal was changed by a later decision.
    Adjusted,
    /// Nothing was observed.
    NoData,
}

/// A group of verdicts for counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// 已实现: met, in time or early.
    Reached,
    /// 进展正常: as expected or better.
    OnCourse,
    /// 进展滞后: less than expected.
    Behind,
    /// 未达到: the end has come without it.
    Missed,
    /// 待评判: there are data, and no verdict yet.
    Open,
    /// 尚无监测数据.
    NoData,
}

impl Group {
    /// Every group, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Reached,
        Self::OnCourse,
        Self::Behind,
        Self::Missed,
        Self::Open,
        Self::NoData,
    ];

    /// Its sign, one column wide in every terminal.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Reached => "✓",
            Self::OnCourse => "▴",
            Self::Behind => "▾",
            Self::Missed => "✗",
            Self::Open => "?",
            Self::NoData => "-",
        }
    }

    /// Its label, in the language of the process.
    pub fn label(self) -> &'static str {
        match self {
            Self::Reached => tr("已实现"),
            Self::OnCourse => tr("进展正常"),
            Self::Behind => tr("进展滞后"),
            Self::Missed => tr("未达到"),
            Self::Open => tr("待评判"),
            Self::NoData => tr("尚无监测数据"),
        }
    }
}

impl Verdict {
    /// Its label, in the language of the process.
    pub fn label(self) -> &'static str {
        self.entry().0
    }

    /// A shorter label for narrow columns, for long labels only.
    pub fn short(self) -> Option<&'static str> {
        Some(match self {
            Self::TooSmall => tr("变幅过小"),
            Self::ReachedByRounding => tr("舍入后达到"),
            Self::MissedBelowBaseline => tr("未达，低于基期"),
            Self::MissedAboveBaseline => tr("未达，高于基期"),
            Self::NotBetter => tr("未优于对照"),
            Self::BeyondRange => tr("超范围"),
            _ => return None,
        })
    }

    /// Its group.
    pub fn group(self) -> Group {
        self.entry().1
    }

    fn entry(self) -> (&'static str, Group) {
        match self {
            Self::AlreadyReached => (tr("提前实现"), Group::Reached),
            Self::Ahead => (tr("快于预期"), Group::OnCourse),
            Self::OnCourse => (tr("符合预期"), Group::OnCourse),
            Self::Behind => (tr("滞后"), Group::Behind),
            Self::FarBehind => (tr("明显滞后"), Group::Behind),
            Self::Retreating => (tr("倒退"), Group::Behind),
            Self::NotYet => (tr("尚未达到"), Group::Open),
            Self::TooSmall => (tr("变幅过小，不判进度"), Group::Open),
            Self::WithinLimit => (tr("期内未突破"), Group::OnCourse),
            Self::LimitBroken => (tr("期内已突破"), Group::Behind),
            Self::Better => (tr("期内优于对照"), Group::OnCourse),
            Self::NotBetter => (tr("期内未优于对照"), Group::Behind),
            Self::InStep => (tr("期内同步"), Group::OnCourse),
            Self::OutOfStep => (tr("期内不同步"), Group::Behind),
            Self::MetSoFar => (tr("期内达到"), Group::OnCourse),
            Self::NotMetSoFar => (tr("期内未达到"), Group::Behind),
            Self::UnchangedWithinRounding => (tr("与基期基本持平"), Group::Behind),
            Self::RightWay => (tr("方向一致"), Group::OnCourse),
            Self::Unchanged => (tr("与基期持平"), Group::Behind),
            Self::WrongWay => (tr("方向相反"), Group::Behind),
            Self::NotStarted => (tr("未启动"), Group::Behind),
            Self::Underway => (tr("推进中"), Group::OnCourse),
            Self::NotCompleted => (tr("未完成"), Group::Behind),
            Self::Reached => (tr("达到"), Group::Reached),
            Self::ReachedEarly => (tr("提前达到"), Group::Reached),
            Self::ReachedByRounding => (tr("四舍五入后达到"), Group::Reached),
            Self::ReachedLate => (tr("逾期达到"), Group::Missed),
            Self::Missed => (tr("未达到"), Group::Missed),
            Self::MissedBelowBaseline => (tr("未达到且低于基期"), Group::Missed),
            Self::MissedAboveBaseline => (tr("未达到且高于基期"), Group::Missed),
            Self::BeyondRange => (tr("超出约数范围"), Group::Missed),
            Self::AwaitingFinal => (tr("待终期数据"), Group::Open),
            Self::Incomplete => (tr("无法完全判定"), Group::Open),
            Self::DifferentMeasure => (tr("口径不一致"), Group::Open),
            Self::NoBaseline => (tr("缺基期值"), Group::Open),
            Self::NoBenchmark => (tr("缺对照值"), Group::Open),
            Self::Unrated => (tr("待评定"), Group::Open),
            Self::Adjusted => (tr("已调整"), Group::Open),
            Self::NoData => (tr("尚无监测数据"), Group::NoData),
        }
    }
}
