//! What the evaluation comes to (总体结论): the day, the counts, and which targets stand how.

use jiff::civil::Date;

use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::evaluation::{Board, Group};
use crate::load::{Problem, printable};
use crate::plan::{Meta, Period, Tier};
use crate::records::Book;
use crate::wording;
use crate::words::{say, tr};

/// How many records that could not be read are named.
const MOST_UNREAD: usize = 10;

/// The day of the assessment, and where it lies in the term.
fn day(meta: &Meta, as_of: Date) -> String {
    let day = wording::day(&as_of.to_string());
    let Some(Period { start, end }) = meta.period else {
        return say!("评估日：{day}。", day);
    };
    let ended = Date::new(end as i16, 12, 31).is_ok_and(|end| as_of >= end);
    let state = if ended {
        tr("规划期已满")
    } else {
        tr("规划期内")
    };
    say!(
        "评估日：{day}（规划期{years}，{state}）。",
        day,
        years = wording::years(start, end),
        state
    )
}

/// The day and the counts, one sentence each.
pub(super) fn counted(dossier: &Dossier, assessment: &Assessment) -> Vec<String> {
    let (as_of, board) = (assessment.as_of, &assessment.board);
    let (tasks, safeguards) = (&assessment.tasks, &assessment.safeguards);
    let mut sentences = vec![day(&dossier.plan.meta, as_of)];
    sentences.extend(board.tiers().map(|tier| of_tier(board, tier)));
    sentences.extend(board.unconfirmed().map(|text| say!("{text}。", text)));
    sentences.push(say!(
        "任务：{recorded}项有进展记录／共{total}项。",
        recorded = tasks.recorded(),
        total = tasks.total()
    ));
    if safeguards.recorded() > 0 {
        sentences.push(say!(
            "保障措施：{recorded}项有进展记录／共{total}项。",
            recorded = safeguards.recorded(),
            total = safeguards.total()
        ));
    }
    sentences.extend(unread(&dossier.book));
    sentences
}

/// The sentence on one tier.
fn of_tier(board: &Board, tier: Tier) -> String {
    let tally = board.overall.of(tier);
    let groups: Vec<String> = Group::ALL
        .iter()
        .map(|group| tally.group_text(*group))
        .collect();
    let sentence = say!(
        "{tier}：{counts}；其中{groups}。",
        tier = wording::head(tr(tier.counted())),
        counts = tally.text(),
        groups = groups.join(tr("、"))
    );
    match board.beyond.of(tier) {
        0 => sentence,
        count => say!(
            "{sentence}另有远景目标{count}项，不属本规划期，不计入。",
            sentence,
            count
        ),
    }
}

/// The sentence on records that could not be read, if any.
fn unread(book: &Book) -> Option<String> {
    let line = |it: &Problem| {
        say!(
            "第{line}行：{what}",
            line = it.line,
            what = printable(&it.what)
        )
    };
    let mut lines: Vec<String> = book.unread().iter().take(MOST_UNREAD).map(line).collect();
    let more = book.unread().len() - lines.len();
    lines.extend((more > 0).then(|| say!("还有 {n} 处，见 guihua records", n = more)));
    (!lines.is_empty()).then(|| {
        say!(
            "注意：有{count}条自记的记录未能读入，没有计入（{lines}）。",
            count = book.unread().len(),
            lines = lines.join(tr("；"))
        )
    })
}

/// The plan's targets of the term with data, by the group of their verdict: `未达到：甲、乙。`. A proposal that nobody has
/// confirmed is none of the plan's.
pub(super) fn named(dossier: &Dossier, assessment: &Assessment) -> Vec<String> {
    let end = dossier.plan.meta.period.map(|term| term.end);
    let names = |group: Group| -> Vec<String> {
        let targets = assessment.targets(dossier);
        let of_group = targets.filter(|(target, it)| {
            let counts = target.proposed.is_none() && !target.year.is_beyond(end);
            counts && target.tier == Tier::Target && it.group() == group
        });
        of_group
            .map(|(target, _)| wording::target_name(&dossier.plan, target))
            .collect()
    };
    let groups = Group::ALL
        .into_iter()
        .filter(|group| *group != Group::NoData);
    let filled = groups.map(|group| (group, names(group)));
    let sentence = |(group, names): (Group, Vec<String>)| {
        let text = names.join(tr("、"));
        say!(
            "{group}：{names}。",
            group = wording::head(group.label()),
            names = text
        )
    };
    filled
        .filter(|(_, names)| !names.is_empty())
        .map(sentence)
        .collect()
}
