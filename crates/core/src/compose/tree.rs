//! What is written, as a tree whose maps keep their order and whose figures keep their digits.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// How `serde_json` hands over a figure with all its digits: a map with this key.
const FIGURE: &str = "$serde_json::private::Number";

/// A value of the file.
pub(super) enum Tree {
    /// A text, quoted where it could be read as something else.
    Text(String),
    /// A figure or a truth value, written as it is.
    Plain(String),
    /// A list.
    List(Vec<Self>),
    /// A map in its order.
    Map(Vec<(String, Self)>),
}

impl Tree {
    /// Whether it is neither a list nor a map.
    pub(super) fn is_scalar(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Plain(_))
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Values)
    }
}

/// Takes whatever stands in JSON.
struct Values;

impl<'de> Visitor<'de> for Values {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Plain("null".to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut map = Vec::new();
        while let Some(key) = entries.next_key::<String>()? {
            if key == FIGURE {
                return entries.next_value().map(Tree::Plain);
            }
            map.push((key, entries.next_value()?));
        }
        Ok(Tree::Map(map))
    }
}
