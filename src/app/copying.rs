//! Copying the current text with its citation to the clipboard. The terminal does not confirm it, so the message only
//! says that the text was sent.

use super::{App, Document, Effect, Focus, Sheet, Topic, View};
use crate::citation::{Passage, Source, Style};
use crate::plan::{NodeId, Outline, Target};
use crate::search::Subject;
use crate::text::{truncate, width};
use crate::topic;
use crate::words::{say, tr};

/// The maximum bytes to send: many terminals take at most 100 000 at a time, and base64 adds a third.
const MOST: usize = 74_994;

impl Document {
    /// What is marked in the text: a sentence, a paragraph, or everything under a heading.
    fn marked_passage(&self) -> Option<Passage> {
        let (outline, node) = (&self.dossier.outline, self.reading.cursor);
        match &self.reading.part {
            Some(part) if self.reading.focus == Focus::Text => Passage::part(outline, node, part),
            _ => whole(outline, node),
        }
    }
}

impl App {
    /// Sends the current text to the clipboard, and says so.
    pub(super) fn copy(&mut self, style: Style) -> Option<Effect> {
        let text = match self.citation_at_hand(style) {
            Some(text) if text.len() > MOST => {
                self.message = Some(say!(
                    "太长，没有复制：{size} KB，终端的剪贴板至多收 {most} KB；请选其下的标题",
                    size = text.len().div_ceil(1000),
                    most = MOST / 1000
                ));
                return None;
            }
            Some(text) => text,
            None => {
                self.message = Some(tr("这里没有可复制的原文").to_owned());
                return None;
            }
        };
        self.message = Some(self.sent(&text));
        Some(Effect::Copy(text))
    }

    /// The message that a text was sent: its beginning and its length.
    fn sent(&self, text: &str) -> String {
        let count = text.chars().count();
        let message = |words: &str| say!("已发往终端的剪贴板：{words}（{count}字）", words, count);
        // A prompt leaves half of the room.
        let parts = if self.prompt().is_some() { 2 } else { 1 };
        let room = usize::from(self.size.width.saturating_sub(2) / parts);
        let room = room.saturating_sub(width(&message("")));
        let first = text.lines().next().unwrap_or_default();
        message(&truncate(first, room))
    }

    /// The current text with its citation; in the overview the citation of the plan itself.
    fn citation_at_hand(&self, style: Style) -> Option<String> {
        let source = Source::restored(
            &self.shown.dossier.plan,
            &self.shown.dossier.outline,
            self.today,
        );
        if self.shown.view == View::Overview && self.prompt().is_none() && !self.is_about_target() {
            return Some(source.cite_work(style));
        }
        if self.shown.view == View::Topic && self.prompt().is_none() && !self.is_about_target() {
            let page = self.shown.topic.as_ref()?;
            return Some(match style {
                Style::Plain => topic::paragraph(source, &self.shown.assessment, &page.answer),
                _ => source.cite_work(style),
            });
        }
        let passage = self.passage_at_hand()?;
        Some(source.cite(&passage, style))
    }

    /// Whether a sheet about a target is open.
    fn is_about_target(&self) -> bool {
        matches!(
            self.sheet(),
            Some(Sheet {
                topic: Topic::Card | Topic::Why,
                ..
            })
        )
    }

    /// The passage that is selected, or at the cursor.
    fn passage_at_hand(&self) -> Option<Passage> {
        if self.prompt().is_some() {
            return self.selected_hit();
        }
        if self.is_about_target() {
            return self
                .shown
                .target_at_hand()
                .and_then(|it| stated(&self.shown.dossier.outline, it));
        }
        match self.shown.view {
            View::Overview | View::Topic => None,
            View::Reading => self.shown.marked_passage(),
            View::Targets => self
                .shown
                .selected_target()
                .and_then(|it| stated(&self.shown.dossier.outline, it)),
            View::Tasks => self
                .shown
                .selected_task()
                .and_then(|id| whole(&self.shown.dossier.outline, id)),
            View::Terms => {
                let term = self
                    .shown
                    .selected_term()
                    .and_then(|n| self.shown.dossier.plan.terms.get(n))?;
                Passage::naming(&self.shown.dossier.outline, term)
            }
        }
    }

    /// The passage of the selected hit.
    fn selected_hit(&self) -> Option<Passage> {
        let hits = self.is_finding().then(|| self.shown.hits())?;
        let (_, entry) = hits.get(self.shown.finder.cursor.selected)?;
        match entry.subject {
            Subject::Target(n) => stated(
                &self.shown.dossier.outline,
                self.shown.dossier.plan.targets.get(n)?,
            ),
            Subject::Term(n) => Passage::naming(
                &self.shown.dossier.outline,
                self.shown.dossier.plan.terms.get(n)?,
            ),
            Subject::Node(_) | Subject::Note(_) => whole(&self.shown.dossier.outline, entry.node),
        }
    }
}

/// A paragraph, or everything under a heading; `None` if that has no words, as a picture without a caption.
fn whole(outline: &Outline, id: NodeId) -> Option<Passage> {
    let passage = Passage::at(outline, outline.node(id).address)?;
    (!passage.reading(outline).is_empty()).then_some(passage)
}

/// The sentence that states a target.
fn stated(outline: &Outline, target: &Target) -> Option<Passage> {
    Passage::quoted(outline, &target.citation)
}
