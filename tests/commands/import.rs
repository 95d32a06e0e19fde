//! `guihua import` from end to end, on small documents of made-up counties: one for each trap.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use guihua::load::load;
use guihua::plan::{Block, GoalYear, Kind, Node, NodeKind, Outline, Plan};
use tempfile::TempDir;

/// A folder in which documents are imported.
struct Bench(TempDir);

impl Bench {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder can be made"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).expect("a file can be written");
    }

    fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_guihua"))
            .current_dir(self.0.path())
            .env("LC_ALL", "zh_CN.UTF-8")
            .env("GUIHUA_CONFIG", "/dev/null")
            .env("XDG_DATA_HOME", self.0.path())
            .args(args)
            .output()
            .expect("the program can be started")
    }

    /// Imports a text, and the plan that comes of it.
    #[track_caller]
    fn import(&self, text: &str) -> (Plan, String) {
        self.file("规划.txt", text);
        let _ = fs::remove_file(self.path("规划.yaml"));
        let said = done(&self.run(&["import", "规划.txt"]));
        (self.plan("规划.yaml"), said)
    }

    #[track_caller]
    fn plan(&self, name: &str) -> Plan {
        let text = fs::read_to_string(self.path(name)).expect("it was written");
        load(&text).unwrap_or_else(|problems| panic!("{problems}\n{text}"))
    }
}

/// What a run says that succeeds.
#[track_caller]
fn done(output: &Output) -> String {
    let (out, err) = (said(&output.stdout), said(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{out}{err}");
    out
}

/// What a run says that is refused.
#[track_caller]
fn refused(output: &Output) -> String {
    let (out, err) = (said(&output.stdout), said(&output.stderr));
    assert_eq!(output.status.code(), Some(2), "{out}{err}");
    err
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The headings of the text with their numbers.
fn headings(plan: &Plan) -> Vec<String> {
    let outline = Outline::of(plan);
    let nodes = outline.nodes().iter().filter(|node| node.depth > 0);
    nodes
        .map(|node| format!("{} {}{}", node.address, node.number, node.title()))
        .collect()
}

const COUNTY: &str = "\
云岭县人民政府关于印发云岭县水利发展“十五五”规划的通知
云政发〔2026〕8号
各乡镇人民政府，县政府各部门：
现将《云岭县水利发展“十五五”规划》印发给你们，请认真贯彻执行。
云岭县人民政府
2026年3月2日

云岭县水利发展“十五五”规划

为加快云岭县水利发展，制定本规划。

一、发展基础
“十四五”时期，全县农村自来水普及率达到91%。
二、主要目标
到2030年，全县农村自来水普及率达到96%以上，新增蓄水能力1200万立方米，城乡供水保障水平显著提高。
三、主要任务
（一）兴修水库
建设云岭水库。开工建设云岭水库枢纽工程，完善灌区配套。（牵头单位：县水务局；责任单位：县发展改革局、县财政局；完成时限：2029年底）
（二）节约用水
推广节水灌溉。到2030年，建成高效节水灌溉面积3.50万亩。
四、保障措施
（一）加强组织领导。县水务局牵头，每年评估一次。
（二）加强资金保障。统筹各类资金。
";

#[test]
fn a_plan_with_its_notice_becomes_a_plan_file() {
    let bench = Bench::new();
    let (plan, said) = bench.import(COUNTY);
    assert!(
        said.starts_with("规划.yaml：篇章 4、任务 2、指标 "),
        "{said}"
    );
    assert!(said.contains("与原文逐字相同"), "{said}");
    assert_eq!(plan.meta.title, "云岭县水利发展“十五五”规划");
    assert_eq!(
        plan.meta.document_number.as_deref(),
        Some("云政发〔2026〕8号")
    );
    assert_eq!(plan.meta.issued.as_deref(), Some("2026-03-02"));
    assert_eq!(
        plan.meta.period.map(|it| (it.start, it.end)),
        Some((2026, 2030))
    );
    let notice = plan.notice.as_ref().expect("it has a notice");
    assert_eq!(
        notice.date.as_ref().map(guihua::plan::Prose::reading),
        Some("2026年3月2日")
    );
    assert_eq!(
        headings(&plan),
        [
            "1 一、发展基础",
            "2 二、主要目标",
            "3 三、主要任务",
            "3.1 （一）兴修水库",
            "3.2 （二）节约用水",
            "4 四、保障措施",
            "4.1 （一）加强组织领导",
            "4.2 （二）加强资金保障",
        ]
    );
    // The numbers are the usual ones, so none is written.
    assert!(plan.body.numbering.is_empty());
}

#[test]
fn targets_are_proposals_with_exact_quotes() {
    let bench = Bench::new();
    let (plan, _) = bench.import(COUNTY);
    let figures: Vec<(&str, String, Option<u16>)> = plan
        .targets
        .iter()
        .map(|it| {
            let goal = it.goal.map(|goal| goal.to_string()).unwrap_or_default();
            (it.name.as_str(), goal, it.year.known())
        })
        .collect();
    assert!(
        figures.contains(&("全县农村自来水普及率", "96".to_owned(), Some(2030))),
        "{figures:?}"
    );
    assert!(
        figures.iter().any(|(_, goal, _)| goal == "1200"),
        "{figures:?}"
    );
    // Printed digits are kept, and a fact of the past is no goal.
    assert!(
        figures.iter().any(|(_, goal, _)| goal == "3.50"),
        "{figures:?}"
    );
    assert!(
        figures.iter().all(|(_, goal, _)| goal != "91"),
        "{figures:?}"
    );
    assert!(plan.targets.iter().all(|it| it.proposed.is_some()));
    let first = plan.targets.first().expect("there are targets");
    assert_eq!(first.kind, Kind::AtLeast);
    assert_eq!(first.unit.as_deref(), Some("%"));
}

#[test]
fn a_year_is_stated_only_where_it_is_printed() {
    let text = "云岭县水利发展“十五五”规划\n\n一、主要目标\n全县农村自来水普及率达到96%以上。\n\
        到2028年，灌溉水利用系数提高到0.58。\n二、主要任务\n（一）兴修水库\n“十五五”期间，建成水库5座。\n";
    let bench = Bench::new();
    let (plan, _) = bench.import(text);
    let years: Vec<(String, GoalYear)> = plan
        .targets
        .iter()
        .map(|it| {
            (
                it.goal.map(|it| it.to_string()).unwrap_or_default(),
                it.year,
            )
        })
        .collect();
    let year = |goal: &str| {
        years
            .iter()
            .find(|(it, _)| it == goal)
            .map(|(_, year)| *year)
    };
    assert_eq!(year("96"), Some(GoalYear::Assumed(2030)), "{years:?}");
    assert_eq!(year("0.58"), Some(GoalYear::Stated(2028)), "{years:?}");
    assert_eq!(year("5"), Some(GoalYear::Assumed(2030)), "{years:?}");
    let text = fs::read_to_string(bench.path("规划.yaml")).expect("it was written");
    assert!(!text.contains("year: 2030"), "{text}");
}

#[test]
fn a_baseline_without_a_year_is_told_in_a_note() {
    let text =
        "云岭县水利发展“十五五”规划\n\n一、主要目标\n到2030年，农村自来水普及率由91%提高到96%。\n";
    let bench = Bench::new();
    let (plan, _) = bench.import(text);
    let target = plan.targets.first().expect("there is one");
    assert!(target.history.is_empty());
    assert_eq!(target.note.as_deref(), Some("基期值 91，原文未写年份"));
}

#[test]
fn tasks_have_their_departments() {
    let bench = Bench::new();
    let (plan, _) = bench.import(COUNTY);
    let outline = Outline::of(&plan);
    let task = outline
        .at("3.1p1".parse().expect("an address"))
        .expect("it is there");
    let duties = outline.node(task).duties().expect("it is a task");
    let lead = duties.lead.as_ref().expect("somebody leads");
    assert_eq!(lead.names, ["县水务局"]);
    assert_eq!(lead.quote, "牵头单位：县水务局");
    let with = duties.with.as_ref().expect("others take part");
    assert_eq!(with.names, ["县发展改革局", "县财政局"]);
    let due = duties.due.as_ref().and_then(|it| it.date.as_deref());
    assert_eq!(due, Some("2029"));
}

#[test]
fn chapters_of_tasks_are_the_domains_unless_one_names_them() {
    let bench = Bench::new();
    let (plan, _) = bench.import(COUNTY);
    assert_eq!(plan.domains, ["兴修水库", "节约用水"]);
    done(&bench.run(&[
        "import",
        "规划.txt",
        "-o",
        "named.yaml",
        "--domains",
        "水库,节水",
    ]));
    let plan = bench.plan("named.yaml");
    assert_eq!(plan.domains, ["水库", "节水"]);
    let outline = Outline::of(&plan);
    let at = outline
        .at("3.1".parse().expect("an address"))
        .expect("it is there");
    assert_eq!(outline.node(at).domain.as_deref(), Some("水库"));
    let reservoirs = plan.targets.iter().find(|it| it.domains == ["节水"]);
    let why = reservoirs.and_then(|it| it.proposed.clone());
    assert!(why.is_some_and(|it| it.contains("领域按词语归为“节水”")));
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let bench = Bench::new();
    bench.import(COUNTY);
    let written = fs::read(bench.path("规划.yaml")).expect("it is there");
    let again = done(&bench.run(&["import", "规划.txt"]));
    assert!(again.contains("没有改动"), "{again}");
    // A person has edited it, and the document has changed as well.
    let edited = said(&written) + "\n# 看过\n";
    bench.file("规划.yaml", &edited);
    bench.file("规划.txt", COUNTY.replace("96%以上", "97%以上"));
    let output = bench.run(&["import", "规划.txt"]);
    assert_eq!(output.status.code(), Some(1));
    let told = said(&output.stdout);
    assert!(told.contains("没有覆盖"), "{told}");
    assert!(told.contains("- 指标 全县农村自来水普及率 96%"), "{told}");
    assert!(told.contains("+ 指标 全县农村自来水普及率 97%"), "{told}");
    let kept = fs::read_to_string(bench.path("规划.yaml")).expect("it is there");
    assert_eq!(kept, edited);
}

#[test]
fn numbers_that_do_not_run_are_kept_as_printed() {
    let bench = Bench::new();
    let (plan, said) = bench.import(
        "\
青川县消防规划

一、总体要求
（一）指导思想
坚持预防为主。
（二）基本原则
坚持防消结合。
二、主要任务
（三）建设消防站
建设消防站。
（四）培训人员
培训人员。
四、保障措施
加强领导。
",
    );
    assert!(
        headings(&plan).contains(&"2.1 （三）建设消防站".to_owned()),
        "{:?}",
        headings(&plan)
    );
    assert!(headings(&plan).contains(&"3 四、保障措施".to_owned()));
    assert!(said.contains("与原文逐字相同"), "{said}");
    let note = plan.doubts.iter().find(|doubt| doubt.at.to_string() == "3");
    assert!(
        note.is_some_and(|doubt| doubt.note.contains("编号不连续")),
        "{:?}",
        plan.doubts
    );
}

#[test]
fn several_plans_in_one_document_become_several_files() {
    let bench = Bench::new();
    let part = |name: &str| {
        format!(
            "北川县{name}专项行动方案\n\n为做好{name}工作，制定本方案。\n\n一、总体要求\n坚持统筹推进。\n二、主要任务\n（一）健全机制。健全{name}工作机制。\n三、保障措施\n加强组织领导。\n\n"
        )
    };
    let text = format!(
        "北川县人民政府办公室关于印发两项专项行动方案的通知\n\n各乡镇人民政府：\n\n《北川县规范收费专项行动方案》《北川县便民服务专项行动方案》已经县政府同意，现印发给你们，请认真组织实施。\n\n北川县人民政府办公室\n2026年6月6日\n\n{}{}",
        part("规范收费"),
        part("便民服务")
    );
    bench.file("通知.txt", text);
    done(&bench.run(&["import", "通知.txt", "-o", "方案/"]));
    let first = bench.plan("方案/01-北川县规范收费专项行动方案.yaml");
    let second = bench.plan("方案/02-北川县便民服务专项行动方案.yaml");
    assert!(first.notice.is_some() && second.notice.is_none());
    assert_eq!(headings(&first), headings(&second));
}

#[test]
fn an_annex_given_together_becomes_an_attachment() {
    let bench = Bench::new();
    bench.file("规划.txt", COUNTY);
    bench.file(
        "分工表.csv",
        "序号,重点任务,牵头单位,责任单位,完成时限\n1,推广节水灌溉,县农业农村局,各乡镇人民政府,2030年\n",
    );
    let said = done(&bench.run(&["import", "规划.txt", "分工表.csv", "-o", "全.yaml"]));
    assert!(
        said.contains("分工表 1 行，其中 1 行与正文的任务对上"),
        "{said}"
    );
    assert!(said.contains("与原文逐字相同"), "{said}");
    let same = done(&bench.run(&[
        "check",
        "全.yaml",
        "--against",
        "规划.txt",
        "--against",
        "分工表.csv",
    ]));
    assert!(same.contains("逐字相同"), "{same}");
    let plan = bench.plan("全.yaml");
    let annex = plan.attachments.first().expect("it is attached");
    assert_eq!(annex.title.marked(), "⟦分工表⟧");
    assert!(matches!(annex.content.as_slice(), [Block::Table(_)]));
    let outline = Outline::of(&plan);
    let task = outline
        .at("3.2p1".parse().expect("an address"))
        .expect("it is there");
    let lead = outline
        .node(task)
        .duties()
        .and_then(|it| it.lead.clone())
        .expect("somebody leads");
    assert_eq!(lead.names, ["县农业农村局"]);
    assert_eq!(lead.at.map(|at| at.to_string()).as_deref(), Some("a1t1r2"));
}

/// A plan file as a person keeps it: with comments, targets looked at, a department of their own.
const KEPT: &str = "\
# 手工维护的文件。
version: 2
meta: { id: yunling-2026-2030, title: 云岭县水利发展“十五五”规划, period: { start: 2026, end: 2030 } }
domains: [供水]
plan:
  title: 云岭县水利发展“十五五”规划
  content:
    - section: 主要任务
      content:
        # 看过
        - task: 推广节水灌溉。
          text: 到2030年，建成高效节水灌溉面积3.50万亩。
        - task: 建设云岭水库。
          text: 开工建设枢纽工程。（牵头单位：县水务局）
          lead: { names: [县水务局], quote: 牵头单位：县水务局 }   # 问过水务局
targets:
  - id: water
    name: 自来水普及率
    kind: increase-to
    unit: '%'
    goal: 96
    at: '1p1'
    quote: 到2030年，建成高效节水灌溉面积3.50万亩。
";

#[test]
fn an_annex_is_added_to_a_plan_file_that_exists() {
    let bench = Bench::new();
    let kept = KEPT
        .replace("goal: 96", "goal: 3.50")
        .replace("自来水普及率", "高效节水灌溉面积")
        .replace("'%'", "万亩");
    bench.file("规划.yaml", &kept);
    bench.file(
        "分工表.csv",
        "序号,重点任务,牵头单位,责任单位,完成时限\n1,推广节水灌溉,县农业农村局,各乡镇人民政府,2030年\n2,建设云岭水库,县发展改革局,,2029年\n3,整治河道,县水务局,,2028年\n",
    );
    bench.file(
        "指标.csv",
        "指标,单位,2025年,2030年,属性\n高效节水灌溉面积,万亩,2.00,3.50,预期性\n森林覆盖率,%,43.10,45.00,约束性\n",
    );
    let said = done(&bench.run(&["import", "分工表.csv", "指标.csv", "--into", "规划.yaml"]));
    assert!(
        said.starts_with("规划.yaml：加入附件 2、指标 1（推定）"),
        "{said}"
    );
    assert!(
        said.contains("分工表 3 行，其中 2 行与正文的任务对上，1 行是正文没有的任务"),
        "{said}"
    );
    assert!(said.contains("与规划里的指标相同 1 项"), "{said}");
    assert!(said.contains("与原文逐字相同"), "{said}");
    // Every line that was there is there still, in its order.
    let text = fs::read_to_string(bench.path("规划.yaml")).expect("it is there");
    let mut rest = text.lines();
    for line in kept.lines() {
        assert!(rest.any(|it| it == line), "{line}\n{text}");
    }
    let plan = bench.plan("规划.yaml");
    let outline = Outline::of(&plan);
    let duties = |at: &str| {
        let node = outline
            .at(at.parse().expect("an address"))
            .expect("it is there");
        outline.node(node).duties().cloned().expect("it is a task")
    };
    let lead = duties("1p1").lead.expect("somebody leads");
    assert_eq!(
        (
            lead.names.as_slice(),
            lead.at.map(|at| at.to_string()).as_deref()
        ),
        (&["县农业农村局".to_owned()][..], Some("a1p2"))
    );
    // What the text has no task for is a task of the annex.
    let own = duties("a1p4");
    assert_eq!(
        own.lead.map(|it| it.names),
        Some(vec!["县水务局".to_owned()])
    );
    assert_eq!(own.due.and_then(|it| it.date).as_deref(), Some("2028"));
    // Who leads was known; until when was not.
    let kept = duties("1p2");
    assert_eq!(
        kept.lead.map(|it| it.names),
        Some(vec!["县水务局".to_owned()])
    );
    assert_eq!(kept.due.and_then(|it| it.date).as_deref(), Some("2029"));
    let [_, forest] = plan.targets.as_slice() else {
        panic!("{:?}", plan.targets)
    };
    assert!(forest.proposed.is_some());
    assert_eq!(forest.citation.at.to_string(), "a2t1r3c4");
    // What was joined is a doubt until a person has looked at it.
    let joined = plan
        .doubts
        .iter()
        .filter(|it| it.note.contains("推定为同一任务"));
    assert_eq!(joined.count(), 2);
    // The same annexes again change nothing.
    let again = done(&bench.run(&["import", "分工表.csv", "指标.csv", "--into", "规划.yaml"]));
    assert!(
        again.contains("“分工表”已是规划的附件，没有再加"),
        "{again}"
    );
    assert_eq!(
        fs::read_to_string(bench.path("规划.yaml")).expect("it is there"),
        text
    );
}

#[test]
fn a_row_is_joined_to_the_task_that_runs_into_its_heading() {
    let bench = Bench::new();
    let text = "云岭县节水行动方案（2026—2030年）\n一、总体要求\n节约用水。\n二、重点任务\n（一）推广节水灌溉。改造渠首十处。\n（二）建设水库。加固大坝。\n三、保障措施\n加强领导。";
    bench.file("方案.txt", text);
    bench.file(
        "分工表.csv",
        "序号,重点任务,牵头单位,完成时限\n1,推广节水灌溉,县农业农村局,2030年\n2,建设水库,县水务局,2029年\n",
    );
    let told = "分工表 2 行，其中 2 行与正文的任务对上，0 行是正文没有的任务";
    let said = done(&bench.run(&["import", "方案.txt", "分工表.csv", "-o", "合.yaml"]));
    assert!(said.contains(told), "{said}");
    done(&bench.run(&["import", "方案.txt"]));
    let said = done(&bench.run(&["import", "分工表.csv", "--into", "方案.yaml"]));
    assert!(said.contains(told), "{said}");
}

#[test]
fn an_annex_that_says_something_else_changes_nothing_of_the_plan() {
    let bench = Bench::new();
    let kept = KEPT
        .replace("goal: 96", "goal: 3.50")
        .replace("自来水普及率", "高效节水灌溉面积")
        .replace("'%'", "万亩");
    bench.file("规划.yaml", kept.replace('\n', "\r\n"));
    bench.file(
        "指标.csv",
        "指标,单位,2025年,2030年\n高效节水灌溉面积,万亩,2.00,3.80\n",
    );
    done(&bench.run(&["import", "指标.csv", "--into", "规划.yaml"]));
    let plan = bench.plan("规划.yaml");
    let [own] = plan.targets.as_slice() else {
        panic!("{:?}", plan.targets)
    };
    assert_eq!(own.goal.map(|it| it.to_string()).as_deref(), Some("3.50"));
    let note = plan.doubts.first().map(|it| it.note.as_str());
    assert!(
        note.is_some_and(|it| it.contains("附件里是 3.80") && it.contains("是 3.50")),
        "{note:?}"
    );
    let text = fs::read_to_string(bench.path("规划.yaml")).expect("it is there");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn what_is_no_plan_file_takes_no_annex() {
    let bench = Bench::new();
    bench.file("规划.txt", COUNTY);
    bench.file(
        "指标.csv",
        "指标,单位,2025年,2030年\n森林覆盖率,%,43.10,45.00\n",
    );
    let told = refused(&bench.run(&["import", "指标.csv", "--into", "规划.txt"]));
    assert!(told.contains("不是规划文件"), "{told}");
    let told = refused(&bench.run(&["import", "指标.csv", "--into", "没有.yaml"]));
    assert!(told.contains("没有这个文件"), "{told}");
    assert!(!bench.path("没有.yaml").exists());
    bench.file(
        "一行.yaml",
        "{ meta: { id: a, title: 甲 }, plan: { title: 甲, content: [乙] } }",
    );
    let told = refused(&bench.run(&["import", "指标.csv", "--into", "一行.yaml"]));
    assert!(told.contains("不是逐行写的"), "{told}");
}

#[test]
fn a_table_of_work_alone_is_a_plan_whose_rows_are_tasks() {
    let bench = Bench::new();
    let page = "<html><body><div class=\"TRS_Editor\"><p>南川县重点任务分工表</p><table><tr><td>序号</td><td>工作任务</td><td>具体举措</td><td>责任单位</td><td>完成时限</td></tr><tr><td>1</td><td>推进城乡供水一体化</td><td>新建水厂2座</td><td rowspan=2>县水务局、县财政局</td><td>2027年底</td></tr><tr><td>2</td><td>治理水土流失</td><td>治理面积35平方公里</td><td>2028年底</td></tr></table></div></body></html>";
    bench.file("分工表.html", page);
    let said = done(&bench.run(&["import", "分工表.html"]));
    assert!(said.contains("任务 2"), "{said}");
    assert!(said.contains("与原文逐字相同"), "{said}");
    let plan = bench.plan("分工表.yaml");
    let outline = Outline::of(&plan);
    let tasks: Vec<_> = outline
        .of_kind(NodeKind::Task)
        .map(|(_, node)| node)
        .collect();
    let told = |n: usize| {
        let node = tasks.get(n).expect("it is there");
        let duties = node.duties().expect("it is a task");
        let lead = duties.lead.clone().expect("somebody leads");
        let due = duties.due.clone().and_then(|it| it.date);
        (
            node.title().to_string(),
            lead.names,
            lead.at.map(|at| at.to_string()),
            due,
        )
    };
    let names = vec!["县水务局".to_owned(), "县财政局".to_owned()];
    let first = (
        "1 推进城乡供水一体化".to_owned(),
        names.clone(),
        None,
        Some("2027".to_owned()),
    );
    assert_eq!(told(0), first);
    // The cell is merged with the one above, which the quote comes from.
    let above = Some("preface.p2".to_owned());
    let second = (
        "2 治理水土流失".to_owned(),
        names,
        above,
        Some("2028".to_owned()),
    );
    assert_eq!(told(1), second);
}

#[test]
fn a_table_of_indicators_alone_is_a_plan_without_chapters() {
    let bench = Bench::new();
    bench.file(
        "指标.csv",
        "指标,单位,2025年,2030年,属性\n出生人口性别比,,112.5,110.0,预期性\n森林覆盖率,%,43.10,45.00,约束性\n",
    );
    done(&bench.run(&["import", "指标.csv"]));
    let plan = bench.plan("指标.yaml");
    let [ratio, forest] = plan.targets.as_slice() else {
        panic!("{:?}", plan.targets)
    };
    // No unit is printed, so none is made up.
    assert_eq!(
        (ratio.unit.as_deref(), ratio.kind),
        (None, Kind::DecreaseTo)
    );
    assert_eq!(
        forest.goal.map(|it| it.to_string()).as_deref(),
        Some("45.00")
    );
    assert_eq!(forest.citation.at.to_string(), "preface.t1r3c4");
    assert_eq!(forest.history.first().map(|it| it.year), Some(2025));
}

#[test]
fn what_is_left_out_is_listed_with_its_line_and_reason() {
    let bench = Bench::new();
    let (plan, said) = bench.import(&format!("某某法规数据库【引证码】 1.2.3\n\n{COUNTY}"));
    assert!(said.contains("略去 1 处"), "{said}");
    let left = plan.omitted.first().expect("it is listed");
    assert_eq!(
        (left.line, left.reason.as_str()),
        (Some(1), "通知之前的文字")
    );
    assert!(said.contains("与原文逐字相同"), "{said}");
}

#[test]
fn refusals_say_what_it_is_and_what_to_do() {
    let bench = Bench::new();
    for (name, content, words) in [
        ("旧.doc", &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], "旧.doc"),
        ("图.png", b"\x89PNG\r\n\x1a\n", "图片；请先用文字识别软件"),
        ("空.txt", b"  \n", "没有文字"),
        ("破.pdf", b"%PDF-1.7\nnothing", "PDF 文件"),
        ("已有.yaml", b"meta: {}", "已经是规划文件"),
    ] {
        bench.file(name, content);
        let told = refused(&bench.run(&["import", name]));
        assert!(told.contains(words), "{name}: {told}");
    }
}

#[test]
fn a_notice_names_the_annex_that_holds_the_plan() {
    let bench = Bench::new();
    let page = "<html><body><div class=\"TRS_Editor\"><p>东原县人民政府关于印发东原县林业发展规划的通知</p><p>各乡镇人民政府：</p><p>现将《东原县林业发展规划》印发给你们，请认真贯彻执行。</p><p>附件：<a href=\"P020260101.pdf\">东原县林业发展规划.pdf</a></p><p>东原县人民政府</p><p>2026年1月5日</p></div></body></html>";
    bench.file("通知.html", page);
    let told = refused(&bench.run(&["import", "通知.html"]));
    assert!(told.contains("P020260101.pdf"), "{told}");
}

#[test]
fn reasons_are_told_when_asked() {
    let bench = Bench::new();
    bench.file("规划.txt", COUNTY);
    let said = done(&bench.run(&["import", "规划.txt", "--explain"]));
    assert!(said.contains("三、主要任务\t本级的下一个编号"), "{said}");
    assert!(said.contains("\t指标\t全县农村自来水普及率"), "{said}");
    let english = done(&bench.run(&["--lang", "en", "import", "规划.txt", "--explain"]));
    assert!(
        english.contains("the next number of the level"),
        "{english}"
    );
}

#[test]
fn the_page_of_the_built_in_plan_has_its_tree() {
    let bench = Bench::new();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/page.txt");
    let page = page.to_str().expect("a path");
    let said = done(&bench.run(&["import", page, "-o", "page.yaml"]));
    assert!(said.contains("与原文逐字相同"), "{said}");
    let (ours, theirs) = (bench.plan("page.yaml"), guihua::embedded::plan());
    // The page lost signs that plan.yaml supplies, also the full stops behind three run-in headings.
    let keep = |plan: &Plan| -> Vec<String> {
        let outline = Outline::of(plan);
        let nodes = outline.nodes().iter().filter(|node| node.depth > 0);
        let line = |node: &Node| {
            let text = format!(
                "{} {}{}",
                node.address,
                node.number,
                node.prose.as_published()
            );
            text.chars().filter(|c| c.is_alphanumeric()).collect()
        };
        nodes.map(line).collect()
    };
    assert_eq!(keep(&ours), keep(&theirs));
    let tasks = |plan: &Plan| {
        let outline = Outline::of(plan);
        outline
            .of_kind(NodeKind::Task)
            .map(|(_, node)| node.address)
            .collect::<Vec<_>>()
    };
    let (made, known) = (tasks(&ours), tasks(&theirs));
    let found = known.iter().filter(|at| made.contains(at)).count();
    assert!(
        found * 100 >= known.len() * 95,
        "{found} of {} tasks",
        known.len()
    );
    // Every figure of the plan's own targets is among the proposals.
    for target in theirs.targets.iter().filter(|it| it.goal.is_some()) {
        let is_found = ours.targets.iter().any(|it| it.goal == target.goal);
        assert!(is_found, "{} {:?}", target.name, target.goal);
    }
}

#[test]
fn a_document_is_opened_in_memory_by_every_command() {
    let bench = Bench::new();
    bench.file("规划.txt", COUNTY);
    let output = bench.run(&["规划.txt", "toc"]);
    let listed = done(&output);
    assert!(listed.contains("三、主要任务"), "{listed}");
    let told = said(&output.stderr);
    assert!(told.contains("篇章 4、任务 2、指标 "), "{told}");
    for command in [
        "text", "targets", "tasks", "terms", "coverage", "report", "check", "cite",
    ] {
        done(&bench.run(&["--plan", "规划.txt", command]));
    }
    assert!(done(&bench.run(&["规划.txt", "search", "蓄水"])).contains("蓄水能力"));
    // Nothing was written.
    let files = fs::read_dir(bench.0.path()).expect("a folder").count();
    assert_eq!(files, 1);
}

#[test]
fn a_document_may_come_through_a_pipe() {
    use std::io::Write as _;
    use std::process::Stdio;
    let bench = Bench::new();
    let mut child = Command::new(env!("CARGO_BIN_EXE_guihua"))
        .current_dir(bench.0.path())
        .env("LC_ALL", "zh_CN.UTF-8")
        .env("GUIHUA_CONFIG", "/dev/null")
        .args(["-", "toc"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be started");
    let mut pipe = child.stdin.take().expect("a pipe");
    pipe.write_all(COUNTY.as_bytes()).expect("it is read");
    drop(pipe);
    let output = child.wait_with_output().expect("it ends");
    assert!(done(&output).contains("（一）兴修水库"));
}

#[test]
fn a_plan_is_compared_with_its_document_in_any_format() {
    let bench = Bench::new();
    let page = |text: &str| {
        let paragraphs: Vec<&str> = text.lines().collect();
        let paragraphs = format!(
            "<p>{}</p>",
            paragraphs.join(
                "</p>
<p>"
            )
        );
        format!(
            "<html><body><div class=\"menu\"><a>首页</a></div><div class=\"TRS_Editor\">{paragraphs}</div></body></html>"
        )
    };
    bench.file("规划.html", page(COUNTY));
    let told = done(&bench.run(&["import", "规划.html"]));
    assert!(told.contains("与原文逐字相同"), "{told}");
    let same = done(&bench.run(&["check", "规划.yaml", "--against", "规划.html"]));
    assert!(same.contains("逐字相同"), "{same}");
    bench.file(
        "改.html",
        page(&COUNTY.replace("1200万立方米", "1300万立方米")),
    );
    let output = bench.run(&["check", "规划.yaml", "--against", "改.html"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output.stdout).contains("[2]"),
        "{}",
        said(&output.stdout)
    );
    // The text in the encoding of many offices says the same.
    let (gbk, ..) = encoding_rs::GB18030.encode(COUNTY);
    bench.file("规划.gbk.txt", gbk);
    done(&bench.run(&["import", "规划.gbk.txt", "-o", "gbk.yaml"]));
    let same = done(&bench.run(&["check", "gbk.yaml", "--against", "规划.gbk.txt"]));
    assert!(same.contains("逐字相同"), "{same}");
}

#[test]
fn files_are_opened_and_words_are_looked_for() {
    use std::ffi::OsString;

    use clap::CommandFactory as _;
    use guihua::cli::Cli;
    let typed = |words: &[&str]| -> Vec<String> {
        let words = std::iter::once("guihua").chain(words.iter().copied());
        let arguments = guihua::cli::arguments(words.map(OsString::from), &Cli::command());
        arguments
            .iter()
            .skip(1)
            .map(|it| it.to_string_lossy().into_owned())
            .collect()
    };
    assert_eq!(typed(&["规划.html"]), ["--plan", "规划.html"]);
    assert_eq!(
        typed(&["规划.PDF", "托育"]),
        ["--plan", "规划.PDF", "open", "托育"]
    );
    assert_eq!(typed(&["-", "targets"]), ["--plan", "-", "targets"]);
    assert_eq!(typed(&["托育"]), ["open", "托育"]);
    assert_eq!(typed(&["open", "规划.html"]), ["open", "规划.html"]);
    assert_eq!(typed(&["check", "规划.yaml"]), ["check", "规划.yaml"]);
}

#[test]
fn figures_side_by_side_in_a_row_are_quoted_by_their_cells() {
    let bench = Bench::new();
    let page = "<html><body><div class=\"TRS_Editor\"><p>南川县卫生健康规划（2021—2030年）</p><p>一、主要目标</p><table><tr><td>指标</td><td>单位</td><td>2020年</td><td>2025年</td><td>2030年</td></tr><tr><td>人均期望寿命</td><td>岁</td><td>78.0</td><td>79.0</td><td>80.50</td></tr></table><p>二、主要任务</p><p>加强预防。做好疾病预防。</p></div></body></html>";
    bench.file("规划.html", page);
    done(&bench.run(&["import", "规划.html"]));
    let plan = bench.plan("规划.yaml");
    let target = plan.targets.first().expect("there is one");
    let cited = |it: &guihua::plan::Citation| format!("{} {}", it.at, it.quote);
    assert_eq!(cited(&target.citation), "1t1r2c5 80.50");
    let stated = target.milestones.iter().chain(&target.history);
    let stated: Vec<String> = stated
        .map(|it| format!("{} {}", it.year, cited(&it.citation)))
        .collect();
    assert_eq!(stated, ["2025 1t1r2c4 79.0", "2020 1t1r2c3 78.0"]);
}

#[test]
fn fields_beside_the_text_are_listed_as_left_out() {
    let bench = Bench::new();
    bench.file(
        "规划.md",
        format!(
            "---\nsource_url: https://example.org/1\n---\n\n{}",
            COUNTY.replace('\n', "\n\n")
        ),
    );
    done(&bench.run(&["import", "规划.md"]));
    let plan = bench.plan("规划.yaml");
    assert_eq!(plan.meta.source.as_deref(), Some("https://example.org/1"));
    let left: Vec<_> = plan
        .omitted
        .iter()
        .map(|it| (it.line, it.text.as_str()))
        .collect();
    assert_eq!(left, [(Some(2), "source_url: https://example.org/1")]);
}

#[test]
fn an_amount_that_looks_like_a_year_is_none_and_rows_that_are_not_aligned_are_a_table() {
    let bench = Bench::new();
    let (plan, said) = bench.import(
        "甲县水利发展“十五五”规划\n一、主要指标\n专栏1  主要指标\n序号  指标名称  单位  2025年  2030年  属性\n供水\n1  自来水普及率  %  88.5  95  约束性\n灌溉\n2  节水灌溉面积  公顷  1930  ≥1950  预期性\n二、主要任务\n建设水库。\n",
    );
    assert!(!said.contains("问题"), "{said}");
    let read: Vec<_> = plan
        .targets
        .iter()
        .map(|it| (it.name.as_str(), it.goal.map(|goal| goal.to_string())))
        .collect();
    assert_eq!(
        read,
        [
            ("自来水普及率", Some("95".to_owned())),
            ("节水灌溉面积", Some("1950".to_owned())),
        ]
    );
}

#[test]
fn articles_from_general_to_final_rules_are_a_regulation_without_its_title_too() {
    let bench = Bench::new();
    bench.file(
        "一.txt",
        "第一章 总则\n第一条 为了节约用水，制定本办法。\n第二条 本办法适用于本县。\n第二章 用水\n第三条 用水应当节约。\n第四条 水价由县政府定。\n第三章 附则\n第五条 本办法自2023年1月1日起施行。\n",
    );
    let run = bench.run(&["import", "一.txt"]);
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(said.contains("法规"), "{said}");
    assert!(!bench.path("一.yaml").exists());
}

#[test]
fn a_paragraph_with_very_many_figures_gives_each_its_own_words() {
    const MANY: usize = 900;
    let bench = Bench::new();
    // With blanks around the digits, as word processors put them.
    let figures = (0..MANY).map(|n| format!("第{n}类养老床位达到 {} 张", 1000 + n));
    let figures: Vec<String> = figures.collect();
    let text = figures.join("，");
    bench.file(
        "规划.txt",
        format!("甲县养老事业发展规划（2021—2025年）\n\n一、目标\n\n到2025年，{text}。\n"),
    );
    done(&bench.run(&["import", "规划.txt", "-o", "规划.yaml"]));
    let plan = bench.plan("规划.yaml");
    assert_eq!(plan.targets.len(), MANY);
    for (target, n) in plan.targets.iter().zip(1000..) {
        assert_eq!(target.goal.map(|it| it.to_string()), Some(n.to_string()));
        assert!(target.citation.quote.contains(&format!(" {n} 张")));
    }
}

#[test]
fn a_plan_file_goes_to_standard_output_when_asked() {
    let bench = Bench::new();
    bench.file(
        "规划.txt",
        "乙县水利规划\n一、目标\n到2027年，水库加固率达到93%。\n",
    );
    let text = done(&bench.run(&["import", "规划.txt", "-o", "-"]));
    let plan = load(&text).unwrap_or_else(|problems| panic!("{problems}\n{text}"));
    assert_eq!(plan.targets.len(), 1);
    assert!(!bench.path("-").exists());
    let two = "《乙县水利方案》《乙县林业方案》已经同意，现印发给你们。\n乙县水利方案\n一、总则\n文。\n二、任务\n文。\n乙县林业方案\n一、总则\n文。\n二、任务\n文。\n";
    bench.file("两份.txt", two);
    assert!(refused(&bench.run(&["import", "两份.txt", "-o", "-"])).contains("2 份"));
    assert!(refused(&bench.run(&["report", "-o", "-"])).contains("标准输出"));
    assert!(!bench.path("-").exists());
}
