//! Tables (表): rows of cells, of which some span several rows or columns.

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use schemars::JsonSchema;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Serialize, Serializer};

use super::{Prose, schema};

/// A table with its caption above and its notes below.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Pack, Unpack, JsonSchema)]
pub struct Table {
    /// What is printed above it, with its number (表1); empty where nothing is.
    #[serde(rename = "table")]
    #[schemars(with = "schema::MaybeEmpty")]
    pub caption: Prose,
    /// How many rows are its head.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    #[schemars(with = "schema::Rows")]
    pub head: u16,
    /// The rows from top to bottom; in each the cells that begin there, from left to right.
    #[schemars(length(min = 1))]
    pub rows: Vec<Vec<Cell>>,
    /// The notes below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Prose>,
}

fn one() -> u16 {
    1
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_one(n: &u16) -> bool {
    *n == 1
}

/// A cell. In a plan file a plain string, or with its spans `{ text: …, columns: 2 }`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Pack, Unpack)]
#[serde(from = "Written")]
pub struct Cell {
    /// What stands in it; may be empty.
    pub text: Prose,
    /// How many columns it spans, from 1.
    pub columns: u16,
    /// How many rows it spans, from 1.
    pub rows: u16,
}

impl Cell {
    /// Whether it spans no more than its own column and row.
    pub fn is_plain(&self) -> bool {
        self.columns == 1 && self.rows == 1
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_plain() {
            return Serialize::serialize(&self.text, serializer);
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.text)?;
        for (key, span) in [("columns", self.columns), ("rows", self.rows)] {
            if span > 1 {
                map.serialize_entry(key, &span)?;
            }
        }
        map.end()
    }
}

/// A cell as plan files write it.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum Written {
    /// A cell of one column and one row.
    Plain(#[schemars(with = "schema::MaybeEmpty")] Prose),
    /// A cell that spans several.
    Spanning(Spanning),
}

/// A cell that spans several columns or rows.
#[derive(Deserialize, JsonSchema)]
struct Spanning {
    /// What stands in it.
    #[schemars(with = "schema::MaybeEmpty")]
    text: Prose,
    /// How many columns it spans.
    #[serde(default = "one")]
    #[schemars(with = "schema::Span")]
    columns: u16,
    /// How many rows it spans.
    #[serde(default = "one")]
    #[schemars(with = "schema::Span")]
    rows: u16,
}

impl From<Written> for Cell {
    fn from(written: Written) -> Self {
        let (text, columns, rows) = match written {
            Written::Plain(text) => (text, 1, 1),
            Written::Spanning(it) => (it.text, it.columns, it.rows),
        };
        Self {
            text,
            columns,
            rows,
        }
    }
}

impl JsonSchema for Cell {
    fn inline_schema() -> bool {
        false
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cell".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}

impl Table {
    /// How many columns each row reaches over, those of cells above that reach into it left out.
    pub fn widths(&self) -> Vec<u16> {
        let rows = self.rows.iter().zip(self.columns());
        let end = |(cells, columns): (&Vec<Cell>, Vec<u16>)| {
            let last = cells.last().zip(columns.last());
            last.map_or(0, |(cell, column)| column.saturating_add(cell.columns))
        };
        rows.map(end).collect()
    }

    /// The column of each cell, from 0, row by row: a cell stands in the first column that no cell of a row above reaches into.
    pub fn columns(&self) -> Vec<Vec<u16>> {
        // For each column in how many rows below it is taken.
        let mut taken: Vec<u16> = Vec::new();
        let place = |row: &Vec<Cell>| {
            let mut column = 0;
            let mut places = Vec::new();
            let mut below = taken.clone();
            for cell in row {
                while taken.get(column).is_some_and(|rows| *rows > 0) {
                    column += 1;
                }
                places.push(column as u16);
                for _ in 0..cell.columns.max(1) {
                    if below.len() <= column {
                        below.resize(column + 1, 0);
                    }
                    below[column] = below[column].max(cell.rows.max(1));
                    column += 1;
                }
            }
            taken = below.iter().map(|rows| rows.saturating_sub(1)).collect();
            while taken.pop_if(|rows| *rows == 0).is_some() {}
            places
        };
        self.rows.iter().map(place).collect()
    }
}
