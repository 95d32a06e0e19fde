//! The analyst's words in the report (问题与原因、对策建议), as they stand in the records; none is ever made up.

use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::evaluation::Group;
use crate::records::Matter;
use crate::wording;

/// What was written on a matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// On the plan as a whole; `None` where nobody wrote anything.
    pub whole: Option<String>,
    /// On targets: id, name and words; `None` where they are still to be written.
    pub targets: Vec<(String, String, Option<String>)>,
}

/// What is wrong and why: of every target that was missed or is behind, and of others where somebody wrote something.
pub(super) fn issues(dossier: &Dossier, assessment: &Assessment) -> Words {
    written(Matter::Issue, dossier, assessment, |group| {
        matches!(group, Group::Missed | Group::Behind)
    })
}

/// What should be done.
pub(super) fn advice(dossier: &Dossier, assessment: &Assessment) -> Words {
    written(Matter::Advice, dossier, assessment, |_| false)
}

fn written(
    matter: Matter,
    dossier: &Dossier,
    assessment: &Assessment,
    is_asked: impl Fn(Group) -> bool,
) -> Words {
    let words = |target: Option<&str>| {
        let comment = dossier.book.words(matter, target, assessment.as_of);
        comment.map(|it| it.words.text().to_owned())
    };
    let targets = assessment.targets(dossier).filter_map(|(target, it)| {
        let words = words(Some(&target.id));
        let is_listed = words.is_some() || is_asked(it.group());
        is_listed.then(|| (target.id.clone(), wording::target_name(target), words))
    });
    Words {
        whole: words(None),
        targets: targets.collect(),
    }
}
