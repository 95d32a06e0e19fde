//! Frames: what the screen shows, and the least that turns it into the next one.

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::halves;
use super::screen::Screen;
use super::shift::Shift;

/// The frame on the screen, and the one that is drawn.
#[derive(Default)]
pub(super) struct Frames {
    shown: Buffer,
    next: Buffer,
    /// Whether the cursor shows; unknown at first.
    cursor: Option<bool>,
}

impl Frames {
    /// Forgets what the screen shows: it is blank, or about to be cleared.
    pub(super) fn forget(&mut self) {
        self.shown.reset();
        self.cursor = None;
    }

    /// Draws a frame on a screen of a size. `view` fills a blank buffer, and says where the cursor stands, if it shows.
    pub(super) fn draw<W: Write>(
        &mut self,
        screen: &mut Screen<W>,
        size: Size,
        view: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        self.fit(screen, size)?;
        self.next.reset();
        let cursor = view(&mut self.next);
        if let Some(shift) = Shift::between(&self.shown, &self.next) {
            screen.scroll(&shift)?;
            shift.apply(&mut self.shown);
        }
        halves::mark(&self.shown, &mut self.next);
        screen.draw(self.shown.diff_iter(&self.next))?;
        self.place(screen, cursor)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }

    /// Adapts to the size of the screen, which is cleared if it had another one.
    fn fit<W: Write>(&mut self, screen: &mut Screen<W>, size: Size) -> io::Result<()> {
        let area = Rect::from(size);
        if self.shown.area == area {
            return Ok(());
        }
        let is_first = self.shown.area.is_empty();
        self.shown = Buffer::empty(area);
        self.next = Buffer::empty(area);
        if is_first {
            return Ok(());
        }
        screen.clear()
    }

    fn place<W: Write>(
        &mut self,
        screen: &mut Screen<W>,
        cursor: Option<Position>,
    ) -> io::Result<()> {
        if self.cursor != Some(cursor.is_some()) {
            screen.show_cursor(cursor.is_some())?;
            self.cursor = Some(cursor.is_some());
        }
        cursor.map_or(Ok(()), |position| screen.move_cursor(position))
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use proptest::prelude::*;
    use ratatui::buffer::CellWidth as _;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;
    use crate::app::{App, Key};
    use crate::dossier::Dossier;
    use crate::embedded;
    use crate::paint::{Depth, Palette};
    use crate::ui;
    use crate::ui::theme::Theme;

    /// Frames on an emulated terminal.
    struct Emulated {
        frames: Frames,
        terminal: vt100::Parser,
        bytes: usize,
    }

    /// Rows and columns, as the emulator takes them.
    fn sides(size: Size) -> (NonZeroU16, NonZeroU16) {
        let least_one = |count| NonZeroU16::new(count).unwrap_or(NonZeroU16::MIN);
        (least_one(size.height), least_one(size.width))
    }

    impl Emulated {
        fn new(size: Size) -> Self {
            Self {
                frames: Frames::default(),
                terminal: vt100::Parser::new(sides(size).0, sides(size).1, 0),
                bytes: 0,
            }
        }

        fn show(&mut self, frame: &Buffer) {
            let mut bytes = Vec::new();
            let mut screen = Screen::on(&mut bytes);
            let size = frame.area.as_size();
            let drawn = self.frames.draw(&mut screen, size, |next| {
                next.clone_from(frame);
                None
            });
            assert!(drawn.is_ok() && screen.flush().is_ok());
            drop(screen);
            self.terminal.process(&bytes);
            self.bytes = bytes.len();
        }

        /// Where the terminal shows anything else than a frame.
        fn differs(&self, frame: &Buffer) -> Option<String> {
            let width = frame.area.width;
            let mut hidden = 0;
            for (at, cell) in (0_u16..).zip(&frame.content) {
                let (row, column) = (at / width, at % width);
                if column == 0 {
                    hidden = 0;
                }
                if hidden > 0 {
                    hidden -= 1;
                    continue;
                }
                hidden = cell.cell_width().saturating_sub(1);
                let shown = self.terminal.screen().cell(row, column)?;
                let signs = if shown.contents().is_empty() {
                    " "
                } else {
                    shown.contents()
                };
                let look = [
                    (shown.bold(), Modifier::BOLD),
                    (shown.dim(), Modifier::DIM),
                    (shown.italic(), Modifier::ITALIC),
                    (shown.underline(), Modifier::UNDERLINED),
                    (shown.inverse(), Modifier::REVERSED),
                ];
                // Bold and dim are one attribute of the emulator, the later of the two.
                let is_both = cell.modifier.contains(Modifier::BOLD | Modifier::DIM);
                let is_same_look = look.iter().all(|(is, modifier)| {
                    *is == cell.modifier.contains(*modifier)
                        || is_both && (Modifier::BOLD | Modifier::DIM).contains(*modifier)
                });
                let is_same_colour = [(shown.fgcolor(), cell.fg), (shown.bgcolor(), cell.bg)]
                    .into_iter()
                    .all(|(shown, wanted)| match wanted {
                        Color::Reset => shown == vt100::Color::Default,
                        Color::Indexed(index) => shown == vt100::Color::Idx(index),
                        Color::Rgb(r, g, b) => shown == vt100::Color::Rgb(r, g, b),
                        _ => shown != vt100::Color::Default,
                    });
                if signs != cell.symbol() || !is_same_look || !is_same_colour {
                    return Some(format!("{column},{row}: {signs:?} is not {cell:?}"));
                }
            }
            None
        }
    }

    const SIZE: Size = Size::new(14, 12);

    /// A page with a heading, a side pane that stays, and text from some line on.
    fn page(text: &[(String, bool)], from: usize, pane: bool) -> Buffer {
        let mut frame = Buffer::empty(Rect::from(SIZE));
        frame.set_string(0, 0, "规划 title", Style::new().bold());
        for row in 1..SIZE.height {
            if pane {
                frame.set_string(0, row, "目录 ", Style::new().dim());
            }
            let line = text.get(from + usize::from(row));
            if let Some((line, is_red)) = line {
                let style = if *is_red {
                    Style::new().red()
                } else {
                    Style::new()
                };
                let (x, room) = if pane { (5, 9) } else { (0, 14) };
                frame.set_stringn(x, row, line, room, style);
            }
        }
        frame
    }

    proptest! {
        #[test]
        fn a_terminal_that_moved_rows_shows_what_a_new_one_shows(
            text in prop::collection::vec(("[a 中文“]{0,9}", any::<bool>()), 30..40),
            steps in prop::collection::vec((0_usize..28, any::<bool>()), 1..12),
        ) {
            let mut terminal = Emulated::new(SIZE);
            for (from, pane) in steps {
                let frame = page(&text, from, pane);
                terminal.show(&frame);
                prop_assert_eq!(terminal.differs(&frame), None);
            }
        }
    }

    #[test]
    fn a_line_down_moves_the_text_and_draws_one_line() {
        let signs: Vec<char> = ('一'..='龥').step_by(37).collect();
        let lines = signs.chunks(6).map(|line| line.iter().collect::<String>());
        let text: Vec<_> = lines.map(|line| (line, false)).collect();
        let mut terminal = Emulated::new(SIZE);
        terminal.show(&page(&text, 0, false));
        terminal.show(&page(&text, 1, false));
        assert!(terminal.bytes < 60, "{} bytes", terminal.bytes);
        terminal.show(&page(&text, 0, false));
        assert!(terminal.bytes < 60, "{} bytes", terminal.bytes);
        assert_eq!(terminal.differs(&page(&text, 0, false)), None);
    }

    /// Keys in an order without a pattern, the ones that move more often.
    fn keys() -> impl Iterator<Item = Key> {
        const KEYS: &str = "jjjjjkkkjjjrjjjkkjj]]jj[kk}}{)(jjtjjjjkswjjjkijjkkolloh13 0ecM?jjjk";
        let keys: Vec<char> = KEYS.chars().collect();
        let mut state = 7_usize;
        std::iter::repeat_with(move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            match keys.get((state >> 33) % (keys.len() + 6)) {
                Some(' ') | None if state.is_multiple_of(3) => Key::PageUp,
                Some(' ') | None if state % 3 == 1 => Key::PageDown,
                Some(' ') | None => Key::Esc,
                Some(letter) => Key::Char(*letter),
            }
        })
    }

    #[test]
    fn the_program_shows_the_same_however_it_came_there() {
        walk(300);
    }

    #[test]
    #[ignore = "takes minutes: cargo test --release --lib -- --ignored frames"]
    fn the_program_shows_the_same_after_a_long_walk() {
        walk(20_000);
    }

    /// Presses so many keys, changes size and theme now and then, and compares the terminal with the frame each time.
    fn walk(steps: usize) {
        let dossier = Dossier::opened(embedded::file(), embedded::shipped);
        let sizes = [Size::new(120, 40), Size::new(80, 24), Size::new(61, 21)];
        let mut app = App::new(dossier, jiff::civil::date(2026, 6, 30), sizes[0]);
        let mut terminal = Emulated::new(app.size);
        for (step, key) in keys().take(steps).enumerate() {
            if let Some(action) = app.keys.resolve(app.mode(), key) {
                app.update(action);
            }
            if step % 47 == 46 {
                app.resize(sizes[step / 47 % sizes.len()]);
                terminal
                    .terminal
                    .screen_mut()
                    .set_size(sides(app.size).0, sides(app.size).1);
            }
            let theme = [Palette::Auto, Palette::Dark, Palette::Light][step / 60 % 3];
            let depth = [Depth::Sixteen, Depth::Indexed, Depth::True][step / 20 % 3];
            let mut frame = Buffer::empty(Rect::from(app.size));
            ui::draw(&app, Theme::new(theme, depth), &mut frame);
            terminal.show(&frame);
            assert_eq!(terminal.differs(&frame), None, "after step {step}, {key:?}");
        }
    }
}
