//! The tests of a process that speaks Chinese and counts signs of ambiguous width as narrow, as it does unless told
//! otherwise: nearly all of them. What runs the program as a child stands here in any language.
//!
//! The language and the width of such signs are chosen once for a process; hence the other two runners, `english` and
//! `wide`. A runner lists its files, and `house::runners` refuses one that stands in no list.

mod support;

mod files {
    mod against;
    mod blocks;
    mod carried;
    mod check;
    mod check_limits;
    mod check_printed;
    mod check_syntax;
    mod composed;
    mod fidelity;
    mod format;
    mod growth;
    mod mutations;
    mod records;
    mod records_one_by_one;
    mod records_parts;
    mod records_writing;
    mod review;
    mod schema;
    mod supplied;
    mod writers;
    mod written;
}

mod text {
    mod wrapping;
}

mod search {
    mod candidates;
    mod forms;
    mod hits;
    mod shelf;
}

mod evaluation {
    mod agreement;
    mod golden_kinds;
    mod golden_table;
    mod method;
    mod tiers;
}

mod commands {
    mod analyst;
    mod bookmarks;
    mod citation;
    mod collecting;
    mod completions;
    mod english;
    mod english_over_chinese;
    mod help;
    mod import;
    mod json;
    mod lookup;
    mod man;
    mod monitoring;
    mod readings;
    mod records_typed;
    mod search;
    mod settings;
    mod tables;
    mod targets_table;
    pub(crate) mod topic;
    mod typed;
}

mod export {
    mod formats;
    mod page;
    mod report_in_programs;
    mod word;
}

mod screens {
    mod beside;
    mod bookmarks;
    mod choosing;
    mod copying;
    mod coverage;
    mod documents;
    mod effects;
    mod examples;
    mod gauges;
    mod help;
    mod keys;
    mod marking;
    mod minus;
    mod monitoring;
    mod navigation;
    mod pages;
    mod pictures;
    mod presentation;
    mod readings;
    mod reviewing;
    mod scoreboard;
    mod themes;
    mod time;
    mod topics;
}

mod session {
    mod input;
    mod parser;
    mod terminal;
}

mod house {
    mod architecture;
    mod graph;
    mod imports;
    mod modules;
    mod programs;
    mod rooms;
    mod runners;
    mod twins;
    mod words;
}
