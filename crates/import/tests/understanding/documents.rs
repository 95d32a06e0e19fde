//! Documents with their traps: each of these is a small made-up text of the kind that published plans are.

use super::support::{draft, drafts};
use guihua_import::document::{Content, Role};
use guihua_import::findings::doubt::Matter;
use guihua_import::source::Reason;

/// The headings of a body: depth and title.
fn headings(text: &str) -> Vec<(u8, String)> {
    let draft = draft(text);
    let headings = draft.document.body.iter().filter_map(|p| p.heading());
    headings.map(|h| (h.depth, h.title.clone())).collect()
}

fn titles(text: &str) -> Vec<String> {
    headings(text).into_iter().map(|(_, title)| title).collect()
}

#[test]
fn volumes_chapters_and_sections_are_three_levels() {
    let found = headings(
        "第一篇 总论\n第一章 基础\n文。\n第二章 目标\n第一节 水库\n文。\n第二篇 任务\n第三章 防洪\n文。",
    );
    let depths: Vec<u8> = found.iter().map(|(depth, _)| *depth).collect();
    assert_eq!(depths, [1, 2, 2, 3, 1, 2]);
}

#[test]
fn run_in_headings_are_headings_with_their_text_behind() {
    let draft = draft("一、保障\n（一）加强领导。各乡镇要配合。\n（二）加大投入。县财政要支持。");
    let titles: Vec<_> = draft
        .document
        .body
        .iter()
        .filter_map(|p| p.heading())
        .map(|h| (h.title.as_str(), h.run_in))
        .collect();
    assert_eq!(
        titles,
        [("保障", false), ("加强领导", true), ("加大投入", true)]
    );
    assert!(
        draft
            .document
            .body
            .iter()
            .any(|p| p.paragraph().is_some_and(|p| p.text == "各乡镇要配合。"))
    );
}

#[test]
fn a_skipped_level_stays_a_skip() {
    let found =
        headings("一、指导\n1. 甲。文文。\n2. 乙。文文。\n二、任务\n（一）丙\n1. 丁。文文。");
    assert_eq!(found[1], (3, "甲".into()));
    assert_eq!(found[4], (2, "丙".into()));
}

#[test]
fn a_list_of_contents_is_left_out_and_listed() {
    let draft = draft(
        "目录\n一、基础........1\n二、任务........3\n三、保障........9\n一、基础\n文。\n二、任务\n文。\n三、保障\n文。",
    );
    assert_eq!(
        draft
            .document
            .body
            .iter()
            .filter(|p| p.heading().is_some())
            .count(),
        3
    );
    assert!(
        draft
            .omitted
            .iter()
            .all(|o| o.omitted.reason == Reason::Contents)
    );
    assert_eq!(draft.omitted.len(), 4);
}

#[test]
fn a_page_number_that_sticks_to_a_heading_goes() {
    let draft = draft("一、基础\n文。\n12二、任务\n文。");
    assert_eq!(
        draft
            .document
            .body
            .iter()
            .filter(|p| p.heading().is_some())
            .count(),
        2
    );
    assert_eq!(draft.omitted[0].omitted.text, "12");
}

#[test]
fn citations_cross_references_and_figures_are_no_headings() {
    let text = "一、依据\n1.《丙县水法》（2019年修订）\n2.《丙县防洪法》（2016年修订）\n第三章规定的情形除外。\n1.5倍以上的\n3月底前完成。\n二、任务\n文。";
    assert_eq!(titles(text), ["依据", "任务"]);
}

#[test]
fn the_items_of_a_box_are_no_headings() {
    let text = "一、任务\n（一）防洪\n1．堤防。加固堤防。\n专栏1 重点工程\n1．水库。新建水库。\n2．堤防。加固堤防。\n（二）供水\n2．管网。改造管网。";
    assert_eq!(titles(text), ["任务", "防洪", "堤防", "供水", "管网"]);
    let draft = draft(text);
    let panel = draft.document.body.iter().find_map(|p| match &p.content {
        Content::Box(panel) => Some((panel.label.clone(), panel.title.clone(), panel.parts.len())),
        _ => None,
    });
    assert_eq!(panel, Some(("专栏1".into(), "重点工程".into(), 2)));
}

#[test]
fn a_notice_and_its_plan_are_told_apart() {
    let text = "丙县人民政府关于印发丙县水利发展“十五五”规划的通知\n丙政发〔2026〕7号\n各乡镇人民政府：\n现将《丙县水利发展“十五五”规划》印发给你们。\n丙县人民政府\n2026年3月5日\n丙县水利发展“十五五”规划\n为推进水利发展，制定本规划。\n一、基础\n文。\n二、任务\n文。";
    let document = draft(text).document;
    assert_eq!(
        document.title.map(|t| t.text).as_deref(),
        Some("丙县水利发展“十五五”规划")
    );
    assert_eq!(document.notice.len(), 6);
    let said = document.particulars;
    assert_eq!(
        (said.number.as_deref(), said.date.as_deref()),
        (Some("丙政发〔2026〕7号"), Some("2026年3月5日"))
    );
    assert_eq!(said.issuer.as_deref(), Some("丙县人民政府"));
    assert_eq!(said.term.map(|t| (t.start, t.end)), Some((2026, 2030)));
}

#[test]
fn several_plans_in_a_file_are_several_documents() {
    let text = "《丙县防洪方案》《丙县供水方案》已经县政府同意，现印发给你们。\n2022年1月4日\n丙县防洪方案\n一、目标\n文。\n二、任务\n文。\n丙县供水方案\n一、目标\n文。\n二、任务\n文。";
    let found = drafts(text);
    let titles: Vec<_> = found
        .iter()
        .filter_map(|d| d.document.title.as_ref())
        .map(|t| t.text.as_str())
        .collect();
    assert_eq!(titles, ["丙县防洪方案", "丙县供水方案"]);
    assert!(
        found
            .iter()
            .all(|d| d.document.particulars.date.as_deref() == Some("2022年1月4日"))
    );
}

#[test]
fn an_annex_counts_for_itself() {
    let text = "丙县防洪方案\n一、目标\n文。\n二、任务\n文。\n附件1\n防洪等级\n一、一级\n文。\n二、二级\n文。";
    let draft = draft(text);
    assert_eq!(
        draft
            .document
            .body
            .iter()
            .filter(|p| p.heading().is_some())
            .count(),
        2
    );
    assert_eq!(draft.document.annexes.len(), 1);
    assert_eq!(draft.document.annexes[0].label, "附件1");
}

#[test]
fn a_list_of_annexes_is_no_heading() {
    assert_eq!(
        titles(
            "一、目标\n（一）防洪\n1.堤防。文。\n二、任务\n文。\n附件：1.分工表\n2.指标表\n3.项目表"
        ),
        ["目标", "防洪", "堤防", "任务"]
    );
}

#[test]
fn a_document_in_one_line_is_read() {
    let body = "水利是农业的命脉。".repeat(30);
    let text: String = [
        ("1", "总则"),
        ("1.1", "目的"),
        ("1.2", "依据"),
        ("2", "任务"),
        ("2.1", "防洪"),
        ("2.2", "供水"),
        ("3", "附则"),
        ("3.1", "解释"),
        ("3.2", "施行"),
    ]
    .iter()
    .map(|(number, title)| ["　　", number, "　", title, "　　", &body].concat())
    .collect();
    assert_eq!(headings(&text).len(), 9);
}

#[test]
fn principles_have_names() {
    let draft = draft(
        "一、总体要求\n（一）基本原则\n——节水优先。把节水放在首位。\n——系统治理。统筹山水。\n二、任务\n加固堤防。提高标准。",
    );
    let names: Vec<_> = draft
        .document
        .body
        .iter()
        .filter_map(|p| p.paragraph())
        .filter(|p| matches!(p.role, Role::Principle(_)))
        .collect();
    assert_eq!(names.len(), 2);
}

#[test]
fn tasks_have_lead_sentences_and_departments() {
    let text = "一、主要任务\n（一）防洪\n加固堤防。完成主要河段堤防加固。（牵头单位：县水务局；完成时限：2024年底）\n（二）供水。改造管网。\n牵头部门：县住建局\n完成时限：2025年底";
    let tasks = draft(text).findings.tasks;
    let read: Vec<_> = tasks
        .iter()
        .map(|t| {
            (
                t.title.as_str(),
                t.duty.as_ref().and_then(|d| d.lead.as_deref()),
                t.duty.as_ref().and_then(|d| d.due.as_deref()),
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            ("加固堤防", Some("县水务局"), Some("2024年底")),
            ("供水", Some("县住建局"), Some("2025年底"))
        ]
    );
}

#[test]
fn a_heading_that_orders_is_a_task_whatever_its_text_says() {
    let text = "一、主要任务\n1.实施节水行动。水是生命之源。到2025年，节水器具普及。\n2.水情概述。水是生命之源。\n二、保障措施\n文。";
    let tasks = draft(text).findings.tasks;
    let titles: Vec<_> = tasks.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["实施节水行动"]);
}

#[test]
fn doubts_are_named_with_their_places() {
    let draft = draft("一、目标\n推进“水美乡村建设。\n一、任务\n文。\n二、保障\n文。");
    let matters: Vec<_> = draft
        .findings
        .doubts
        .iter()
        .map(|d| (d.matter, d.place.line))
        .collect();
    assert_eq!(matters, [(Matter::Lone, 2), (Matter::Heading, 3)]);
}

#[test]
fn prefaces_descriptions_principles_and_goals_are_no_tasks() {
    let text = "云岭县水利发展规划（2021—2025年）\n\n序言\n推进水利建设，惠及全县。水是生命之源。\n\
        一、总体要求\n（一）基本原则\n坚持节水优先。推广节水灌溉。\n\
        二、主要任务\n水库是全县供水的基础。统筹推进水利建设。\n\
        （一）兴修水库\n河流严重影响两岸生活。加固堤防。\n建设云岭水库。完善灌区配套。\n到2025年，建成水库5座。\n\
        （二）节约用水\n各乡镇要公布用水情况。每年一次。\n用水大户名单。\n牵头部门：县水务局\n";
    let tasks = draft(text).findings.tasks;
    let titles: Vec<&str> = tasks.iter().map(|task| task.title.as_str()).collect();
    assert_eq!(
        titles,
        ["建设云岭水库", "各乡镇要公布用水情况", "用水大户名单"]
    );
}

#[test]
fn who_does_a_task_is_not_told_of_the_one_in_another_section() {
    let text = "云岭县水利发展规划（2021—2025年）\n\n一、主要任务\n（一）兴修水库\n建设云岭水库。完善灌区配套。\n\
        （二）节约用水\n用水情况如下\n牵头部门：县水务局\n";
    let tasks = draft(text).findings.tasks;
    assert_eq!(tasks.len(), 1);
    assert!(tasks.iter().all(|task| task.duty.is_none()));
}

#[test]
fn advice_to_everyone_is_no_task() {
    let text = "乙县节水行动\n一、主要任务\n（一）节水\n——个人和家庭：\n1.检查水管\n定期检查家中水管。建议安装节水器具。\n——社会和政府：\n1.建立制度\n建立节水制度。\n二、保障\n文。";
    let tasks = draft(text).findings.tasks;
    let titles: Vec<&str> = tasks.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["建立节水制度"]);
}

#[test]
fn brackets_over_two_lines_of_a_title_are_a_pair() {
    let text = "乙县人民政府关于印发《乙县水利规划\n（2021—2025年）》的通知\n各乡镇：\n现印发给你们。\n乙县水利规划（2021—2025年）\n一、总则\n推进“水美乡村建设。";
    let lone: Vec<String> = draft(text)
        .findings
        .doubts
        .into_iter()
        .filter(|it| it.matter == Matter::Lone)
        .map(|it| it.words)
        .collect();
    assert_eq!(lone, ["推进“水美乡村建设"]);
}

#[test]
fn a_blank_behind_a_number_is_no_damage() {
    let text = "乙县水利规划\n第一章　总则\n第一条　为加强水利，制定本规划。\n第二章　任务\n第二条　建设水 库。";
    let blanks: Vec<String> = draft(text)
        .findings
        .doubts
        .into_iter()
        .filter(|it| it.matter == Matter::Blank)
        .map(|it| it.words)
        .collect();
    assert_eq!(blanks, ["建设水 库。"]);
}

#[test]
fn lead_sentences_stand_at_one_depth() {
    let leads = "兴修水库。\n各乡镇要兴修水库，加固堤防，改造渠道。\n";
    let text = format!(
        "一、回顾\n{leads}{leads}二、工作\n（一）防洪\n{leads}{leads}{leads}（二）供水\n{leads}{leads}{leads}"
    );
    let found = headings(&text);
    let depths: Vec<u8> = found.iter().map(|(depth, _)| *depth).collect();
    assert_eq!(depths, [1, 1, 2, 3, 3, 3, 2, 3, 3, 3]);
}

#[test]
fn a_title_begins_with_those_who_issue_it_together() {
    let text = "中共己县委  己县人民政府\n关于加快水利发展的实施意见\n（2026年2月28日）\n一、目标\n文。\n二、任务\n文。";
    let draft = draft(text);
    let title = draft.document.title.map(|it| it.text);
    let particulars = draft.document.particulars;
    assert_eq!(
        title.as_deref(),
        Some("中共己县委  己县人民政府关于加快水利发展的实施意见")
    );
    assert_eq!(
        particulars.issuer.as_deref(),
        Some("中共己县委  己县人民政府")
    );
    assert_eq!(particulars.region.as_deref(), Some("己县"));
}

#[test]
fn who_signs_a_text_at_its_end_issues_it() {
    let text = "乙县水利发展行动方案（2024—2026年）\n一、目标\n文。\n二、任务\n文。\n乙县水利局\n2024年5月30日";
    let particulars = draft(text).document.particulars;
    assert_eq!(particulars.issuer.as_deref(), Some("乙县水利局"));
    assert_eq!(particulars.date.as_deref(), Some("2024年5月30日"));
}
