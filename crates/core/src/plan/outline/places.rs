//! Places as the plan numbers them: what is printed for people, and what people type.

use super::super::address::half_width;
use super::super::numbering::{self, Style};
use super::super::{Address, NotAnAddress, Part};
use super::Outline;

impl Outline {
    /// A place as the plan numbers it: `三、（一）2.第4段`, `第三篇第五章第一节第2段`.
    pub fn place(&self, at: Address) -> String {
        let part = match at.part {
            Part::Attachment(n) => format!("附件{n}"),
            part => part.name().unwrap_or_default().to_owned(),
        };
        let mut place = part.clone();
        let mut heading = Address::of(at.part);
        for (level, &n) in at.levels().iter().enumerate() {
            let Some(child) = heading.child(n) else { break };
            heading = child;
            let number = self.number(heading, level, n);
            if Style::read(&number).is_some_and(|(style, _)| style.names_all_levels()) {
                place.clone_from(&part);
            }
            // 附件1 and 2. would read as 附件12.
            let run_together = |c: char| c.is_ascii_digit();
            if place.ends_with(run_together) && number.starts_with(run_together) {
                place.push('、');
            }
            place.push_str(&number);
        }
        place + &at.below_heading()
    }

    /// The number of a heading as printed, or its title in quotes where it has none.
    fn number(&self, heading: Address, level: usize, n: u16) -> String {
        let Some(id) = self.at(heading) else {
            return numbering::usual(level, n);
        };
        let node = &self.nodes[id];
        match node.number.trim() {
            "" => format!("“{}”", node.title()),
            number => number.to_owned(),
        }
    }

    /// A place as people write it: an address (`3.1.2p4`), or the plan's own numbers as far as they tell one heading from
    /// all others (`三、（一）2.第4段`, `第五章`).
    pub fn read_place(&self, text: &str) -> Result<Address, NotAnAddress> {
        let typed: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(half_width)
            .collect();
        let is_address = typed.is_ascii();
        if is_address {
            return text.parse();
        }
        if let Some(address) = self.printed(&typed) {
            return Ok(address);
        }
        let counted = text.parse::<Address>()?;
        if self.is_counted_so(counted) {
            Ok(counted)
        } else {
            Err(NotAnAddress::of(text))
        }
    }

    /// Whether the plan prints the numbers by which the headings of a place are counted.
    fn is_counted_so(&self, at: Address) -> bool {
        let mut heading = Address::of(at.part);
        at.levels().iter().all(|&n| {
            let Some(child) = heading.child(n) else {
                return false;
            };
            heading = child;
            let printed = self.at(child).map(|id| self.nodes[id].number.as_str());
            let value = printed.and_then(Style::read).map(|(_, value)| value);
            value.is_none_or(|value| value == n)
        })
    }

    /// The place whose heading is told by printed numbers, with what is named below it.
    fn printed(&self, typed: &str) -> Option<Address> {
        let begins_below = |at: &usize| {
            let below = typed.get(*at..).unwrap_or_default();
            below.is_empty()
                || below.starts_with(['第', '表', '图', 'p', 't', 'f', 'b'])
                || below.starts_with("专栏")
        };
        let ends = typed.char_indices().map(|(at, _)| at).chain([typed.len()]);
        let ends = ends.rev().filter(|at| *at > 0 && begins_below(at));
        ends.filter_map(|end| typed.split_at_checked(end))
            .find_map(|(head, below)| {
                let heading = self.numbered(head)?;
                format!("{heading}{below}").parse().ok()
            })
    }

    /// The only heading whose numbers, from some level on down to its own, are these.
    fn numbered(&self, typed: &str) -> Option<Address> {
        let fold = |number: &str| -> String { number.trim().chars().map(half_width).collect() };
        let mut path: Vec<String> = Vec::new();
        let mut found = Vec::new();
        for node in self.nodes.iter().filter(|node| node.depth > 0) {
            path.truncate(node.address.level() - 1);
            path.push(fold(&node.number));
            let mut suffix = String::new();
            let is_told = path.iter().rev().any(|number| {
                suffix.insert_str(0, number);
                suffix == typed
            });
            // The whole path tells a heading from others that end in the same numbers.
            if is_told && !path.last().is_some_and(String::is_empty) {
                found.push((suffix == path.concat(), node.address));
            }
        }
        match found.as_slice() {
            [(_, address)] => Some(*address),
            several => {
                let mut whole = several.iter().filter(|(is_whole, _)| *is_whole);
                let (_, address) = whole.next()?;
                whole.next().is_none().then_some(*address)
            }
        }
    }
}
