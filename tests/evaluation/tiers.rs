//! The plan's targets and an editor's commitments of direction are counted apart wherever they are counted, and what no
//! person has confirmed is in neither count.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guihua::app::{App, listing, overview};
use guihua::assessment::Assessment;
use guihua::card::Card;
use guihua::dossier::Dossier;
use guihua::embedded;
use guihua::output::export::{self, Export};
use guihua::output::report::{self, Report, SectionPart};
use guihua::plan::{GoalYear, Outline, Plan, Tier};
use guihua::records::{Book, Record};

use ratatui::layout::Size;

use super::golden_table::{day, history};

/// A plan of six goals: two targets, one of them without a domain, two commitments, one goal beyond the term, and one that
/// a program proposed.
fn plan() -> Plan {
    let mut plan = embedded::plan();
    let model = plan.target("working-age-schooling-years").unwrap().clone();
    plan.targets = (1..=6)
        .map(|n| {
            let mut target = model.clone();
            target.id = format!("goal-{n}");
            target.name = format!("目标之{n}");
            target.domains = vec!["健康".to_owned()];
            target.tier = Tier::Target;
            target.year = GoalYear::Stated(2025);
            match n {
                2 => target.domains.clear(),
                3 | 4 => target.tier = Tier::Commitment,
                5 => target.year = GoalYear::Stated(2035),
                6 => target.proposed = Some("句中没有数值".to_owned()),
                _ => {}
            }
            target
        })
        .collect();
    // In the order of the text the commitments stand first.
    plan.targets.rotate_left(2);
    plan
}

fn dossier() -> Dossier {
    let records: Vec<Record> = [1, 3, 6]
        .into_iter()
        .flat_map(|n| history(&format!("goal-{n}"), "2025:12.5"))
        .collect();
    Dossier::of(plan(), Book::of(Vec::new(), records))
}

fn assessed(dossier: &Dossier) -> Assessment {
    Assessment::of(dossier, day("2026-01-01"))
}

#[test]
fn a_board_has_a_tally_for_each_tier_and_counts_no_proposal() {
    let dossier = dossier();
    let board = assessed(&dossier).board;
    assert_eq!(
        board.text(Tier::Target),
        "规划目标1项有观测／共2项；另有远景目标1项不计入"
    );
    assert_eq!(
        board.text(Tier::Commitment),
        "编者列出的方向性要求1项有观测／共2项"
    );
    assert_eq!(
        board.unconfirmed().as_deref(),
        Some("待确认1项（程序提出，尚无人确认），不计入")
    );
    let rows = board.rows(Tier::Target);
    let counted: Vec<(&str, usize)> = rows
        .iter()
        .map(|(name, tally)| (*name, tally.total()))
        .filter(|(_, total)| *total > 0)
        .collect();
    assert_eq!(counted, [("健康", 1), ("未分领域", 1)]);
}

#[test]
fn the_overview_shows_both_tiers_and_never_their_sum() {
    let dossier = dossier();
    let app = App::new(dossier, day("2026-01-01"), Size::new(120, 40));
    let rows = overview::rows(app.document(), 24);
    let facts: Vec<&str> = rows
        .iter()
        .filter_map(|row| match row {
            overview::Row::Fact(_, text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    for text in [
        "规划目标1项有观测／共2项；另有远景目标1项不计入",
        "编者列出的方向性要求1项有观测／共2项",
        "规划目标 3 项（有目标值的 3 项），待确认的指标 1 项，编者列出的方向性要求 2 项，任务 41 项",
    ] {
        assert!(facts.contains(&text), "{text} in {facts:?}");
    }
    let unreviewed = overview::Row::Unreviewed {
        targets: 1,
        doubts: 0,
    };
    assert!(rows.contains(&unreviewed), "{rows:?}");
    let tiers: Vec<Tier> = rows
        .iter()
        .filter_map(|row| match row {
            overview::Row::Tally(tier) => Some(*tier),
            _ => None,
        })
        .collect();
    assert_eq!(tiers, [Tier::Target, Tier::Commitment]);
}

#[test]
fn lists_lead_with_the_plans_targets() {
    let plan = plan();
    let groups: Vec<(String, usize)> = listing::targets(&plan, None)
        .into_iter()
        .filter_map(|row| match row {
            listing::Row::Group(name, count) => Some((name, count)),
            listing::Row::Item(_) | listing::Row::Fold { .. } => None,
        })
        .collect();
    let groups: Vec<(&str, usize)> = groups.iter().map(|(name, n)| (name.as_str(), *n)).collect();
    assert_eq!(
        groups,
        [
            ("定量指标", 3),
            ("编者列出的方向性要求", 2),
            ("待确认（程序提出，尚无人确认）", 1)
        ]
    );
}

/// The words of a page, without its tags.
fn words(page: &str) -> String {
    let mut parts = page.split('<');
    let first = parts.next().unwrap_or_default();
    let rest = parts.filter_map(|part| part.split_once('>').map(|(_, words)| words));
    std::iter::once(first).chain(rest).collect()
}

#[test]
fn a_report_counts_the_tiers_apart_in_every_format() {
    let dossier = dossier();
    let assessment = assessed(&dossier);
    let report = Report::of(&dossier, &assessment);
    let totals: Vec<(&str, usize)> = report
        .counts
        .iter()
        .map(|tier| (tier.tier.as_str(), tier.rows.last().unwrap().1[0]))
        .collect();
    assert_eq!(totals, [("规划目标", 2), ("编者列出的方向性要求", 2)]);
    let parts: Vec<(SectionPart, &str)> = report
        .domains
        .iter()
        .map(|section| (section.part, section.heading.as_str()))
        .collect();
    assert_eq!(
        parts,
        [
            (SectionPart::Targets, "健康"),
            (SectionPart::Targets, "未分领域"),
            (SectionPart::Commitments, "健康（编者列出的方向性要求）"),
            (SectionPart::BeyondTerm, "远景目标（不属本规划期）"),
            (SectionPart::Proposed, "待确认（程序提出，尚无人确认）"),
        ]
    );
    let missing: Vec<&str> = report.missing.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(
        missing,
        ["goal-2", "goal-4"],
        "the plan's targets come first"
    );
    let sentence = "编者列出的方向性要求：1项有观测／共2项";
    let page = export::html(&Export::of(&dossier, &assessment));
    for (format, text) in [
        ("Markdown", report::markdown(&report)),
        ("HTML", words(&report::html(&report))),
        ("page", words(&page)),
    ] {
        assert!(text.contains(sentence), "{format}");
        assert!(text.contains("目标之6（待确认）"), "{format}");
        assert!(text.contains("待确认1项"), "{format}");
    }
}

#[test]
fn a_proposal_is_marked_on_its_card() {
    let dossier = dossier();
    let assessment = assessed(&dossier);
    let target = dossier.plan.target("goal-6").unwrap();
    let evaluation = assessment.evaluation(target).unwrap();
    let card = Card::of(
        target,
        &dossier.plan,
        &Outline::of(&dossier.plan),
        evaluation,
        assessment.as_of,
    );
    assert_eq!(card.title(), "目标之6（待确认）（健康）");
}
