//! The table of rooms in ARCHITECTURE.md against the source. A room is a module right below the root of a crate; a program
//! (`main.rs`) is one room. Rooms of the program and of the core go by their names, those of other crates by the name of the
//! crate as well: `import::source`.
//!
//! Read are all tables with the heads `room` and `may use`; names stand in backticks, `–` means nothing.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::graph::{Graph, Use, circles};
use super::modules::workspace;

/// A row of the table.
struct Row {
    rooms: BTreeSet<String>,
    may_use: BTreeSet<String>,
}

/// The rows of all tables of rooms.
fn table() -> Vec<Row> {
    let text = fs::read_to_string(workspace().join("ARCHITECTURE.md")).expect("it can be read");
    let mut rows = Vec::new();
    let mut heads: Option<(usize, usize)> = None;
    for line in text.lines() {
        let Some(line) = line.trim().strip_prefix('|') else {
            heads = None;
            continue;
        };
        let cells: Vec<&str> = line
            .trim_end_matches('|')
            .split('|')
            .map(str::trim)
            .collect();
        let Some((room, may_use)) = heads else {
            let head = |name| cells.iter().position(|cell| *cell == name);
            heads = head("room").zip(head("may use"));
            continue;
        };
        if cells.iter().any(|cell| !cell.starts_with("--")) {
            rows.push(Row {
                rooms: names(cells.get(room).expect("a row has all cells")),
                may_use: names(cells.get(may_use).expect("a row has all cells")),
            });
        }
    }
    rows
}

/// The names in a cell.
#[track_caller]
fn names(cell: &str) -> BTreeSet<String> {
    let names: BTreeSet<String> = cell
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    assert!(
        names.is_empty() == (cell == "–"),
        "names stand in backticks, – means none: {cell}"
    );
    names
}

/// What each room uses of the others, with one place where it does.
fn used(graph: &Graph, uses: &[Use]) -> BTreeMap<(String, String), String> {
    let mut found = BTreeMap::new();
    for it in uses {
        if let Some((from, to)) = graph.room(&it.from).zip(graph.room(&it.to))
            && from != to
        {
            found.entry((from, to)).or_insert_with(|| it.told.clone());
        }
    }
    found
}

#[test]
fn every_room_has_one_row_of_the_table() {
    let (graph, _) = Graph::read();
    let listed: Vec<String> = table().into_iter().flat_map(|row| row.rooms).collect();
    let once: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(once.len(), listed.len(), "a room has two rows: {listed:?}");
    let rooms = graph.rooms();
    let unlisted: Vec<&String> = rooms.difference(&once).collect();
    assert!(
        unlisted.is_empty(),
        "not in the table of ARCHITECTURE.md: {unlisted:?}"
    );
    let gone: Vec<&String> = once.difference(&rooms).collect();
    assert!(
        gone.is_empty(),
        "in the table of ARCHITECTURE.md, not in the source: {gone:?}"
    );
}

#[test]
fn rooms_use_what_the_table_allows() {
    let (graph, uses) = Graph::read();
    let table = table();
    let is_allowed = |from: &String, to: &String| {
        table
            .iter()
            .any(|row| row.rooms.contains(from) && row.may_use.contains(to))
    };
    let faults: Vec<String> = used(&graph, &uses)
        .into_iter()
        .filter(|((from, to), _)| !is_allowed(from, to))
        .map(|((from, to), told)| format!("`{from}` may not use `{to}`: {told}"))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_the_table_allows_is_used() {
    let (graph, uses) = Graph::read();
    let imports = used(&graph, &uses);
    for row in table() {
        for to in row.may_use {
            let is_used = row
                .rooms
                .iter()
                .any(|from| imports.contains_key(&(from.clone(), to.clone())));
            assert!(is_used, "{:?} may use `{to}`, but does not", row.rooms);
        }
    }
}

/// The rooms stand from the ground up, so there is no circle among them.
#[test]
fn rooms_use_only_what_stands_above_them_in_the_table() {
    let table = table();
    let mut above = BTreeSet::new();
    for Row { rooms, may_use } in &table {
        let below: Vec<&String> = may_use.difference(&above).collect();
        assert!(
            below.is_empty(),
            "{rooms:?} may use {below:?}, which stands no higher"
        );
        above.extend(rooms.iter().cloned());
    }
}

/// Files that use each other in a circle, each circle as a whole. None may be added, and one that is broken up is taken
/// off the list.
const CIRCLES: &[&[&str]] = &[];

/// What a module uses of those that it stands in is left out: a part may know the whole that it is a part of.
#[test]
fn files_do_not_use_each_other_in_a_circle() {
    let (graph, uses) = Graph::read();
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for it in &uses {
        let is_part = it.from.0 == it.to.0 && it.from.1.starts_with(&it.to.1);
        if !is_part {
            let to = graph.name(&it.to);
            edges.entry(graph.name(&it.from)).or_default().insert(to);
        }
    }
    let found = circles(&edges);
    let listed = CIRCLES
        .iter()
        .map(|circle| circle.iter().map(ToString::to_string).collect());
    let listed: BTreeSet<Vec<String>> = listed.collect();
    let new: Vec<_> = found.difference(&listed).collect();
    assert!(new.is_empty(), "new circles of files: {new:#?}");
    let gone: Vec<_> = listed.difference(&found).collect();
    assert!(gone.is_empty(), "take it from the list CIRCLES: {gone:#?}");
}

#[test]
fn imports_are_followed_to_where_an_item_stands() {
    let (graph, uses) = Graph::read();
    assert!(uses.len() > 1000, "only {} imports were read", uses.len());
    let has = |from: &str, to: &str| {
        let is_it = |it: &&Use| graph.name(&it.from) == from && graph.name(&it.to) == to;
        assert!(uses.iter().any(|it| is_it(&it)), "{from} uses {to}");
    };
    // By a name that the parent makes known, from another crate, and by the name under which this crate knows that one.
    has(
        "guihua_core::load::decode::target",
        "guihua_core::plan::target",
    );
    has("guihua", "guihua_core::words");
    has("guihua::commands::check", "guihua_core::load::problem");
}

#[test]
fn circles_are_found_as_a_whole() {
    let edges = [("a", "b"), ("b", "c"), ("c", "b"), ("c", "d"), ("e", "e")];
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (from, to) in edges {
        graph
            .entry(from.to_owned())
            .or_default()
            .insert(to.to_owned());
    }
    let expected = [vec!["b".to_owned(), "c".to_owned()], vec!["e".to_owned()]];
    assert_eq!(circles(&graph), BTreeSet::from(expected));
}
