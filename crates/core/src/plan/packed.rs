//! The packed form of a plan: its structure, and apart from it the text, of which every piece is borrowed rather than copied.
//!
//! ```text
//! structure   …, (12, 30), …      where each piece of prose stands in the text, by bytes
//! text        人口问题是影响社会经济发展的…
//! ```

use std::borrow::{Borrow, Cow};
use std::cell::RefCell;
use std::io;
use std::ops::{Deref, Range};

use borsh::{BorshDeserialize as Unpack, BorshSerialize as Pack};
use serde::{Deserialize, Serialize};

use super::Plan;

/// A plan in its packed form.
pub struct Packed {
    /// All but the prose.
    pub structure: Vec<u8>,
    /// The prose, piece after piece.
    pub text: String,
}

/// The text that is being packed or unpacked: a piece knows only where it stands in it.
enum Pool {
    None,
    Packing(String),
    Unpacking(&'static str),
}

thread_local! {
    static POOL: RefCell<Pool> = const { RefCell::new(Pool::None) };
}

/// Packs a plan.
pub fn pack(plan: &Plan) -> io::Result<Packed> {
    POOL.replace(Pool::Packing(String::new()));
    let structure = borsh::to_vec(plan);
    match POOL.replace(Pool::None) {
        Pool::Packing(text) => structure.map(|structure| Packed { structure, text }),
        Pool::None | Pool::Unpacking(_) => Err(no_text()),
    }
}

/// Unpacks a plan, whose prose is borrowed from the text.
pub fn unpack(structure: &[u8], text: &'static str) -> io::Result<Plan> {
    POOL.replace(Pool::Unpacking(text));
    let plan = borsh::from_slice(structure);
    POOL.replace(Pool::None);
    plan
}

fn no_text() -> io::Error {
    io::Error::other("prose is packed with the whole plan only")
}

/// A text that may be borrowed from the binary.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(Cow<'static, str>);

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

// Its order is that of its characters.
impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl Text {
    /// Adds text at the end; a borrowed one is copied first.
    pub(super) fn push_str(&mut self, text: &str) {
        self.0.to_mut().push_str(text);
    }

    /// A part of it, borrowed if the whole is; empty where there is no such part.
    pub(super) fn slice(&self, range: Range<usize>) -> Self {
        Self(match &self.0 {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(range).unwrap_or_default()),
            Cow::Owned(text) => Cow::Owned(text.get(range).unwrap_or_default().to_owned()),
        })
    }
}

impl Pack for Text {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        let start = POOL.with_borrow_mut(|pool| match pool {
            Pool::Packing(text) => {
                let start = text.len();
                text.push_str(self);
                Ok(start)
            }
            Pool::None | Pool::Unpacking(_) => Err(no_text()),
        })?;
        let place = |n: usize| u32::try_from(n).map_err(io::Error::other);
        Pack::serialize(&(place(start)?, place(self.len())?), writer)
    }
}

impl Unpack for Text {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let (start, length) = <(u32, u32)>::deserialize_reader(reader)?;
        let range = start as usize..start as usize + length as usize;
        POOL.with_borrow(|pool| match pool {
            Pool::Unpacking(text) => {
                let piece = text.get(range).ok_or_else(no_text)?;
                Ok(Self(Cow::Borrowed(piece)))
            }
            Pool::None | Pool::Packing(_) => Err(no_text()),
        })
    }
}
