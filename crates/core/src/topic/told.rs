//! An answer in words: what was looked for, and all of it as one paragraph with its citation, to be
//! pasted into a text.

use super::{Answer, Promise, Served, Tie};
use crate::assessment::Assessment;
use crate::card::{Card, Figure};
use crate::citation::{Passage, Source, Style};
use crate::evaluation::{Evaluation, Verdict};
use crate::plan::{Address, Target};
use crate::wording;
use crate::words::{say, tr};

/// The most targets, and the most tasks, that a paragraph tells; it says how many more there are.
const MOST: usize = 5;

/// The answer as one paragraph: the targets with goal, latest figure and verdict, each with its sentence; the tasks; and
/// what is cited.
pub fn paragraph(source: Source<'_>, assessment: &Assessment, answer: &Answer) -> String {
    let mut parts: Vec<String> = Vec::new();
    let promises = answer.named();
    let told = promises.iter().take(MOST);
    parts.extend(told.filter_map(|it| promise(source, assessment, it)));
    parts.extend(more(promises.len(), tr("项指标")));
    let tasks = || answer.tasks.iter().filter(|it| it.is_mentioned);
    parts.extend(tasks().take(MOST).map(|it| task(source, it)));
    parts.extend(more(tasks().count(), tr("项任务")));
    if parts.is_empty() {
        parts.extend(
            answer
                .mentions
                .iter()
                .take(MOST)
                .map(|it| quoted(source, it.place.at)),
        );
        parts.extend(more(answer.mentions.len(), tr("处")));
    }
    say!(
        "关于“{topic}”：{parts}。（截至{day}评估；引自{work}）",
        topic = answer.name(),
        parts = parts.join(tr("；")),
        day = assessment.as_of,
        work = source.cite_work(Style::Plain)
    )
}

/// That there are more than are told; nothing if there are not.
fn more(count: usize, of: &str) -> Option<String> {
    let more = count.saturating_sub(MOST);
    (more > 0).then(|| say!("另有 {more} {of}", more, of))
}

fn promise(source: Source<'_>, assessment: &Assessment, promise: &Promise) -> Option<String> {
    let target = source.plan.targets.get(promise.target)?;
    let evaluation = assessment.evaluation(target)?;
    let card = Card::of(
        target,
        source.plan,
        source.outline,
        evaluation,
        assessment.as_of,
    );
    let mut facts: Vec<String> = figures(target, &card).map(Figure::told).collect();
    facts.extend(conclusion(evaluation, &card));
    Some(say!(
        "{name}，{facts}：{quote}",
        name = card.names(),
        facts = facts.join(tr("，")),
        quote = stated(source, target)
    ))
}

/// Where a target began, how far it is and where it is to go. Of one without a figure that can't have a baseline the
/// baseline is left out.
pub fn figures<'a>(target: &Target, card: &'a Card) -> impl Iterator<Item = &'a Figure> {
    let is_measured = target.goal.is_some() || !target.history.is_empty();
    let baseline = is_measured.then_some(&card.baseline);
    baseline.into_iter().chain([&card.latest, &card.goal])
}

/// The verdict with what is measured; `None` where nothing was observed, which the latest figure says already.
pub fn conclusion(evaluation: &Evaluation, card: &Card) -> Option<String> {
    let parts = [card.verdict.as_str(), card.progress.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    (evaluation.verdict != Verdict::NoData).then(|| parts.join(tr("，")))
}

/// The words that state a target, with their place and the notes that a quotation needs.
fn stated(source: Source<'_>, target: &Target) -> String {
    let passage = Passage::of_quote(source.outline, &target.citation);
    passage.map_or_else(String::new, |it| source.quote(&it))
}

fn task(source: Source<'_>, served: &Served) -> String {
    let node = source.outline.node(served.task);
    let title = node.title();
    let place = source.place(node.address);
    match served.measures.len() {
        0 => say!("任务“{title}”（{place}）", title, place),
        count => say!(
            "任务“{title}”（{place}），{count} 条措施",
            title,
            place,
            count
        ),
    }
}

fn quoted(source: Source<'_>, at: Address) -> String {
    let passage = Passage::at(source.outline, at);
    passage.map_or_else(
        || wording::place(source.outline, at),
        |it| source.quote(&it),
    )
}

impl Tie {
    /// How the target belongs to the topic, in short; nothing of one that is named by it.
    pub fn told(self) -> Option<&'static str> {
        match self {
            Self::Name => None,
            Self::Sentence => Some(tr("同句")),
            Self::Paragraph => Some(tr("同段")),
        }
    }
}

impl Answer {
    /// What was looked for besides what was typed, in lines: words that belong to it, and other things it may mean.
    pub fn taken(&self) -> Vec<String> {
        let others = self.meanings.iter().flat_map(|it| &it.others);
        let others = others
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(tr("、"));
        let others = (!others.is_empty()).then(|| say!("也可能指：{others}", others));
        self.looked_for().into_iter().chain(others).collect()
    }

    /// The words that were looked for besides what was typed, in lines.
    pub fn looked_for(&self) -> Vec<String> {
        let missing = self.meanings.iter().filter(|it| !it.is_in_plan);
        let missing =
            missing.map(|it| say!("规划里没有“{word}”一词，查的是与它有关的词", word = it.word));
        let related = self.related().join(tr("、"));
        let related = (!related.is_empty()).then(|| say!("一并查：{related}", related));
        missing.chain(related).collect()
    }
}
