//! What the script of the page needs to find by pinyin and in traditional characters: of the characters of this document
//! only, so that the page stays small.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::plan::Outline;
use crate::search::{readings, variants};

/// The characters of each syllable.
type Syllables = BTreeMap<&'static str, String>;

/// Readings and forms of the characters of a document.
#[derive(Serialize)]
struct Data {
    /// For each syllable the characters that are mostly read so.
    pinyin: Syllables,
    /// For each syllable the characters that are read so as well.
    also: Syllables,
    /// Traditional characters, each followed by its simplified form, which the document has.
    traditional: String,
}

/// The data as JSON that may stand within a script element.
pub(super) fn data(outline: &Outline) -> String {
    let nodes = outline.nodes().iter();
    let chars: BTreeSet<char> = nodes
        .flat_map(|node| node.prose.reading().chars())
        .collect();
    let (mut pinyin, mut also) = (Syllables::new(), Syllables::new());
    for &c in &chars {
        for (n, reading) in readings(c).enumerate() {
            let syllables = if n == 0 { &mut pinyin } else { &mut also };
            syllables.entry(reading).or_default().push(c);
        }
    }
    let known = variants().filter(|(_, simplified)| chars.contains(simplified));
    let traditional = known.flat_map(|(c, simplified)| [c, simplified]).collect();
    let data = Data {
        pinyin,
        also,
        traditional,
    };
    // A map of strings can always be written.
    let json = serde_json::to_string(&data).unwrap_or_default();
    json.replace('<', "\\u003c")
}
