//! Plans that differ, made from one: always the same ones.

use guihua::plan::{Block, Body, Plan, Prose};

/// So many plans. The first is the plan with its paragraphs in another order; of the characters of the `n`th, `n` in
/// `count` are replaced by others of the plan, the frequent ones more often.
pub(super) fn plans(plan: &Plan, count: usize) -> impl Iterator<Item = Plan> {
    let mut stock: Vec<char> = Vec::new();
    each_prose(&mut plan.body.clone(), &mut |prose| {
        stock.extend(prose.reading().chars().filter(|c| is_han(*c)));
    });
    (0..count).map(move |n| {
        let mut maker = Maker {
            chance: Chance(n as u64 + 1),
            stock: &stock,
            share: (n, count),
        };
        maker.plan(plan)
    })
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Numbers that look random (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }
}

struct Maker<'a> {
    chance: Chance,
    stock: &'a [char],
    /// So many in so many characters are replaced.
    share: (usize, usize),
}

impl Maker<'_> {
    fn plan(&mut self, plan: &Plan) -> Plan {
        let mut plan = plan.clone();
        let mut paragraphs = Vec::new();
        each_paragraph(&mut plan.body, &mut |prose| paragraphs.push(prose.clone()));
        for last in (1..paragraphs.len()).rev() {
            paragraphs.swap(last, self.chance.below(last + 1));
        }
        let mut paragraphs = paragraphs.into_iter();
        each_paragraph(&mut plan.body, &mut |prose| {
            *prose = paragraphs.next().unwrap_or_default();
        });
        each_prose(&mut plan.body, &mut |prose| *prose = self.prose(prose));
        for target in &mut plan.targets {
            target.name = self.text(&target.name);
            target.citation.quote = self.text(&target.citation.quote);
        }
        for term in &mut plan.terms {
            term.name = self.text(&term.name);
        }
        plan
    }

    fn prose(&mut self, prose: &Prose) -> Prose {
        Prose::parse(&self.text(prose.reading())).unwrap_or_default()
    }

    fn text(&mut self, text: &str) -> String {
        let (share, of) = self.share;
        let replaced = |c: char| {
            if is_han(c) && self.chance.below(of) < share {
                self.stock[self.chance.below(self.stock.len())]
            } else {
                c
            }
        };
        text.chars().map(replaced).collect()
    }
}

/// Every paragraph, which can change places.
fn each_paragraph(body: &mut Body, f: &mut impl FnMut(&mut Prose)) {
    each_block(&mut body.content, &mut |block| {
        if let Block::Paragraph(prose) = block {
            f(prose);
        }
    });
}

/// Every text of the plan.
fn each_prose(body: &mut Body, f: &mut impl FnMut(&mut Prose)) {
    each_block(&mut body.content, &mut |block| match block {
        Block::Paragraph(prose) => f(prose),
        Block::Section(section) => {
            f(&mut section.title);
            section.text.iter_mut().for_each(&mut *f);
        }
        Block::Task(task) => {
            f(&mut task.title);
            f(&mut task.text);
        }
        Block::Principle(principle) => {
            f(&mut principle.name);
            f(&mut principle.text);
        }
        Block::Table(_) | Block::Box(_) | Block::Picture(_) => {}
    });
}

fn each_block(blocks: &mut [Block], f: &mut dyn FnMut(&mut Block)) {
    for block in blocks {
        f(block);
        if let Block::Section(section) = block {
            each_block(&mut section.content, f);
        }
    }
}
