//! Which task serves which target: the screens and every command say the same of each task and of each target.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use crate::support::screen::{play, press, screen};
use clap::Parser as _;
use guihua::app::details::DetailLine;
use guihua::app::listing::Row;
use guihua::app::{App, View};
use guihua::cli::Cli;
use guihua::commands;
use guihua::plan::{LinkOrigin, NodeKind, Plan, Target};
use guihua::settings::{Environment, File, Settings};
use serde_json::Value;

/// A task's address, a target's id, and who says that the one serves the other.
type Links = BTreeSet<(String, String, &'static str)>;

/// What a command prints on the built-in plan, without records of one's own.
fn says(arguments: &[&str]) -> String {
    let typed = ["guihua", "--records", "/dev/null"];
    let cli = Cli::try_parse_from(typed.iter().chain(arguments)).expect("the command exists");
    let environment = Environment::of([("GUIHUA_CONFIG", "/dev/null"), ("LC_ALL", "zh_CN.UTF-8")]);
    let file = File::read(None, &environment);
    let settings = Settings::resolve(file, &environment, cli.common.settings());
    let mut out = Vec::new();
    commands::run(cli, settings, &mut out).expect("the command ends well");
    String::from_utf8(out).expect("the output is text")
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&says(arguments)).expect("the output is JSON")
}

fn list<'a>(answer: &'a Value, key: &str) -> &'a [Value] {
    answer[key].as_array().expect("the key holds a list")
}

fn text(answer: &Value, key: &str) -> String {
    answer[key].as_str().expect("the key holds text").to_owned()
}

/// The word that JSON has for who says so, as the program knows it.
fn origin(word: &str) -> &'static str {
    let known = LinkOrigin::ALL.iter().find(|(known, _)| *known == word);
    known.expect("an origin").0
}

/// The same for the word that readers see.
fn origin_shown(label: &str) -> &'static str {
    let known = LinkOrigin::ALL.iter().find(|(_, it)| it.label() == label);
    known.expect("an origin").0
}

fn named<'a>(plan: &'a Plan, name: &str) -> &'a Target {
    let mut found = plan.targets.iter().filter(|target| target.name == name);
    let target = found.next().expect("a target has this name");
    assert_eq!(found.count(), 0, "{name} names one target");
    target
}

/// What `coverage --json` says of each task, against which everything else is held.
fn of_coverage() -> Links {
    links_of_coverage(|it| text(it, "task"))
}

/// The same of each measure; of a task that serves a target as a whole, of the task.
fn of_measures() -> Links {
    links_of_coverage(|it| {
        it["measure"]
            .as_str()
            .map_or_else(|| text(it, "task"), str::to_owned)
    })
}

fn links_of_coverage(at: impl Fn(&Value) -> String) -> Links {
    let answer = json(&["coverage", "--json"]);
    let links = list(&answer, "links").iter();
    let links = links.map(|it| (at(it), text(it, "target"), origin(&text(it, "origin"))));
    links.collect()
}

/// The links of objects that have `tasks`.
fn of_tasks(target: &str, it: &Value) -> Links {
    let tasks = list(it, "tasks").iter();
    let link = |it: &Value| {
        (
            text(it, "task"),
            target.to_owned(),
            origin(&text(it, "origin")),
        )
    };
    tasks.map(link).collect()
}

/// A task with who says so, as texts have it: `3.1.2p1 标题（原文）`.
fn task_in_words(words: &str) -> (String, &'static str) {
    let (address, rest) = words.split_once(' ').expect("an address stands first");
    let (_, origin) = rest.rsplit_once('（').expect("the origin stands last");
    (
        address.to_owned(),
        origin_shown(origin.trim_end_matches('）')),
    )
}

/// The facts with a label among the details, those over several lines put together.
fn facts(details: &[DetailLine], label: &str) -> Vec<String> {
    let mut facts: Vec<(&str, String)> = Vec::new();
    for line in details {
        match (line.label.as_deref().map(str::trim), facts.last_mut()) {
            (Some(""), Some((_, text))) => text.push_str(&line.text),
            (label, _) => facts.push((label.unwrap_or_default(), line.text.clone())),
        }
    }
    facts.retain(|(own, _)| *own == label);
    facts.into_iter().map(|(_, text)| text).collect()
}

#[test]
fn the_words_of_coverage_say_what_its_json_says() {
    let app = press("", 120, 40);
    let mut links = Links::new();
    let mut target = String::new();
    for line in says(&["coverage"])
        .lines()
        .take_while(|line| !line.is_empty())
    {
        if let Some(words) = line.strip_prefix("  ← ") {
            let (task, origin) = task_in_words(words);
            links.insert((task, target.clone(), origin));
        } else {
            let (name, _) = line.rsplit_once('（').expect("an address stands last");
            target.clone_from(&named(&app.document().dossier.plan, name).id);
        }
    }
    assert_eq!(links, of_measures());
}

#[test]
fn commands_say_of_each_target_what_coverage_says() {
    let app = press("", 120, 40);
    let plan = &app.document().dossier.plan;
    let (mut shown, mut told) = (Links::new(), Links::new());
    for target in &plan.targets {
        shown.extend(of_tasks(
            &target.id,
            &json(&["target", &target.id, "--json"]),
        ));
        let words = says(&["target", &target.id, "--why"]);
        let lines = words.lines().filter_map(|line| line.strip_prefix("  任务"));
        for line in lines {
            let (task, origin) = task_in_words(line.trim_start());
            told.insert((task, target.id.clone(), origin));
        }
    }
    assert_eq!(shown, of_measures());
    assert_eq!(told, of_measures());

    let answer = json(&["targets", "--json"]);
    let targets = list(&answer, "targets").iter();
    let listed: Links = targets
        .flat_map(|it| of_tasks(&text(it, "id"), it))
        .collect();
    assert_eq!(listed, of_measures());

    let lines = says(&["export", "--format", "ndjson", "--only", "targets"]);
    let lines = lines.lines().map(serde_json::from_str);
    let exported: Links = lines
        .map(|it: Result<Value, _>| it.expect("a line is JSON"))
        .flat_map(|it| of_tasks(&text(&it, "id"), &it))
        .collect();
    assert_eq!(exported, of_measures());
}

#[test]
fn commands_say_of_each_task_what_coverage_says() {
    let answer = json(&["tasks", "--json"]);
    let mut links = Links::new();
    for task in list(&answer, "tasks") {
        let address = text(task, "address");
        for it in list(task, "targets") {
            let origin = origin(&text(it, "origin"));
            links.insert((address.clone(), text(it, "target"), origin));
        }
    }
    assert_eq!(links, of_coverage());
}

#[test]
fn the_details_of_each_target_list_its_tasks() {
    let mut app = press("tZ", 120, 40);
    let mut links = Links::new();
    let rows = app.document().target_rows().into_iter();
    let rows = rows.filter(|row| !matches!(row, Row::Group(..)));
    for row in rows {
        if matches!(row, Row::Fold { .. }) {
            play(&mut app, "j");
            continue;
        }
        let target = app
            .document()
            .selected_target()
            .expect("a target is selected")
            .id
            .clone();
        let details = app.details();
        for words in facts(&details, "任务") {
            let (task, origin) = task_in_words(&words);
            links.insert((task, target.clone(), origin));
        }
        play(&mut app, "j");
    }
    assert_eq!(links, of_measures());
}

#[test]
fn the_details_and_the_card_of_each_task_know_its_targets() {
    let mut app = press("w", 120, 40);
    let of_coverage = of_coverage();
    for _ in 0..app
        .document()
        .dossier
        .outline
        .of_kind(NodeKind::Task)
        .count()
    {
        let id = app.document().selected_task().expect("a task is selected");
        let at = app.document().dossier.outline.node(id).address.to_string();
        let served = of_coverage.iter().filter(|(task, ..)| *task == at);
        let served: BTreeSet<&str> = served.map(|(_, target, _)| target.as_str()).collect();
        let details = app.details();
        let names = facts(&details, "指标");
        let listed: BTreeSet<&str> = names
            .iter()
            .map(|name| named(&app.document().dossier.plan, name).id.as_str())
            .collect();
        assert_eq!(listed, served, "{at}");

        play(&mut app, "c");
        if served.is_empty() {
            assert!(screen(&app).contains("此任务没有对应的指标"), "{at}");
        } else {
            let target = app
                .document()
                .target_at_hand()
                .expect("the card is of a target");
            assert!(served.contains(target.id.as_str()), "{} at {at}", target.id);
            play(&mut app, "<Esc>");
        }
        app.update(guihua::app::Action::Show(View::Tasks));
        play(&mut app, "j");
    }
}

#[test]
fn of_task_3_1_6p1_the_screen_lists_all_ten_targets() {
    let mut app = press("w", 120, 40);
    let is_wanted = |app: &App| {
        let id = app.document().selected_task().expect("a task is selected");
        app.document().dossier.outline.node(id).address.to_string() == "3.1.6p1"
    };
    while !is_wanted(&app) {
        play(&mut app, "j");
    }
    assert_eq!(facts(&app.details(), "指标").len(), 10);
}
