//! BIFF records: type, length, bytes. Long ones continue in following records.

/// The type of continuation records.
const CONTINUE: u16 = 0x003c;

/// A record: its bytes, and those of its continuation records.
#[derive(Debug)]
pub(super) struct Record<'a> {
    pub(super) number: u16,
    pub(super) pieces: Vec<&'a [u8]>,
}

/// The records of the stream from `start` on.
pub(super) fn records(stream: &[u8], start: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(start..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (number, piece, after) = split(rest)?;
        rest = after;
        let mut pieces = vec![piece];
        while let Some((CONTINUE, piece, after)) = split(rest) {
            pieces.push(piece);
            rest = after;
        }
        Some(Record { number, pieces })
    })
}

/// The type and bytes of the first record, and the rest.
fn split(stream: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let number = u16::from_le_bytes([*stream.first()?, *stream.get(1)?]);
    let length = u16::from_le_bytes([*stream.get(2)?, *stream.get(3)?]);
    let (piece, after) = stream.get(4..)?.split_at_checked(usize::from(length))?;
    Some((number, piece, after))
}

impl<'a> Record<'a> {
    /// A reader of its bytes from `at` on.
    pub(super) fn reader(&self, at: usize) -> Reader<'_, 'a> {
        Reader {
            pieces: &self.pieces,
            piece: 0,
            at,
        }
    }

    /// A two-byte number.
    pub(super) fn short(&self, at: usize) -> Option<u16> {
        self.reader(at).short()
    }
}

/// Reads the bytes of a record across continuations.
pub(super) struct Reader<'r, 'a> {
    pieces: &'r [&'a [u8]],
    piece: usize,
    at: usize,
}

impl Reader<'_, '_> {
    fn byte(&mut self) -> Option<u8> {
        loop {
            let piece = self.pieces.get(self.piece)?;
            if let Some(byte) = piece.get(self.at) {
                self.at += 1;
                return Some(*byte);
            }
            self.piece += 1;
            self.at = 0;
        }
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        for byte in &mut bytes {
            *byte = self.byte()?;
        }
        Some(bytes)
    }

    /// A two-byte number.
    pub(super) fn short(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    /// A four-byte number.
    pub(super) fn long(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    /// Eight raw bytes.
    pub(super) fn eight(&mut self) -> Option<[u8; 8]> {
        self.array()
    }

    fn skip(&mut self, count: usize) -> Option<()> {
        (0..count).try_for_each(|_| self.byte().map(|_| ()))
    }

    /// A text with a one-byte length.
    pub(super) fn short_text(&mut self) -> Option<String> {
        let count = self.byte()?;
        self.characters(usize::from(count))
    }

    /// A text with a two-byte length.
    pub(super) fn text(&mut self) -> Option<String> {
        let count = self.short()?;
        self.characters(usize::from(count))
    }

    /// A text of `count` characters, decoded by its flags. Each continuation record begins with new flags.
    fn characters(&mut self, count: usize) -> Option<String> {
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 {
            0
        } else {
            usize::from(self.short()?) * 4
        };
        let readings = if flags & 4 == 0 {
            0
        } else {
            self.long()? as usize
        };
        let mut wide = flags & 1 != 0;
        let mut units = Vec::new();
        for index in 0..count {
            if index > 0
                && self
                    .pieces
                    .get(self.piece)
                    .is_some_and(|piece| self.at >= piece.len())
            {
                wide = self.byte()? & 1 != 0;
            }
            units.push(if wide {
                self.short()?
            } else {
                u16::from(self.byte()?)
            });
        }
        self.skip(runs + readings)?;
        Some(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_on_in_another_record_with_new_flags() {
        let record = Record {
            number: 0xfc,
            pieces: vec![&[3, 0, 0, b'A'], &[1, 0x32, 0x4e, 0x33, 0x4e]],
        };
        assert_eq!(
            record.reader(0).text().as_deref(),
            Some("A\u{4e32}\u{4e33}")
        );
    }

    #[test]
    fn a_record_that_is_cut_off_ends_the_reading() {
        assert_eq!(records(&[9, 8, 4, 0, 1], 0).count(), 0);
        assert_eq!(
            records(&[9, 8, 0, 0, 0x3c, 0, 1, 0, 7], 0)
                .map(|record| record.pieces.len())
                .collect::<Vec<_>>(),
            [2]
        );
    }
}
