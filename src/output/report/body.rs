//! The body of a report in the order in which one hands it in: what it comes to, the table of the main targets, what was
//! missed, tasks and projects, places for the analyst's words, and as annexes what has to be collected and the method.

use super::block::{Block, Cells, Item, Table};
use super::{
    Counts, Expected, Missing, Report, Row, SHARES, Section, StageTasks, Words, counted, heads,
};
use crate::evaluation::Group;
use crate::words::{say, tr};

/// The numbers of parts.
fn numerals() -> [&'static str; 10] {
    [
        tr("一"),
        tr("二"),
        tr("三"),
        tr("四"),
        tr("五"),
        tr("六"),
        tr("七"),
        tr("八"),
        tr("九"),
        tr("十"),
    ]
}

/// A body under construction.
struct Body<'a> {
    blocks: Vec<Block<'a>>,
    parts: usize,
    annexes: usize,
}

/// The blocks of a report, title and citation left out.
pub(super) fn blocks(report: &Report) -> Vec<Block<'_>> {
    let mut body = Body {
        blocks: Vec::new(),
        parts: 0,
        annexes: 0,
    };
    body.conclusions(report);
    body.targets(report);
    body.behind(report);
    body.expected(report);
    body.tasks(tr("任务进展"), &report.tasks);
    for (title, stages) in [
        (tr("重大项目进展"), &report.projects),
        (tr("改革举措进展"), &report.reforms),
    ] {
        if !stages.is_empty() {
            body.tasks(title, stages);
        }
    }
    body.part(tr("存在问题与原因"));
    body.words(&report.issues);
    body.part(tr("对策建议"));
    body.words(&report.advice);
    body.missing(report);
    body.annex(tr("评估方法"));
    body.push(Block::Paragraph(report.method.clone()));
    body.blocks
}

impl<'a> Body<'a> {
    fn push(&mut self, block: Block<'a>) {
        self.blocks.push(block);
    }

    fn part(&mut self, title: &str) {
        let n = numerals().get(self.parts).copied().unwrap_or_default();
        self.parts += 1;
        self.push(Block::Heading(2, say!("{n}、{title}", n, title)));
    }

    fn annex(&mut self, title: &str) {
        self.annexes += 1;
        let title = say!("附件{n}　{title}", n = self.annexes, title);
        self.push(Block::Heading(2, title));
    }

    fn section(&mut self, title: String) {
        self.push(Block::Heading(3, title));
    }

    fn conclusions(&mut self, report: &Report) {
        self.part(tr("总体结论"));
        let sentences = report.summary.iter().chain(&report.named).cloned();
        let items = sentences.map(Item::from).collect();
        self.push(Block::Items("summary", items));
        for tier in &report.counts {
            self.section(tier.tier.clone());
            self.push(Block::Table(counts(tier)));
        }
    }

    fn targets(&mut self, report: &'a Report) {
        self.part(tr("主要指标完成情况"));
        let sections = report
            .domains
            .iter()
            .map(|section| (section, observed(section)));
        let shown: Vec<_> = sections.filter(|(_, rows)| !rows.is_empty()).collect();
        if shown.is_empty() {
            self.push(Block::Paragraph(
                tr("截至评估日，没有一项指标有数据。").to_owned(),
            ));
        }
        for (section, rows) in shown {
            self.section(section.heading.clone());
            self.push(Block::Table(of_targets("targets", &rows)));
            let charts = rows.iter().filter_map(|row| row.chart.as_ref());
            charts.for_each(|chart| self.push(Block::Chart(chart)));
        }
    }

    fn behind(&mut self, report: &Report) {
        self.part(tr("未达到和进展滞后的指标"));
        let rows = report.domains.iter().flat_map(|section| &section.rows);
        let is_behind = |row: &&Row| matches!(row.group, Group::Missed | Group::Behind);
        let rows: Vec<&Row> = rows.filter(is_behind).collect();
        if rows.is_empty() {
            let none = tr("有数据的指标中，没有未达到或进展滞后的。");
            self.push(Block::Paragraph(none.to_owned()));
        } else {
            self.push(Block::Table(of_behind(&rows)));
        }
    }

    /// Within the term, how far the targets are expected to come.
    fn expected(&mut self, report: &Report) {
        let all = &report.expected;
        if all.is_empty() {
            return;
        }
        self.part(tr("规划预计完成度"));
        let whole = all.iter().filter(|it| it.is_whole).count();
        self.push(Block::Paragraph(say!(
            "按基期与最新数据两点直线外推到目标年，可外推的规划目标{n}项，预计完成度100%以上的{whole}项。外推只作参考，不是结论；没有可比基期或监测数据的不外推。",
            n = all.len(),
            whole
        )));
        self.push(Block::Table(of_expected(all)));
    }

    fn tasks(&mut self, title: &str, stages: &[StageTasks]) {
        self.part(title);
        for stage in stages {
            self.section(counted(&stage.stage, stage.count));
            self.push(Block::Items("tasks", stage.tasks.clone()));
        }
    }

    /// An analyst's words, and places where they are still to be written.
    fn words(&mut self, words: &Words) {
        let place = || tr("（由评估人员填写）").to_owned();
        match &words.whole {
            Some(text) => self.paragraphs(text),
            None => self.push(Block::Place(place())),
        }
        for (_, name, text) in &words.targets {
            let with_name = |text: &str| say!("{head}：{text}", head = name, text);
            match text {
                Some(text) => self.paragraphs(&with_name(text)),
                None => self.push(Block::Place(with_name(&place()))),
            }
        }
    }

    /// Words of one paragraph or more, each on a line.
    fn paragraphs(&mut self, text: &str) {
        let paragraphs = text.lines().map(|line| Block::Paragraph(line.to_owned()));
        self.blocks.extend(paragraphs);
    }

    fn missing(&mut self, report: &Report) {
        let not_due = not_due(report);
        let all: Vec<&Missing> = report.missing.iter().chain(&not_due).collect();
        let title = tr("尚无数据和待补数据的指标");
        self.annex(&counted(title, all.len()));
        self.push(Block::Paragraph(report.needed.clone()));
        if !all.is_empty() {
            self.push(Block::Table(of_missing(&all)));
        }
    }
}

/// The targets without data of which nothing is due yet.
fn not_due(report: &Report) -> Vec<Missing> {
    let rows = report.domains.iter().flat_map(|section| &section.rows);
    let is_listed = |row: &Row| report.missing.iter().any(|it| it.id == row.id);
    let left = rows.filter(|row| row.group == Group::NoData && !is_listed(row));
    let as_missing = |row: &Row| Missing {
        id: row.id.clone(),
        target: row.name.clone(),
        goal: row.goal.clone(),
        what: String::new(),
        duty: String::new(),
    };
    left.map(as_missing).collect()
}

fn observed(section: &Section) -> Vec<&Row> {
    let rows = section.rows.iter();
    rows.filter(|row| row.group != Group::NoData).collect()
}

fn counts(tier: &Counts) -> Table {
    let heads = Report::count_heads();
    let row = |(domain, counts): &(String, Vec<usize>)| {
        let counts = counts.iter().map(usize::to_string);
        std::iter::once(domain.clone()).chain(counts).collect()
    };
    Table {
        class: "counts",
        shares: vec![100 / heads.len(); heads.len()],
        heads,
        rows: tier.rows.iter().map(row).collect(),
        cells: Cells::Counts,
    }
}

fn of_targets(class: &'static str, rows: &[&Row]) -> Table {
    let cells = rows
        .iter()
        .map(|row| row.cells().map(str::to_owned).to_vec());
    Table {
        class,
        heads: heads().map(str::to_owned).to_vec(),
        shares: SHARES.to_vec(),
        rows: cells.collect(),
        cells: Cells::Words,
    }
}

fn of_behind(rows: &[&Row]) -> Table {
    let cells = |row: &&Row| {
        let [name, _, goal, latest, progress, status, ..] = row.cells();
        [name, goal, latest, progress, status]
            .map(str::to_owned)
            .to_vec()
    };
    let [name, _, goal, latest, progress, status, ..] = heads();
    let heads = [name, goal, latest, progress, status];
    Table {
        class: "targets behind",
        heads: heads.map(str::to_owned).to_vec(),
        shares: vec![28, 17, 17, 20, 18],
        rows: rows.iter().map(cells).collect(),
        cells: Cells::Words,
    }
}

fn of_expected(all: &[Expected]) -> Table {
    let heads = [
        tr("指标"),
        tr("最新值"),
        tr("目标"),
        tr("外推值"),
        tr("预计完成度"),
    ];
    let row = |it: &Expected| {
        let cells = [&it.name, &it.latest, &it.goal, &it.projected, &it.share];
        cells.map(Clone::clone).to_vec()
    };
    Table {
        class: "targets expected",
        heads: heads.map(str::to_owned).to_vec(),
        shares: vec![28, 20, 18, 20, 14],
        rows: all.iter().map(row).collect(),
        cells: Cells::Words,
    }
}

/// What has to be collected; with who is responsible where the plan says so of any target.
fn of_missing(all: &[&Missing]) -> Table {
    let has_duty = all.iter().any(|it| !it.duty.is_empty());
    let or_dash = |cell: &str| {
        if cell.is_empty() {
            "—".to_owned()
        } else {
            cell.to_owned()
        }
    };
    let row = |(number, it): (usize, &&Missing)| {
        let mut row = vec![
            number.to_string(),
            it.target.clone(),
            or_dash(&it.goal),
            or_dash(&it.what),
        ];
        if has_duty {
            row.push(or_dash(&it.duty));
        }
        row
    };
    let mut heads = vec![tr("序号"), tr("指标"), tr("目标"), tr("待收集")];
    let mut shares = vec![6, 36, 22, 36];
    if has_duty {
        heads.push(tr("责任单位"));
        shares = vec![6, 30, 18, 28, 18];
    }
    Table {
        class: "missing",
        heads: heads.into_iter().map(str::to_owned).collect(),
        shares,
        rows: (1..).zip(all).map(row).collect(),
        cells: Cells::Words,
    }
}
