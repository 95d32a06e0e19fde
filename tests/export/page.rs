//! The exported page in a real browser: finding, filters, links to sentences, what is there without a script, what is
//! loaded (nothing) and what is printed (everything).
//!
//! A script is added to a copy of the page. It does what a reader does and writes down what is then on the page; the
//! policy of the page, which lets no other script run, is loosened in the copy and tested on the page as it is.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails should fail loudly"
)]

use std::fs;
use std::path::Path;

use crate::support::programs::{
    BROWSERS, address, browser, pages, program, solid, without_numbers,
};
use guihua::assessment::Assessment;
use guihua::dossier::Dossier;
use guihua::output::export::{self, Export};
use guihua::plan::{NodeKind, Outline, Plan};
use guihua::records::{Book, Side};
use guihua::search::fold;
use guihua::{embedded, load};
use serde_json::Value;

/// Records of all sorts, with signs that a page has to escape.
const RECORDS: &str = r#"
- { target: resident-population, period: 2025, value: 134.2, source: "甲 <b>乙</b> & \"丙\" </script>" }
- { target: registered-population, period: 2024, value: 45.1, source: 壬 }
- { target: life-expectancy, period: 2025, value: 82.58, flag: provisional, source: 乙 }
- { target: preschool-enrolment-rate, period: 2024, value: 125, source: 子 }
- { target: infant-mortality, period: 2024, value: 1.9, benchmark: 2.1, source: 丁 }
- { target: infant-care-system, status: 推进中, date: 2024-06-30, source: 庚 }
- { task: "3.1.2p1", status: 已完成, date: 2024-05-01, source: 辛, note: "<img src=x onerror=alert(1)>" }
"#;

fn with_page<T>(plan: &Plan, records: &str, look: impl FnOnce(&Export<'_>, &str) -> T) -> T {
    let own = guihua::records::load(records, plan, Side::Own).unwrap();
    let outline = Outline::of(plan);
    let shipped = embedded::shipped(plan, &outline);
    let dossier = Dossier::of(plan.clone(), Book::of(shipped, own.records()));
    let assessment = Assessment::of(&dossier, "2025-03-01".parse().unwrap());
    let export = Export::of(&dossier, &assessment);
    let page = export::html(&export);
    look(&export, &page)
}

/// The page as the browser has it in the end.
fn dom(name: &str, folder: &Path, page: &str) -> String {
    let file = folder.join("page.html");
    fs::write(&file, page).unwrap();
    let output = browser(name, folder)
        .args(["--virtual-time-budget=20000", "--dump-dom"])
        .arg(address(&file))
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The page under another policy for scripts.
fn with_policy(page: &str, scripts: &str) -> String {
    let (before, rest) = page
        .split_once("script-src 'sha256-")
        .expect("the page has a policy");
    let (_, after) = rest.split_once(';').expect("it has more than one part");
    format!("{before}{scripts};{after}")
}

/// What a script finds out on the page: the value that its last expression returns.
fn ask(name: &str, page: &str, script: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let loose = with_policy(page, "script-src 'unsafe-inline'");
    let helpers = "const $ = (s) => Array.from(document.querySelectorAll(s));
        const type = (text) => { const q = document.getElementById('query'); q.value = text; q.dispatchEvent(new Event('input')); return q; };
        const key = (on, key, more) => on.dispatchEvent(new KeyboardEvent('keydown', Object.assign({ key, bubbles: true, cancelable: true }, more)));
        const count = () => document.getElementById('count').textContent;";
    let script = format!(
        "<script>addEventListener('load', () => {{ {helpers}
          let told; try {{ told = (() => {{ {script} }})(); }} catch (error) {{ told = {{ error: String(error) }}; }}
          document.body.setAttribute('data-told', encodeURIComponent(JSON.stringify(told))); }});</script></body>"
    );
    let dom = dom(name, folder.path(), &loose.replace("</body>", &script));
    let told = dom
        .split("data-told=\"")
        .nth(1)
        .expect("the script has run");
    let told = told.split('"').next().unwrap();
    serde_json::from_str(&decoded(told)).unwrap()
}

/// The inverse of `encodeURIComponent`.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            let digits = std::str::from_utf8(&digits).unwrap().to_owned();
            bytes.push(u8::from_str_radix(&digits, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// How often a word stands in the text, by the folding of the program's own search.
fn times(outline: &Outline, word: &str) -> usize {
    let nodes = outline.nodes().iter();
    nodes
        .map(|node| fold(node.prose.reading()).matches(&fold(word)).count())
        .sum()
}

#[test]
fn finding_finds_what_the_program_finds() {
    let Some(name) = program(&BROWSERS) else {
        return;
    };
    // What is typed, and the words of the text that it means.
    let words = [
        ("托育", "托育"),
        ("人才", "人才"),
        ("託育", "托育"),
        ("２０２５年", "2025年"),
        ("“十四五”", "十四五"),
        ("十三五期末", "十三五期末"),
        ("12.5", "12.5"),
        ("XLS", "xls"),
        ("tuoyu", "托育"),
        ("rencai", "人才"),
        ("人cai", "人才"),
        ("lvse", "绿色"),
    ];
    let typed: Vec<&str> = words.iter().map(|(typed, _)| *typed).collect();
    let script = format!(
        "return {}.map((text) => {{ type(text); return [count(), $('mark').map((m) => m.textContent), $('mark.current').length]; }});",
        serde_json::to_string(&typed).unwrap()
    );
    let plan = embedded::plan();
    with_page(&plan, RECORDS, |export, page| {
        let told = ask(name, page, &script);
        for ((typed, meant), found) in words.iter().zip(told.as_array().unwrap()) {
            let number = times(&export.dossier.outline, meant);
            let count = found[0].as_str().unwrap();
            assert!(number > 0, "{meant} is in the text");
            assert_eq!(count, format!("1/{number}"), "{typed}: {found}");
            let marked: String = found[1]
                .as_array()
                .unwrap()
                .iter()
                .map(|it| it.as_str().unwrap())
                .collect();
            assert_eq!(fold(&marked), fold(meant).repeat(number), "{typed}");
            assert!(found[2].as_u64().unwrap() >= 1, "{typed}");
        }
    });
}

#[test]
fn initials_count_where_nothing_better_is_found_and_words_are_all_required() {
    let Some(name) = program(&BROWSERS) else {
        return;
    };
    let plan = load::load(include_str!("../fixtures/small.yaml")).unwrap();
    let script = "return ['czrk', '人才 培养', '人才 没有的词', '没有的词', '，。', ''].map((text) => {
        type(text); return [count(), $('mark').map((m) => m.textContent).join('|'), document.getElementById('after').disabled]; });";
    with_page(&plan, "", |_, page| {
        let told = ask(name, page, script);
        assert_eq!(told[0][0], "1/2");
        assert_eq!(told[0][1], "常住人口|常住人口");
        assert_eq!(told[1][1], "培养|人才", "only in the task that has both");
        for nothing in [&told[2], &told[3], &told[4]] {
            assert_eq!(nothing[0], "没有找到");
            assert_eq!(nothing[2], true);
        }
        assert_eq!(told[5][0], "");
    });
}

#[test]
fn one_goes_from_hit_to_hit_and_back_by_keys_and_the_text_is_whole_again_after() {
    let Some(name) = program(&BROWSERS) else {
        return;
    };
    let script = "const text = () => $('.u').map((u) => u.textContent).join('\\n');
      const html = document.querySelector('.document').innerHTML, before = text();
      const q = type('人才'), steps = [count()], form = document.getElementById('find');
      form.requestSubmit(); steps.push(count());
      form.requestSubmit(); steps.push(count());
      document.getElementById('before').click(); steps.push(count());
      key(q, 'Enter', { shiftKey: true }); key(q, 'Enter', { shiftKey: true }); steps.push(count());
      const whileMarked = text() === before;
      key(q, 'Escape'); steps.push(count());
      key(document.body, '/');
      return { steps, whileMarked, after: document.querySelector('.document').innerHTML === html,
        focus: document.activeElement.id, marks: $('mark').length };";
    let plan = embedded::plan();
    with_page(&plan, RECORDS, |export, page| {
        let all = times(&export.dossier.outline, "人才");
        let told = ask(name, page, script);
        let steps = [
            format!("1/{all}"),
            format!("2/{all}"),
            format!("3/{all}"),
            format!("2/{all}"),
            format!("{all}/{all}"),
            String::new(),
        ];
        assert_eq!(told["steps"], serde_json::json!(steps));
        assert_eq!(told["whileMarked"], true);
        assert_eq!(
            told["after"], true,
            "taking the marks away leaves the page as it was"
        );
        assert_eq!(told["focus"], "query");
        assert_eq!(told["marks"], 0);
    });
}

#[test]
fn filters_show_the_targets_and_tasks_of_a_domain_and_nothing_else() {
    let Some(name) = program(&BROWSERS) else {
        return;
    };
    let script = "return $('#filters button').map((button) => { button.click();
        const seen = (s) => $(s).filter((it) => it.offsetParent !== null);
        return { targets: seen('.card').map((it) => it.id.slice(2)), tasks: seen('li.task a').map((it) => it.hash.slice(1)),
          empty: seen('.group').filter((it) => !seen('.card, li.task').some((item) => it.contains(item))).length,
          pressed: $('#filters [aria-pressed=true]').map((it) => it.textContent),
          shown: [document.getElementById('shown-targets').textContent, document.getElementById('shown-tasks').textContent] }; });";
    let plan = embedded::plan();
    with_page(&plan, RECORDS, |export, page| {
        let told = ask(name, page, script);
        let told = told.as_array().unwrap();
        assert_eq!(told.len(), plan.domains.len() + 1);
        let (all_targets, all_tasks) = (
            plan.targets.len(),
            export.dossier.outline.of_kind(NodeKind::Task).count(),
        );
        assert_eq!(told[0]["targets"].as_array().unwrap().len(), all_targets);
        assert_eq!(
            told[0]["shown"],
            serde_json::json!([format!("{all_targets}项"), format!("{all_tasks}项")])
        );
        for (domain, seen) in plan.domains.iter().zip(&told[1..]) {
            let mut targets: Vec<&str> = seen["targets"]
                .as_array()
                .unwrap()
                .iter()
                .map(|it| it.as_str().unwrap())
                .collect();
            let mut expected: Vec<&str> = plan
                .targets
                .iter()
                .filter(|it| it.domains.contains(domain))
                .map(|it| it.id.as_str())
                .collect();
            targets.sort_unstable();
            expected.sort_unstable();
            assert_eq!(targets, expected, "{domain}");
            let tasks: Vec<String> = export
                .dossier
                .outline
                .of_kind(NodeKind::Task)
                .filter(|(_, it)| it.domain.as_ref() == Some(domain))
                .map(|(_, it)| it.address.to_string())
                .collect();
            assert_eq!(seen["tasks"], serde_json::json!(tasks), "{domain}");
            assert_eq!(seen["empty"], 0, "{domain}");
            assert_eq!(seen["pressed"], serde_json::json!([domain]));
            let shown = [
                format!("{}/{all_targets}项", expected.len()),
                format!("{}/{all_tasks}项", tasks.len()),
            ];
            assert_eq!(seen["shown"], serde_json::json!(shown));
        }
    });
}

#[test]
fn every_target_leads_to_its_sentence_and_gauges_show_what_is_known() {
    let Some(name) = program(&BROWSERS) else {
        return;
    };
    let script = "return $('.card').map((card) => { const link = card.querySelector('blockquote a');
        location.hash = link.hash; window.dispatchEvent(new HashChangeEvent('hashchange'));
        const gauge = card.querySelector('.gauge');
        return { id: card.id.slice(2), there: document.getElementById(link.hash.slice(1)) !== null,
          lit: $('.lit').map((it) => it.textContent).join(''), verdict: card.querySelector('.verdict').textContent,
          gauge: gauge && {
            parts: Array.from(gauge.children).map((it) => it.getAttribute('class')) } }; });";
    let plan = embedded::plan();
    with_page(&plan, RECORDS, |export, page| {
        let told = ask(name, page, script);
        let told = told.as_array().unwrap();
        assert_eq!(told.len(), export.targets().count());
        for (target, evaluation) in export.targets() {
            let seen = told.iter().find(|it| it["id"] == target.id).unwrap();
            assert_eq!(seen["there"], true, "{}", target.id);
            assert_eq!(seen["lit"], target.citation.quote, "{}", target.id);
            let verdict = seen["verdict"].as_str().unwrap();
            assert!(verdict.starts_with(&evaluation.full_verdict()), "{verdict}");
            let gauge = &seen["gauge"];
            let has = |part: &str| {
                gauge["parts"]
                    .as_array()
                    .is_some_and(|parts| parts.contains(&part.into()))
            };
            match evaluation.fraction() {
                Some(fraction) => {
                    assert!(has("seen") && has("mark"), "{}: {gauge}", target.id);
                    assert_eq!(
                        has("back"),
                        fraction.is_sign_negative() && !fraction.is_zero()
                    );
                    assert_eq!(has("over"), fraction > 1.into(), "{}", target.id);
                }
                None => assert!(gauge.is_null(), "{}: {gauge}", target.id),
            }
        }
    });
}

#[test]
fn the_page_as_it_is_runs_its_script_and_loads_nothing() {
    let Some(name) = program(&BROWSERS) else {
        return;
    };
    let plan = embedded::plan();
    with_page(&plan, RECORDS, |_, page| {
        let folder = tempfile::tempdir().unwrap();
        let seen = dom(name, folder.path(), page);
        assert!(
            seen.contains("class=\"js\""),
            "the policy lets the script run"
        );
        let folder = tempfile::tempdir().unwrap();
        let strange = page.replace(
            "</body>",
            "<script>document.body.id = 'strange';</script></body>",
        );
        assert!(
            !dom(name, folder.path(), &strange).contains("id=\"strange\""),
            "and no other"
        );
        let loaded = ask(
            name,
            page,
            "return performance.getEntriesByType('resource').map((it) => it.name);",
        );
        assert_eq!(loaded, serde_json::json!([]));
        let wide = ask(
            name,
            page,
            "return document.documentElement.scrollWidth <= innerWidth;",
        );
        assert_eq!(wide, true, "nothing sticks out");
    });
}

/// The texts that have to be on the page and on paper.
fn texts(export: &Export<'_>) -> Vec<String> {
    let nodes = export.dossier.outline.nodes().iter().flat_map(|node| {
        let number = node.number.trim_end_matches('：');
        [number.to_owned(), node.prose.reading().to_owned()]
    });
    let cards = export.cards().flat_map(|(_, _, card)| {
        let figures = [card.baseline, card.goal, card.latest].map(|it| it.to_string());
        [card.name, card.verdict, card.sentence, card.source]
            .into_iter()
            .chain(figures)
            .chain(card.remarks)
    });
    let report = &export.report;
    nodes
        .chain(cards)
        .chain(report.summary.clone())
        .chain([report.method.clone()])
        .collect()
}

#[test]
fn without_its_script_the_page_has_every_text() {
    let Some(name) = program(&BROWSERS) else {
        return;
    };
    let plan = embedded::plan();
    with_page(&plan, RECORDS, |export, page| {
        // Without the hash in the policy the script does not run, as in a browser that runs none.
        let without = with_policy(page, "script-src 'none'");
        let folder = tempfile::tempdir().unwrap();
        let seen = dom(name, folder.path(), &without);
        assert!(!seen.contains("class=\"js\""));
        let text = text_of(&seen);
        for part in texts(export) {
            assert!(text.contains(&solid(&part)), "{part}");
        }
        assert!(text.contains("甲<b>乙</b>&\"丙\"</script>"), "text is text");
        assert!(!seen.contains("<img"));
    });
}

/// The text of a page without white space: tags dropped, entities read.
fn text_of(dom: &str) -> String {
    let body = dom.split_once("<body>").expect("there is a body").1;
    let body = body.split_once("<script").map_or(body, |(body, _)| body);
    let mut out = String::new();
    for piece in body.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    let text = out
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
    solid(&text)
}

#[test]
fn everything_is_printed_whatever_was_filtered() {
    let (Some(name), Some(_)) = (program(&BROWSERS), program(&["pdftotext"])) else {
        return;
    };
    let plan = embedded::plan();
    with_page(&plan, RECORDS, |export, page| {
        let folder = tempfile::tempdir().unwrap();
        let (file, pdf) = (
            folder.path().join("page.html"),
            folder.path().join("page.pdf"),
        );
        let loose = with_policy(page, "script-src 'unsafe-inline'");
        let filtered = "<script>document.querySelector('#filters button[data-domain=\"3\"]').click();</script></body>";
        fs::write(&file, loose.replace("</body>", filtered)).unwrap();
        let status = browser(name, folder.path())
            .arg(format!("--print-to-pdf={}", pdf.display()))
            .arg(address(&file))
            .status()
            .unwrap();
        assert!(status.success());
        let pages = pages(&pdf);
        let text = without_numbers(&pages);
        let unmarked = text.replace(['⟦', '⟧'], "");
        for part in texts(export) {
            assert!(unmarked.contains(&solid(&part)), "{part}");
        }
        assert!(
            text.contains("职称评⟦价⟧“指挥棒”"),
            "what is uncertain is marked"
        );
        assert!(
            !text.contains("全部领域"),
            "what is for the screen stays there"
        );
    });
}

#[test]
fn the_page_names_nothing_outside_but_the_source() {
    let plan = embedded::plan();
    with_page(&plan, "", |_, page| {
        assert!(page.len() < 400_000, "{} bytes", page.len());
        let outside = [
            "http://", "https://", "url(", "@import", " src=", "<link", "<img", "<iframe",
        ];
        for sign in outside {
            let places = page.matches(sign).count();
            let source = plan.meta.source.as_deref().expect("it has a source");
            let source = page.matches(source).count();
            let expected = if sign == "https://" { source } else { 0 };
            assert_eq!(places, expected, "{sign}");
        }
        assert_eq!(page.matches("<h1>").count(), 1);
        let ids: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|part| part.split('"').next())
            .collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "every id is used once");
        for link in page
            .split("href=\"#")
            .skip(1)
            .filter_map(|part| part.split('"').next())
        {
            assert!(ids.contains(&link), "#{link} leads somewhere");
        }
    });
}
