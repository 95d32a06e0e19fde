//! Whether a sentence is a task: it tells someone to do something, rather than describing how things are.
//!
//! Chinese has no imperative form. What tells them apart is what a clause begins with (a verb, or words for how and on what
//! ground, and then a verb), who stands before 要 or 应当, and 是 as a copula.

mod words;

use crate::marker;
use crate::text::{ends, head, is_blank, letters, starts, tail};

use super::clause::{clauses, trimmed};
use words::{
    BODIES, CIRCUMSTANCES, DESCRIBING, DUTIES, MANNERS, NO_COPULA, OCCASIONS, OF_ITSELF, ORDERS,
    PROJECTS, URGES, VERBS,
};

/// How many clauses may stand before the verb.
const CLAUSES: usize = 5;

/// The most words for how something is done that may stand before a verb.
const MOST_MANNERS: usize = 4;

/// The most letters of a sentence that is only the name of a task.
const NAME: usize = 20;

/// Whether the sentence that leads a paragraph sets a task.
pub(super) fn is_task(lead: &str) -> bool {
    let lead = lead.trim_matches(is_blank);
    let (bare, is_item) = without_number(lead);
    let bare = bare.trim_start_matches(['—', '-', '●', '•', '·', '▲', '◆', '■']);
    let bare = named(bare).unwrap_or(bare);
    let is_advice = clauses(bare, 0..bare.len())
        .into_iter()
        .take(CLAUSES)
        .any(|range| {
            let clause = bare.get(trimmed(bare, range)).unwrap_or_default();
            clause.starts_with("建议")
        });
    if bare.is_empty() || is_advice || OF_ITSELF.iter().any(|words| bare.contains(words)) {
        return false;
    }
    is_project(bare, is_item) || orders(bare)
}

/// Whether the words are the name of a project: 银龄健康行动.
fn is_project(bare: &str, is_item: bool) -> bool {
    let name = bare.trim_end_matches(['。', '：', ':']);
    let is_short = (4..=NAME).contains(&letters(name));
    is_short && !is_item && PROJECTS.iter().any(|end| name.ends_with(end)) && !describes(name)
}

/// Whether a sentence tells someone to do something.
fn orders(sentence: &str) -> bool {
    if begins_with_a_goal(sentence) {
        return false;
    }
    let ranges = clauses(sentence, 0..sentence.len()).into_iter();
    for range in ranges.take(CLAUSES) {
        let range = trimmed(sentence, range);
        let clause = sentence.get(range).unwrap_or_default();
        if describes(clause) {
            return false;
        }
        if is_order(clause) || is_duty(clause) || is_done_there(clause) {
            return true;
        }
        if !leads_up(clause) {
            return false;
        }
    }
    false
}

/// Whether a clause begins with a verb, perhaps behind words for how: 加快完善.
fn is_order(clause: &str) -> bool {
    let mut rest = behind_the_term(clause);
    for _ in 0..=MOST_MANNERS {
        if starts(rest, VERBS).is_some() {
            return true;
        }
        if starts(rest, URGES).is_some() || starts(rest, ORDERS).is_some() {
            return letters(rest) > 2;
        }
        let Some(manner) = starts(rest, MANNERS) else {
            return false;
        };
        rest = tail(rest, manner.len()).trim_start_matches(is_blank);
    }
    false
}

/// A clause without the term that it begins with: “十四五”期间.
fn behind_the_term(clause: &str) -> &str {
    let behind = clause
        .split_once("期间")
        .filter(|(term, _)| letters(term) <= 8);
    behind.map_or(clause, |(_, behind)| behind.trim_start_matches(is_blank))
}

/// Whether a clause says what a body has to do: 各部门要……
fn is_duty(clause: &str) -> bool {
    DUTIES.iter().chain(URGES).any(|word| {
        let at = clause.find(word).filter(|at| *at > 0);
        at.is_some_and(|at| BODIES.iter().any(|body| head(clause, at).contains(body)))
    })
}

/// Whether a clause says where or for whom something is to be done, and what: 在各乡镇建设托育点.
fn is_done_there(clause: &str) -> bool {
    let place = starts(clause, &["在", "对", "为", "向"]);
    place.is_some_and(|word| {
        let behind = tail(clause, word.len());
        let mut verbs = VERBS.iter().filter_map(|verb| behind.find(verb));
        verbs.any(|at| at > 0) && ends(clause, OCCASIONS).is_none()
    })
}

/// Whether a clause only leads up to the next: on what ground, when, or who.
fn leads_up(clause: &str) -> bool {
    starts(clause, CIRCUMSTANCES).is_some()
        || ends(clause, OCCASIONS).is_some()
        || BODIES.iter().any(|body| clause.contains(body))
}

/// Whether a clause only says how things are.
fn describes(clause: &str) -> bool {
    let mut said = clause.to_owned();
    for word in NO_COPULA {
        said = said.replace(word, "");
    }
    let copula = said.find('是').is_some_and(|at| at > 0);
    let mut describing = DESCRIBING.iter().filter(|word| !clause.ends_with(**word));
    copula || describing.any(|word| clause.find(word).is_some_and(|at| at > 0))
}

/// Whether a sentence begins as goals do: 到2025年, 力争实现.
fn begins_with_a_goal(sentence: &str) -> bool {
    let behind = starts(sentence, &["到", "至"]).map(|word| tail(sentence, word.len()));
    let year = behind.map(|it| it.trim_start_matches(is_blank));
    year.is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()))
}

/// What stands behind a short name with a colon: of 要素统筹：摸清家底 the latter.
fn named(text: &str) -> Option<&str> {
    let at = text.find(['：', ':'])?;
    let behind = tail(text, at).trim_start_matches(['：', ':']);
    (letters(head(text, at)) <= 12 && !behind.is_empty()).then_some(behind)
}

/// The text without the number before it, and whether there was one.
fn without_number(text: &str) -> (&str, bool) {
    match marker::read(text) {
        Some((_, length)) => (tail(text, length).trim_start_matches(is_blank), true),
        None => (text, false),
    }
}

#[cfg(test)]
mod tests {
    use super::is_task;

    #[test]
    fn an_order_is_a_task() {
        for lead in [
            "加快完善分级诊疗制度，促进资源下沉。",
            "以社区为单元，着力打造便民服务圈。",
            "将用水教育纳入课堂。",
            "各部门要把节水放在首位。",
            "各镇、各部门应当定期公布用水情况。",
            "一是积极推广节水器具。",
            "（3）组织开展水质监测。",
            "要素统筹：摸清水源家底。",
            "在各乡镇建设蓄水池20座。",
            "各部门在行使职权时，要公布用水情况。",
            "“十四五”期间分批次实施水厂改造。",
            "“十四五”期间，实施水厂改造20座。",
            "银龄健康行动。",
        ] {
            assert!(is_task(lead), "{lead}");
        }
    }

    #[test]
    fn a_description_is_none() {
        for lead in [
            "水是生命之源。",
            "维护健康需要掌握健康知识。",
            "建设节水型社会是高质量发展的必然要求。",
            "河流严重影响两岸生活。",
            "为促进节水，根据有关规定，制定本规划。",
            "本规划由县水务局负责解释。",
            "到2025年，用水效率提高10%。",
            "1．危险化学品。",
            "间与水系格局冲突问题。",
            "建议定期检查家中水管。",
            "有条件的家庭，建议安装节水器具。",
            "让我们紧密团结起来，加快建设节水型社会。",
            "办好水利的事，关键在人。",
        ] {
            assert!(!is_task(lead), "{lead}");
        }
    }
}
