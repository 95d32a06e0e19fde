//! What a file names of other modules: its `use` items, and paths that begin with `crate`, `self`, `super`, a module of its
//! own or a crate of the workspace. What is for tests (`#[cfg(test)]`) is left out.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path as it is written.
pub(crate) struct Import {
    /// The module that it stands in.
    pub(crate) at: Vec<String>,
    /// The names of the path.
    pub(crate) path: Vec<String>,
    /// By which name a `use` makes it known: `*` for all that the path has; `None` for a path elsewhere.
    pub(crate) known_as: Option<String>,
    /// The line, from 1.
    pub(crate) line: usize,
}

/// All paths in the tokens of a module.
pub(crate) fn imports(module: &[String], tokens: TokenStream) -> Vec<Import> {
    let mut reader = Reader { found: Vec::new() };
    reader.walk(tokens, module);
    reader.found
}

struct Reader {
    found: Vec<Import>,
}

impl Reader {
    fn walk(&mut self, tokens: TokenStream, at: &[String]) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut n = 0;
        while let Some(token) = tokens.get(n) {
            let rest = tokens.get(n + 1..).unwrap_or_default();
            n += 1 + match token {
                TokenTree::Ident(word) if word == "use" && !begins_with(rest, '<') => {
                    self.item(rest, at)
                }
                TokenTree::Ident(word) if word == "mod" => self.inline(rest, at),
                TokenTree::Ident(_) => self.mention(tokens.get(n..).unwrap_or_default(), at),
                TokenTree::Punct(sign) if sign.as_char() == '#' => self.attribute(rest, at),
                TokenTree::Group(group) => {
                    self.walk(group.stream(), at);
                    0
                }
                _ => 0,
            };
        }
    }

    /// `mod name { … }`. Returns how many tokens were read.
    fn inline(&mut self, rest: &[TokenTree], at: &[String]) -> usize {
        let [TokenTree::Ident(name), TokenTree::Group(body), ..] = rest else {
            return 0;
        };
        self.walk(body.stream(), &[at, &[name.to_string()]].concat());
        2
    }

    /// An attribute; if it says `cfg(test)`, it and its item are passed over. Returns how many tokens were read.
    fn attribute(&mut self, rest: &[TokenTree], at: &[String]) -> usize {
        let Some(TokenTree::Group(attribute)) = rest.first() else {
            return 0;
        };
        if attribute.stream().to_string().replace(' ', "") == "cfg(test)" {
            let is_end = |token: &TokenTree| is_braced(token) || is_sign(token, ';');
            return rest.iter().position(is_end).map_or(rest.len(), |n| n + 1);
        }
        for token in attribute.stream() {
            self.quoted(&token, at);
        }
        0
    }

    /// A path in a string of an attribute, such as `with = "crate::load::text"`.
    fn quoted(&mut self, token: &TokenTree, at: &[String]) {
        match token {
            TokenTree::Group(group) => group
                .stream()
                .into_iter()
                .for_each(|token| self.quoted(&token, at)),
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                let path = text.trim_matches('"').split("::").map(str::to_owned);
                if text.starts_with("\"crate::") || text.starts_with("\"super::") {
                    self.keep(at, path.collect(), None, literal.span().start().line);
                }
            }
            _ => {}
        }
    }

    /// A path among other tokens. Returns how many tokens were read beyond its first name.
    fn mention(&mut self, tokens: &[TokenTree], at: &[String]) -> usize {
        let (path, read) = path(tokens);
        let line = tokens.first().map_or(0, |token| token.span().start().line);
        if path.len() > 1 {
            self.keep(at, path, None, line);
        }
        read.saturating_sub(1)
    }

    /// What follows `use`, up to its semicolon. Returns how many tokens were read.
    fn item(&mut self, rest: &[TokenTree], at: &[String]) -> usize {
        let end = rest.iter().position(|token| is_sign(token, ';'));
        let end = end.unwrap_or(rest.len());
        self.tree(rest.get(..end).unwrap_or_default(), &[], at);
        end + 1
    }

    /// A tree of imports: `a::b`, `a::{b, c as d}`, `a::*`.
    fn tree(&mut self, tokens: &[TokenTree], before: &[String], at: &[String]) {
        let (names, read) = path(tokens);
        let line = tokens.first().map_or(0, |token| token.span().start().line);
        let mut whole = [before, &names].concat();
        let rest = tokens.get(read..).unwrap_or_default();
        // The colons before a group or a star.
        let colons = rest.iter().take_while(|token| is_sign(token, ':')).count();
        match rest.get(colons..).unwrap_or_default() {
            [TokenTree::Group(group), ..] => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                for branch in inner.split(|token| is_sign(token, ',')) {
                    self.tree(branch, &whole, at);
                }
            }
            [sign, ..] if is_sign(sign, '*') => self.keep(at, whole, Some("*".to_owned()), line),
            [TokenTree::Ident(word), name, ..] if word == "as" => {
                self.keep(at, whole, Some(name.to_string()), line);
            }
            _ if names.is_empty() => {}
            _ => {
                // `a::{self}` is `a`.
                if !before.is_empty() && names == ["self"] {
                    whole.pop();
                }
                let name = whole.last().cloned();
                self.keep(at, whole, name, line);
            }
        }
    }

    fn keep(&mut self, at: &[String], path: Vec<String>, known_as: Option<String>, line: usize) {
        self.found.push(Import {
            at: at.to_vec(),
            path,
            known_as,
            line,
        });
    }
}

/// The names of a path that tokens begin with, and how many tokens they are.
fn path(tokens: &[TokenTree]) -> (Vec<String>, usize) {
    let mut names = Vec::new();
    let mut read = 0;
    while let Some(TokenTree::Ident(name)) = tokens.get(read) {
        names.push(name.to_string());
        read += 1;
        match tokens.get(read..) {
            Some([one, other, TokenTree::Ident(_), ..])
                if is_sign(one, ':') && is_sign(other, ':') =>
            {
                read += 2;
            }
            _ => break,
        }
    }
    (names, read)
}

fn begins_with(tokens: &[TokenTree], sign: char) -> bool {
    tokens.first().is_some_and(|token| is_sign(token, sign))
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(found) if found.as_char() == sign)
}

fn is_braced(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}
