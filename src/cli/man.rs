//! Manual pages, written as roff from the same source as help, [`help::command`].
//!
//! Since `groff` breaks lines at spaces only, the page marks where Chinese text may be broken, by the screen's rules.

use clap::builder::Str;
use clap::{Arg, Command};
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use super::help::{self, about, takes_value};
use crate::text::is_prohibited_break;
use crate::words::tr;

/// Placeholder for a break opportunity: a private-use character that no text contains.
const BREAK: char = '\u{e000}';
/// A break opportunity in `roff`.
const ROFF_BREAK: &str = "\\:";

/// An empty roff argument.
const NOTHING: &str = "\"\"";

/// A manual page.
pub struct Page {
    /// Its name, such as `guihua-search`.
    pub name: String,
    /// Its roff source.
    pub text: String,
}

impl Page {
    /// Its file name in a man directory.
    pub fn file_name(&self) -> String {
        format!("{}.1", self.name)
    }
}

/// The page of the program (empty `path`) or of a subcommand. The error is the unknown name and the nearest known one.
pub fn page(path: &[String]) -> Result<Page, (String, Option<String>)> {
    let root = built();
    let mut command = &root;
    let mut name = command.get_name().to_owned();
    for word in path {
        command = command.find_subcommand(word).ok_or_else(|| {
            let near = nearest(command, word);
            (word.clone(), near)
        })?;
        name = format!("{name}-{word}");
    }
    Ok(render(&root, command, name))
}

/// The pages of the program and of all its commands.
pub fn pages() -> Vec<Page> {
    let root = built();
    let mut pages = Vec::new();
    let mut open = vec![(root.get_name().to_owned(), &root)];
    while let Some((name, command)) = open.pop() {
        let subs = command.get_subcommands();
        open.extend(subs.map(|sub| (format!("{name}-{}", sub.get_name()), sub)));
        pages.push(render(&root, command, name));
    }
    pages.sort_by(|a, b| a.name.cmp(&b.name));
    pages
}

fn built() -> Command {
    let mut command = help::command();
    command.build();
    command
}

fn nearest(command: &Command, word: &str) -> Option<String> {
    let names = command.get_subcommands().map(Command::get_name);
    let near = names.map(|name| (strsim::jaro_winkler(word, name), name));
    let near = near.max_by(|a, b| a.0.total_cmp(&b.0));
    near.filter(|(likeness, _)| *likeness > 0.7)
        .map(|(_, name)| name.to_owned())
}

/// Writes the page of a command.
fn render(root: &Command, command: &Command, name: String) -> Page {
    let mut roff = Roff::new();
    let version = format!("guihua {}", root.get_version().unwrap_or_default());
    let title = name.to_uppercase();
    roff.control(
        "TH",
        [title.as_str(), "1", NOTHING, &version, tr("规划手册")],
    );
    // No hyphenation, no justification.
    roff.control("nh", []).control("ad", ["l"]);
    section(&mut roff, tr("名称"));
    let about = command.get_about().map(ToString::to_string);
    let about = about.unwrap_or_default();
    // `apropos` lists this line, so it gets no break marks.
    roff.text([roman(format!("{name} - {about}"))]);
    synopsis(&mut roff, command);
    arguments(&mut roff, command);
    commands(&mut roff, command, &name);
    notes(&mut roff, &after_help(command));
    if !after_help(command).contains(tr("退出码")) {
        notes(&mut roff, &exit_codes(root));
    }
    files(&mut roff);
    see_also(&mut roff, command, &name);
    Page {
        name,
        text: to_file(&roff),
    }
}

/// The page as a file; the first line declares its encoding.
fn to_file(roff: &Roff) -> String {
    let text = roff.render().replace(BREAK, ROFF_BREAK);
    format!(".\\\" -*- coding: utf-8 -*-\n{text}")
}

/// Begins a section; its heading is in capitals by convention.
fn section(roff: &mut Roff, heading: &str) {
    roff.control("SH", [heading.to_uppercase().as_str()]);
}

fn synopsis(roff: &mut Roff, command: &Command) {
    section(roff, tr("用法"));
    let usage = command.clone().render_usage().to_string();
    let usage = usage
        .split_once(['：', ':'])
        .map_or(usage.as_str(), |(_, usage)| usage);
    for line in usage.lines().map(str::trim).filter(|line| !line.is_empty()) {
        roff.text([bold(line)]).control("br", []);
    }
}

/// The arguments and options, under the same headings as in help.
fn arguments(roff: &mut Roff, command: &Command) {
    let shown = || command.get_arguments().filter(|arg| !arg.is_hide_set());
    for heading in [tr("参数"), tr("选项"), tr("通用选项")] {
        let mut own = shown()
            .filter(|arg| arg.get_help_heading() == Some(heading))
            .peekable();
        if own.peek().is_some() {
            section(roff, heading);
        }
        for argument in own {
            roff.control("TP", []);
            roff.text(names(argument));
            roff.text([text(&about(argument))]);
            for value in argument.get_possible_values() {
                let help = value.get_help().map(ToString::to_string);
                roff.control("br", []);
                roff.text([
                    bold(value.get_name()),
                    text(&format!("  {}", help.unwrap_or_default())),
                ]);
            }
        }
    }
}

/// An argument's synopsis: `-o, --output 文件`.
fn names(argument: &Arg) -> Vec<Inline> {
    let short = argument.get_short().map(|short| format!("-{short}"));
    let long = argument.get_long().map(|long| format!("--{long}"));
    let mut line: Vec<Inline> = Vec::new();
    for option in short.into_iter().chain(long) {
        if !line.is_empty() {
            line.push(roman(", "));
        }
        line.push(bold(option));
    }
    if takes_value(argument) {
        let names = argument.get_value_names().unwrap_or_default();
        let names: Vec<&str> = names.iter().map(Str::as_str).collect();
        if !line.is_empty() {
            line.push(roman(" "));
        }
        line.push(italic(names.join(" ")));
        if argument
            .get_num_args()
            .is_some_and(|count| count.max_values() > 1)
        {
            line.push(roman(tr("…")));
        }
    }
    line
}

fn commands(roff: &mut Roff, command: &Command, name: &str) {
    let mut subs = command.get_subcommands().peekable();
    if subs.peek().is_some() {
        section(roff, tr("命令"));
    }
    for sub in subs {
        roff.control("TP", []);
        roff.text([bold(format!("{name}-{}", sub.get_name())), roman("(1)")]);
        let about = sub.get_about().map(ToString::to_string);
        roff.text([text(&about.unwrap_or_default())]);
    }
}

fn after_help(command: &Command) -> String {
    let after = command.get_after_help().map(ToString::to_string);
    after.unwrap_or_default()
}

/// The exit codes of the program, for commands that list none.
fn exit_codes(root: &Command) -> String {
    let after = after_help(root);
    let line = after.lines().find(|line| line.starts_with(tr("退出码")));
    line.unwrap_or_default().to_owned()
}

/// The text below the options in help. A line that ends with a colon, or the words before a colon in a one-line
/// paragraph, is a heading; indented lines are kept as they are.
fn notes(roff: &mut Roff, notes: &str) {
    for part in notes.split("\n\n").filter(|part| !part.trim().is_empty()) {
        let (first, rest) = part.trim_end().split_once('\n').unwrap_or((part, ""));
        match first.split_once(['：', ':']) {
            Some((heading, "")) => {
                section(roff, heading);
                preformatted(roff, rest);
            }
            Some((heading, words)) if rest.is_empty() && heading == tr("退出码") => {
                section(roff, heading);
                roff.text([text(words.trim())]);
            }
            _ => {
                section(roff, tr("附注"));
                part.lines().for_each(|line| {
                    roff.text([text(line)]).control("br", []);
                });
            }
        }
    }
}

/// Preformatted lines, without their common indent.
fn preformatted(roff: &mut Roff, lines: &str) {
    roff.control("nf", []);
    for line in lines.lines() {
        let line = line.strip_prefix("  ").unwrap_or(line);
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
}

fn files(roff: &mut Roff) {
    section(roff, tr("有关文件"));
    roff.control("TP", []);
    roff.text([italic("~/.local/share/guihua/*/records.yaml")]);
    roff.text([text(tr(
        "自记的监测记录，每份规划一个文件夹；--records 可另指。设了 XDG_DATA_HOME 则在该文件夹下",
    ))]);
    roff.control("TP", []);
    roff.text([italic("~/.config/guihua/config.toml")]);
    roff.text([text(tr(
        "设置，不必有；--config 可另指，写法见 guihua config --example。设了 XDG_CONFIG_HOME 则在该文件夹下",
    ))]);
}

fn see_also(roff: &mut Roff, command: &Command, name: &str) {
    // The parent page; top-level commands have none to add.
    let Some((above, _)) = name.rsplit_once('-') else {
        return;
    };
    section(roff, tr("参见"));
    let own = command.get_subcommands();
    let names = std::iter::once(above.to_owned())
        .chain(own.map(|sub| format!("{name}-{}", sub.get_name())));
    let names: Vec<String> = names.map(|name| format!("{name}(1)")).collect();
    roff.text([roman(names.join(", "))]);
}

/// Text with break marks.
fn text(words: &str) -> Inline {
    let mut out = String::with_capacity(words.len() * 2);
    let mut before = ' ';
    for (at, c) in words.char_indices() {
        let is_chinese = !before.is_ascii() || !c.is_ascii();
        let is_spaced = before.is_whitespace() || c.is_whitespace();
        if is_chinese && !is_spaced && !is_prohibited_break(words, at) {
            out.push(BREAK);
        }
        out.push(c);
        before = c;
    }
    roman(out)
}
