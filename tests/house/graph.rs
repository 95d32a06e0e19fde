//! Which module uses which, over all crates of the workspace: every import is followed through `pub use` to the module in
//! which the item stands.

use std::collections::{BTreeMap, BTreeSet};

use super::imports::{Import, imports};
use super::modules::{Crate, crates, workspace};

/// A module: the number of its crate, and its path there.
type Place = (usize, Vec<String>);

/// One module uses another.
pub(crate) struct Use {
    /// The module that uses.
    pub(crate) from: Place,
    /// The module that is used.
    pub(crate) to: Place,
    /// Where: the file from the root of the repository, and the line.
    pub(crate) told: String,
}

/// The modules of the workspace and what they use.
pub(crate) struct Graph {
    crates: Vec<Crate>,
    /// All modules in files of their own.
    modules: BTreeSet<Place>,
    /// What a module makes known by `use`: the name and the import.
    known: BTreeMap<Place, Vec<(String, Vec<String>)>>,
}

impl Graph {
    /// Reads the source.
    pub(crate) fn read() -> (Self, Vec<Use>) {
        let crates = crates();
        let mut graph = Self {
            crates,
            modules: BTreeSet::new(),
            known: BTreeMap::new(),
        };
        let found = graph.imports();
        for (number, _, import) in &found {
            if let Some(name) = &import.known_as {
                let known = graph.known.entry((*number, import.at.clone())).or_default();
                known.push((name.clone(), import.path.clone()));
            }
        }
        let uses = found
            .iter()
            .filter_map(|(number, file, import)| graph.followed(*number, file, import));
        let uses = uses.collect();
        (graph, uses)
    }

    /// All imports with the number of their crate and their file; on the way, the modules.
    fn imports(&mut self) -> Vec<(usize, String, Import)> {
        let mut found = Vec::new();
        for (number, krate) in self.crates.iter().enumerate() {
            for module in &krate.modules {
                self.modules.insert((number, module.path.clone()));
                let file = module.file.strip_prefix(workspace());
                let file = file.unwrap_or(&module.file).display().to_string();
                let imports = imports(&module.path, module.tokens.clone());
                found.extend(imports.into_iter().map(|it| (number, file.clone(), it)));
            }
        }
        found
    }

    fn followed(&self, number: usize, file: &str, import: &Import) -> Option<Use> {
        let from = (number, import.at.clone());
        let to = self.find(&from, &import.path, 0)?;
        let from = self.module_of(from);
        (from != to).then(|| Use {
            from,
            to,
            told: format!("{file}:{}", import.line),
        })
    }

    /// The module that a path leads to from a place. `None` for what does not stand in the workspace.
    fn find(&self, from: &Place, path: &[String], depth: usize) -> Option<Place> {
        let (number, at) = from;
        let (first, rest) = path.split_first()?;
        let (number, mut whole) = match first.as_str() {
            "crate" => (*number, Vec::new()),
            "self" => (*number, at.clone()),
            "super" => (*number, at.get(..at.len().checked_sub(1)?)?.to_vec()),
            name if self.is_module(*number, at, name) => {
                (*number, [at.as_slice(), &[name.to_owned()]].concat())
            }
            name => (self.library(name)?, Vec::new()),
        };
        let mut rest = rest;
        while let Some((_, behind)) = rest.split_first().filter(|(name, _)| *name == "super") {
            whole.pop()?;
            rest = behind;
        }
        Some(self.descend((number, whole), rest, depth))
    }

    /// Goes from a module down a path, through what the modules on the way make known.
    fn descend(&self, place: Place, path: &[String], depth: usize) -> Place {
        let Some((name, rest)) = path.split_first() else {
            return self.module_of(place);
        };
        let (number, at) = &place;
        if self.is_module(*number, at, name) {
            let inner = [at.as_slice(), std::slice::from_ref(name)].concat();
            return self.descend((*number, inner), rest, depth);
        }
        let known = self.known.get(&place).into_iter().flatten();
        for (known_as, target) in known {
            let is_it = known_as == name;
            // A chain of names as long as this would be a circle of `use`.
            if depth > 8 || !(is_it || known_as == "*") {
                continue;
            }
            let target = if is_it {
                target.clone()
            } else {
                [target.as_slice(), std::slice::from_ref(name)].concat()
            };
            if let Some(found) = self.find(&place, &[&target, rest].concat(), depth + 1) {
                return found;
            }
        }
        self.module_of(place)
    }

    /// The module in a file of its own that a place belongs to.
    fn module_of(&self, (number, mut path): Place) -> Place {
        while !path.is_empty() && !self.modules.contains(&(number, path.clone())) {
            path.pop();
        }
        (number, path)
    }

    fn is_module(&self, number: usize, at: &[String], name: &str) -> bool {
        let path = [at, &[name.to_owned()]].concat();
        self.modules.contains(&(number, path))
    }

    /// The library of this name.
    fn library(&self, name: &str) -> Option<usize> {
        let is_it = |it: &Crate| it.name == name && !it.is_program;
        self.crates.iter().position(is_it)
    }

    /// The room of a module: its first name; a program is one room, called `main`. Rooms of crates other than the program
    /// and the core have the name of the crate before them. `None` for the root of a library, which only declares its rooms.
    pub(crate) fn room(&self, (number, path): &Place) -> Option<String> {
        let krate = self.crates.get(*number)?;
        let name = match path.first() {
            _ if krate.is_program => "main",
            Some(name) => name,
            None => return None,
        };
        Some(match krate.folder.as_str() {
            "" | "core" => name.to_owned(),
            other => format!("{other}::{name}"),
        })
    }

    /// All rooms.
    pub(crate) fn rooms(&self) -> BTreeSet<String> {
        self.modules
            .iter()
            .filter_map(|module| self.room(module))
            .collect()
    }

    /// A module as a path, such as `app::finder`.
    pub(crate) fn name(&self, (number, path): &Place) -> String {
        let krate = self.crates.get(*number).map_or("", |krate| &krate.name);
        [&[krate.to_owned()], path.as_slice()].concat().join("::")
    }
}

/// The circles of a graph: each a set of nodes that all lead to each other.
pub(crate) fn circles(edges: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<Vec<String>> {
    let reached = |start: &String| {
        let mut found = BTreeSet::new();
        let mut next = vec![start];
        while let Some(node) = next.pop() {
            for to in edges.get(node).into_iter().flatten() {
                if found.insert(to) {
                    next.push(to);
                }
            }
        }
        found
    };
    let reach: BTreeMap<&String, BTreeSet<&String>> =
        edges.keys().map(|node| (node, reached(node))).collect();
    let mut circles = BTreeSet::new();
    for (node, from_it) in &reach {
        if from_it.contains(node) {
            let leads_back =
                |other: &&&String| reach.get(**other).is_some_and(|it| it.contains(node));
            circles.insert(
                from_it
                    .iter()
                    .filter(leads_back)
                    .map(|it| (*it).clone())
                    .collect(),
            );
        }
    }
    circles
}
