//! The strings of the source, read off its tokens: what is said through `tr` and `say!`, and what stands elsewhere.

use std::fs;
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::str::Chars;

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};

/// A string of the source.
pub(crate) struct Text {
    /// The file, from the root of the repository.
    pub(crate) file: String,
    /// Its line in the file, from 1.
    pub(crate) line: usize,
    /// The item that it stands in, such as `Stage::ALL` or `explain`; empty outside of any.
    pub(crate) item: String,
    /// What it is for.
    pub(crate) role: Role,
    /// The string itself.
    pub(crate) value: String,
}

/// What a string is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It goes through `tr` or `say!`.
    Said,
    /// It stands in an attribute, such as a doc comment.
    Attribute,
    /// Anything else.
    Other,
}

/// The source of the importer.
const IMPORTER: &str = "crates/import/src";

/// All strings of the program and the core, apart from the table of messages and from tests within the source.
pub(crate) fn texts() -> Vec<Text> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["src", "crates/core/src", IMPORTER] {
        files(&root.join(folder), &mut paths);
    }
    paths.sort();
    let mut texts = Vec::new();
    for path in paths {
        let name = path
            .strip_prefix(root)
            .expect("it was found below the root");
        let file = name.to_str().expect("names are UTF-8").replace('\\', "/");
        let source = fs::read_to_string(&path).expect("a source file is text");
        let tokens: TokenStream = source.parse().expect("a source file is Rust");
        let mut reader = Reader {
            file,
            texts: &mut texts,
        };
        reader.walk(tokens, "", Role::Other);
    }
    // The importer reads documents and says nothing itself: its Chinese is what it looks for, but for its labels.
    texts.retain(|text| !text.file.starts_with(IMPORTER) || text.item.ends_with("::label"));
    texts
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src can be listed") {
        let path = entry.expect("an entry of src can be read").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

struct Reader<'a> {
    file: String,
    texts: &'a mut Vec<Text>,
}

impl Reader<'_> {
    /// Reads tokens that stand in `item`; a string among them has `role` unless something nearer gives it another.
    fn walk(&mut self, tokens: TokenStream, item: &str, role: Role) {
        let mut tokens = tokens.into_iter().peekable();
        let mut inner = Item::none(item);
        let mut is_test = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Literal(literal) => self.keep(&literal, &inner.path, role),
                TokenTree::Punct(sign) if sign.as_char() == '#' => {
                    // `#[…]` or `#![…]`.
                    tokens.next_if(|next| is_sign(next, '!'));
                    if let Some(TokenTree::Group(attribute)) = tokens.next_if(is_bracket) {
                        is_test |= attribute.stream().to_string().replace(' ', "") == "cfg(test)";
                        self.walk(attribute.stream(), &inner.path, Role::Attribute);
                    }
                }
                TokenTree::Punct(sign) if sign.as_char() == ';' => {
                    inner = Item::none(item);
                    is_test = false;
                }
                TokenTree::Punct(sign) if sign.as_char() == '\'' => {
                    // A lifetime: `'static` begins no item.
                    tokens.next();
                }
                TokenTree::Punct(_) => {}
                TokenTree::Ident(word) if word == "tr" => {
                    if let Some(TokenTree::Group(group)) = tokens.next_if(is_call) {
                        self.walk(group.stream(), &inner.path, Role::Said);
                    }
                }
                TokenTree::Ident(word) if word == "say" => {
                    tokens.next_if(|next| is_sign(next, '!'));
                    if let Some(TokenTree::Group(group)) = tokens.next_if(is_call) {
                        self.sentence(&group, &inner.path, role);
                    }
                }
                TokenTree::Ident(word) => {
                    if let Some(begun) = Item::begun(&word.to_string(), &mut tokens, item) {
                        inner = begun;
                    }
                }
                TokenTree::Group(group) => {
                    let is_body = group.delimiter() == Delimiter::Brace;
                    if !(is_body && is_test) {
                        self.walk(group.stream(), &inner.path, role);
                    }
                    if is_body && !inner.ends_at_semicolon {
                        inner = Item::none(item);
                        is_test = false;
                    }
                }
            }
        }
    }

    /// `say!("…", name = …)`: the sentence is said, and what fills its blanks is read by itself.
    fn sentence(&mut self, arguments: &Group, item: &str, role: Role) {
        let mut tokens = arguments.stream().into_iter();
        if let Some(TokenTree::Literal(sentence)) = tokens.next() {
            self.keep(&sentence, item, Role::Said);
        }
        self.walk(tokens.collect(), item, role);
    }

    fn keep(&mut self, literal: &Literal, item: &str, role: Role) {
        if let Some(value) = string(&literal.to_string()) {
            self.texts.push(Text {
                file: self.file.clone(),
                line: literal.span().start().line,
                item: item.to_owned(),
                role,
                value,
            });
        }
    }
}

/// The item that tokens belong to.
struct Item {
    path: String,
    ends_at_semicolon: bool,
}

impl Item {
    fn none(outer: &str) -> Self {
        Self {
            path: outer.to_owned(),
            ends_at_semicolon: false,
        }
    }

    /// The item that a keyword begins, by the name behind it.
    fn begun(word: &str, tokens: &mut Peekable<IntoIter>, outer: &str) -> Option<Self> {
        let name = match word {
            "fn" | "const" | "static" | "mod" | "enum" | "struct" | "trait" => {
                match tokens.peek() {
                    // `const fn`, `*const T` and the like name nothing.
                    Some(TokenTree::Ident(name)) if name != "fn" => name.to_string(),
                    _ => return None,
                }
            }
            // The name of an implementation is its type's: the last word before the body.
            "impl" => {
                let mut name = None;
                while let Some(next) = tokens.next_if(|next| !is_body(next)) {
                    if let TokenTree::Ident(word) = next {
                        name = Some(word.to_string());
                    }
                }
                name?
            }
            _ => return None,
        };
        let path = if outer.is_empty() {
            name
        } else {
            format!("{outer}::{name}")
        };
        Some(Self {
            path,
            ends_at_semicolon: matches!(word, "const" | "static"),
        })
    }
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(found) if found.as_char() == sign)
}

fn is_bracket(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket)
}

fn is_call(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis)
}

fn is_body(token: &TokenTree) -> bool {
    is_sign(token, ';')
        || matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// The text of a string literal; `None` for numbers, characters and bytes.
fn string(token: &str) -> Option<String> {
    if let Some(raw) = token.strip_prefix('r') {
        let raw = raw.trim_matches('#');
        return Some(raw.strip_prefix('"')?.strip_suffix('"')?.to_owned());
    }
    let body = token.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::new();
    let mut rest = body.chars();
    while let Some(c) = rest.next() {
        if c == '\\' {
            out.extend(escaped(&mut rest));
        } else {
            out.push(c);
        }
    }
    Some(out)
}

/// What an escape stands for, behind its backslash. The end of a line takes the indent of the next one with it.
fn escaped(rest: &mut Chars<'_>) -> Option<char> {
    match rest.next()? {
        'n' => Some('\n'),
        't' => Some('\t'),
        'r' => Some('\r'),
        '0' => Some('\0'),
        'u' => {
            let code: String = rest.by_ref().skip(1).take_while(|c| *c != '}').collect();
            u32::from_str_radix(&code, 16).ok().and_then(char::from_u32)
        }
        'x' => {
            let code: String = rest.by_ref().take(2).collect();
            u32::from_str_radix(&code, 16).ok().and_then(char::from_u32)
        }
        '\n' => {
            *rest = rest.as_str().trim_start().chars();
            None
        }
        other => Some(other),
    }
}
