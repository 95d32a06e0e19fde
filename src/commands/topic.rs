//! `guihua topic`: what the plan says on a topic, and how it stands.

use std::io::{self, Write};
use std::ops::Range;

use super::{Failure, opening};
use crate::assessment::Assessment;
use crate::card::{Card, Figure};
use crate::citation::Source;
use crate::cli::{Common, TopicArgs};
use crate::clock;
use crate::dossier::Dossier;
use crate::evaluation::Evaluation;
use crate::load::printable;
use crate::output::answers;
use crate::paint::Paint;
use crate::plan::{Address, Node, Target};
use crate::records::Status;
use crate::search::{Index, Query};
use crate::text::{pad, width};
use crate::topic::{self, Answer, Near, Place, Promise, Served};
use crate::wording::{aside, target_name};
use crate::words::{say, tr};

pub(super) fn run(
    common: &Common,
    args: &TopicArgs,
    paint: Paint,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let dossier = opening::dossier(common)?;
    let assessment = Assessment::of(&dossier, args.as_of.date());
    let index = Index::new(&dossier.plan, &dossier.outline, &[]);
    let typed = args.query.join(" ");
    if let Some(fault) = index.fault(&Query::parse(&typed)) {
        return Err(Failure::Unknown(fault));
    }
    let Some(answer) = Answer::of(&dossier, &index, &typed) else {
        let near = topic::near(&dossier, &index, &typed);
        return Err(Failure::NotFound(nothing(&typed, &near)));
    };
    let source = Source::restored(&dossier.plan, &dossier.outline, clock::today());
    if args.json {
        let json = answers::Topic::of(&dossier, &assessment, &answer, source);
        return Ok(answers::write(&json, out)?);
    }
    if args.paragraph {
        let paragraph = topic::paragraph(source, &assessment, &answer);
        return Ok(writeln!(out, "{paragraph}")?);
    }
    let page = Page {
        dossier: &dossier,
        assessment: &assessment,
        answer: &answer,
        paint,
    };
    Ok(page.write(out)?)
}

/// That the plan says nothing on it, and what is nearest.
fn nothing(typed: &str, near: &[Near]) -> String {
    let typed = printable(typed.trim());
    let near: Vec<&str> = near.iter().map(|it| it.words.as_str()).collect();
    if near.is_empty() {
        say!("规划里没有“{typed}”；有哪些指标见 guihua targets", typed)
    } else {
        let near = near.join(tr("、"));
        say!("规划里没有“{typed}”；相近的有：{near}", typed, near)
    }
}

/// An answer as text.
struct Page<'a> {
    dossier: &'a Dossier,
    assessment: &'a Assessment,
    answer: &'a Answer,
    paint: Paint,
}

impl Page<'_> {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        self.head(out)?;
        if self.answer.leads_with_targets() {
            self.promises(out)?;
            self.observed(out)?;
            self.tasks(out)?;
        } else {
            self.tasks(out)?;
            self.promises(out)?;
            self.observed(out)?;
        }
        self.mentions(out)?;
        self.remote(out)
    }

    fn head(&self, out: &mut impl Write) -> io::Result<()> {
        let day = say!("截至{day}", day = self.assessment.as_of);
        writeln!(out, "{}", aside(self.answer.name(), day))?;
        for line in self.answer.taken() {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }

    /// The heading of a part, after a blank line.
    fn part(name: &str, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "\n{name}")
    }

    fn promises(&self, out: &mut impl Write) -> io::Result<()> {
        Self::part(tr("规划承诺"), out)?;
        if self.answer.foremost().is_empty() {
            return writeln!(out, "  {}", tr("没有与此有关的指标"));
        }
        let foremost = self.targets(self.answer.foremost());
        for (promise, target, evaluation) in foremost {
            self.promise(promise, target, evaluation, out)?;
        }
        Ok(())
    }

    /// The targets that only stand in the same paragraphs.
    fn remote(&self, out: &mut impl Write) -> io::Result<()> {
        let remote = self.answer.remote();
        if !remote.is_empty() {
            Self::part(tr("同一段里的其他指标"), out)?;
        }
        for (_, target, evaluation) in self.targets(remote) {
            let card = self.card(target, evaluation);
            let figures = topic::figures(target, &card).map(Figure::told);
            let figures: Vec<String> = figures.collect();
            writeln!(out, "  {}  {}", card.name, figures.join(" → "))?;
        }
        Ok(())
    }

    /// Targets with their evaluations.
    fn targets<'a>(
        &'a self,
        promises: &'a [Promise],
    ) -> impl Iterator<Item = (&'a Promise, &'a Target, &'a Evaluation)> {
        let targets = &self.dossier.plan.targets;
        promises.iter().filter_map(|promise| {
            let target = targets.get(promise.target)?;
            Some((promise, target, self.assessment.evaluation(target)?))
        })
    }

    fn card(&self, target: &Target, evaluation: &Evaluation) -> Card {
        let Dossier { plan, outline, .. } = self.dossier;
        Card::of(target, plan, outline, evaluation, self.assessment.as_of)
    }

    fn promise(
        &self,
        promise: &Promise,
        target: &Target,
        evaluation: &Evaluation,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let card = self.card(target, evaluation);
        let tie = promise.tie.told().map(|tie| say!("［{tie}］", tie));
        writeln!(out, "  {}{}", card.names(), tie.unwrap_or_default())?;
        let figures: Vec<String> = topic::figures(target, &card).map(Figure::told).collect();
        writeln!(out, "    {}", figures.join(" → "))?;
        if let Some(conclusion) = topic::conclusion(evaluation, &card) {
            writeln!(out, "    {} {conclusion}", tr("结论"))?;
        }
        writeln!(out, "    {}", card.quote())
    }

    /// What was observed of the foremost targets, and where it was published.
    fn observed(&self, out: &mut impl Write) -> io::Result<()> {
        if self.answer.foremost().is_empty() {
            return Ok(());
        }
        Self::part(tr("监测"), out)?;
        let mut unseen = 0;
        for (promise, target, _) in self.targets(self.answer.foremost()) {
            let observed = topic::observed(self.dossier, self.assessment, *promise);
            if observed.is_empty() {
                unseen += 1;
                continue;
            }
            writeln!(out, "  {}", target_name(&self.dossier.plan, target))?;
            for it in observed {
                writeln!(out, "    {}  {}  {}", it.when, it.value, it.source)?;
            }
        }
        match unseen {
            0 => Ok(()),
            count => writeln!(out, "  {}", say!("尚无监测数据的 {count} 项", count)),
        }
    }

    fn tasks(&self, out: &mut impl Write) -> io::Result<()> {
        Self::part(tr("任务和措施"), out)?;
        if self.answer.tasks.is_empty() {
            return writeln!(out, "  {}", tr("没有与此有关的任务"));
        }
        self.answer
            .tasks
            .iter()
            .try_for_each(|served| self.task(served, out))
    }

    fn task(&self, served: &Served, out: &mut impl Write) -> io::Result<()> {
        let node = self.dossier.outline.node(served.task);
        let title = aside(node.title(), self.stage(node.address));
        let place = self.place(node.address);
        let link = if served.is_mentioned {
            ""
        } else {
            tr("［服务于上列指标］")
        };
        writeln!(out, "  {place}  {title}{link}")?;
        served.measures.iter().try_for_each(|measure| {
            let words = self.words(node, measure);
            let stage = self
                .status(measure.at)
                .map(|it| say!("［{stage}］", stage = tr(it.stage.label())));
            writeln!(out, "    {words}{}", stage.unwrap_or_default())
        })
    }

    fn mentions(&self, out: &mut impl Write) -> io::Result<()> {
        if self.answer.mentions.is_empty() {
            return Ok(());
        }
        Self::part(tr("还提到"), out)?;
        let columns = self
            .answer
            .mentions
            .iter()
            .map(|it| width(&it.place.at.for_readers()));
        let columns = columns.max().unwrap_or(0);
        self.answer.mentions.iter().try_for_each(|mention| {
            let node = self.dossier.outline.node(mention.node);
            let at = pad(&mention.place.at.for_readers(), columns);
            let words = self.words(node, &mention.place);
            writeln!(out, "  {}  {words}", self.paint.place(&at))
        })
    }

    fn place(&self, at: Address) -> String {
        self.paint.place(&at.for_readers())
    }

    fn status(&self, at: Address) -> Option<&Status> {
        self.dossier.book.status_of_task(at, self.assessment.as_of)
    }

    fn stage(&self, at: Address) -> String {
        let told = |it: &Status| format!("{} {}", tr(it.stage.label()), it.date);
        self.status(at)
            .map_or_else(|| tr("尚无记录").to_owned(), told)
    }

    /// The words of a place with brackets around what is uncertain, and what was found in colour.
    fn words(&self, node: &Node, place: &Place) -> String {
        let (text, found) = node.prose.told_part(&place.words, &place.found);
        let mut out = String::new();
        let mut at = 0;
        for Range { start, end } in found {
            out.push_str(text.get(at..start).unwrap_or_default());
            out.push_str(&self.paint.matched(text.get(start..end).unwrap_or_default()));
            at = end;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out.trim_end().to_owned()
    }
}
