//! What comes of what a terminal sends, however it is cut.

use guihua::app::{Action, Key};
use guihua::terminal::events::{Answer, Event};
use guihua::terminal::parser::{Open, Parser};
use proptest::prelude::*;

/// The events of bytes that come in these pieces.
fn of_pieces<'a>(parser: &mut Parser, pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<Event> {
    pieces
        .into_iter()
        .flat_map(|piece| parser.advance(piece))
        .collect()
}

/// The events of bytes, which have to be the same at once, cut in two anywhere, and byte by byte; and those of a pause.
#[track_caller]
fn told(bytes: &[u8]) -> (Vec<Event>, Option<Event>) {
    let mut parser = Parser::default();
    let events = parser.advance(bytes);
    for cut in 0..=bytes.len() {
        let pieces: [&[u8]; 2] = bytes.split_at(cut).into();
        let cut_events = of_pieces(&mut Parser::default(), pieces);
        assert_eq!(cut_events, events, "{bytes:?} cut at {cut}");
    }
    let single = of_pieces(&mut Parser::default(), bytes.chunks(1));
    assert_eq!(single, events, "{bytes:?} byte by byte");
    (events, parser.idle())
}

#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &[Event]) {
    let bytes = bytes.as_ref();
    let shown = String::from_utf8_lossy(bytes);
    assert_eq!(told(bytes), (expected.to_vec(), None), "{shown:?}");
}

#[track_caller]
fn check_keys(bytes: impl AsRef<[u8]>, expected: &[Key]) {
    let expected: Vec<Event> = expected.iter().copied().map(Event::Key).collect();
    check(bytes, &expected);
}

fn paste(text: &str) -> Event {
    Event::Action(Action::Paste(text.to_owned()))
}

#[test]
fn characters_are_keys_also_of_several_bytes() {
    use Key::Char;
    check_keys("q", &[Char('q')]);
    check_keys("aé人🀄", &[Char('a'), Char('é'), Char('人'), Char('🀄')]);
    check_keys(" ", &[Char(' ')]);
}

#[test]
fn control_characters_are_keys() {
    for (byte, key) in [
        (0x00, Key::Ctrl(' ')),
        (0x01, Key::Ctrl('a')),
        (0x03, Key::Ctrl('c')),
        (0x08, Key::Ctrl('h')),
        (0x09, Key::Tab),
        (0x0a, Key::Ctrl('j')),
        (0x0d, Key::Enter),
        (0x1a, Key::Ctrl('z')),
        (0x1c, Key::Ctrl('4')),
        (0x7f, Key::Backspace),
    ] {
        check_keys([byte], &[key]);
    }
}

#[test]
fn keys_without_characters_are_known_in_all_their_forms() {
    for (forms, key) in [
        (
            &["\x1b[A", "\x1bOA", "\x1b[1;1A", "\x1b[57419u"][..],
            Key::Up,
        ),
        (&["\x1b[B", "\x1bOB", "\x1b[1;2B"], Key::Down),
        (&["\x1b[C", "\x1bOC", "\x1bO5C"], Key::Right),
        (&["\x1b[D", "\x1bOD", "\x1b[1;5D", "\x1b[1;1:2D"], Key::Left),
        (&["\x1b[1;3D", "\x1b[1;4D"], Key::AltLeft),
        (&["\x1b[1;3C"], Key::AltRight),
        (&["\x1b[5~", "\x1b[5;5~", "\x1b[57421u"], Key::PageUp),
        (&["\x1b[6~"], Key::PageDown),
        (&["\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~"], Key::Home),
        (&["\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~"], Key::End),
        (&["\x1b[3~"], Key::Delete),
        // In the forms of xterm, of others before it, of kitty, and of the Linux console.
        (
            &["\x1bOP", "\x1b[11~", "\x1b[1;5P", "\x1b[57364u", "\x1b[[A"],
            Key::F1,
        ),
        (
            &["\x1b[Z", "\x1b[1;2Z", "\x1b[9;2u", "\x1b[27;2;9~"],
            Key::BackTab,
        ),
        (
            &["\x1bOM", "\x1b[13u", "\x1b[13;5u", "\x1b[57414u"],
            Key::Enter,
        ),
        (
            &[
                "\n",
                "\x1b\r",
                "\x1b[13;3u",
                "\x1b[13;2u",
                "\x1b[27;2;13~",
                "\x1b[106;5u",
            ],
            Key::Ctrl('j'),
        ),
        (&["\x1b[27u", "\x1b[27;1u", "\x1b[91;5u"], Key::Esc),
        (&["\x1b[127u", "\x1b\x7f"], Key::Backspace),
        (&["\x1b[9u", "\x1b[105;5u"], Key::Tab),
    ] {
        for form in forms {
            check_keys(form, &[key]);
        }
    }
}

#[test]
fn characters_are_known_in_the_forms_of_xterm_and_kitty() {
    for (form, key) in [
        ("\x1b[99;5u", Key::Ctrl('c')),
        ("\x1b[27;5;99~", Key::Ctrl('c')),
        ("\x1b[67;6u", Key::Ctrl('c')),
        ("\x1b[122;69u", Key::Ctrl('z')),
        ("\x1b[113u", Key::Char('q')),
        ("\x1b[113;1:1u", Key::Char('q')),
        ("\x1b[103;2u", Key::Char('G')),
        ("\x1b[27;2;71~", Key::Char('G')),
        ("\x1b[47:63;2u", Key::Char('?')),
        ("\x1b[20154u", Key::Char('人')),
        ("\x1b[57400u", Key::Char('1')),
        ("\x1bOq", Key::Char('1')),
        ("\x1bOk", Key::Char('+')),
        ("\x1b\x03", Key::Ctrl('c')),
    ] {
        check_keys(form, &[key]);
    }
}

#[test]
fn keys_that_no_command_knows_are_nothing() {
    for form in [
        "\x1bq",
        "\x1b人",
        "\x1b[113;3u",
        "\x1b[113;9u",
        "\x1b[113;1:3u",
        "\x1b[1;1:3A",
        "\x1b[1;9D",
        // Function keys, in the forms of xterm, of the console of Linux, and of kitty.
        "\x1bOQ",
        "\x1b[12~",
        "\x1b[24;2~",
        "\x1b[[B",
        "\x1b[Q",
        "\x1b[1;5Q",
        "\x1b[57376u",
        // Insert, Menu, a lock, a control character as a code.
        "\x1b[2~",
        "\x1b[29~",
        "\x1b[57358u",
        "\x1b[1u",
        // Focus, and sequences that nobody has heard of.
        "\x1b[I",
        "\x1b[O",
        "\x1b[q",
        "\x1b[12;q",
        "\x1b[?1;2u",
        "\x1b[>4;2m",
        "\x1b[1 q",
        "\x1b[99999999999u",
        "\x1b[+3~",
        "\x1b[201~",
        "\x1b[~",
        "\x1b\\",
    ] {
        check(form, &[]);
    }
}

#[test]
fn the_mouse_presses_and_scrolls() {
    let click = |x, y| Event::Action(Action::Click(x, y));
    let wheel = |x, y, by| Event::Action(Action::Wheel(x, y, by));
    check("\x1b[<0;60;1M\x1b[<0;60;1m", &[click(59, 0)]);
    check("\x1b[<4;300;200M", &[click(299, 199)]);
    check(
        "\x1b[<64;5;6M\x1b[<65;5;6M",
        &[wheel(4, 5, -1), wheel(4, 5, 1)],
    );
    // As terminals write it that know no other way.
    check(b"\x1b[M !\"\x1b[M#!\"", &[click(0, 1)]);
    check(b"\x1b[M`%\xf0", &[wheel(4, 207, -1)]);
    for nothing in [
        "\x1b[<1;5;6M",
        "\x1b[<2;5;6M",
        "\x1b[<32;5;6M",
        "\x1b[<0;0;1M",
        "\x1b[<0;5M",
        "\x1b[<0;5;6;7M",
        "\x1b[<;;M",
        "\x1b[<0;70000;1M",
        "\x1b[<0;-1;1M",
        "\x1b[0;5;6M",
    ] {
        check(nothing, &[]);
    }
}

#[test]
fn pasted_text_is_no_keys() {
    check("\x1b[200~q\r:q\x1b[201~", &[paste("q\r:q")]);
    check(
        "\x1b[200~人\x1b[20\x1b[2001~\x1b\x1b[201~q",
        &[paste("人\x1b[20\x1b[2001~\x1b"), Event::Key(Key::Char('q'))],
    );
    check("\x1b[200~\x03\x1b[201~", &[paste("\x03")]);
    check("\x1b[200~\x1b[201~", &[]);
}

#[test]
fn ctrl_c_pressed_twice_leaves_a_paste_whose_end_does_not_come() {
    let mut parser = Parser::default();
    let mut read = |bytes: &[u8]| parser.advance(bytes);
    assert_eq!(read(b"\x1b[200~abc"), []);
    assert_eq!(read(b"\x03"), []);
    assert_eq!(read(b"d"), [], "it was a byte of the paste");
    assert_eq!(read(b"\x03"), []);
    assert_eq!(read(b"\x03"), [Event::Key(Key::Ctrl('c'))]);
    assert_eq!(read(b"q"), [Event::Key(Key::Char('q'))]);
}

#[test]
fn a_paste_is_kept_up_to_a_limit_and_its_end_is_seen() {
    let mut parser = Parser::default();
    let mut bytes = b"\x1b[200~".to_vec();
    bytes.resize(1_000_000, b'q');
    bytes.extend_from_slice(b"\x1b[201~j");
    let events = parser.advance(&bytes);
    assert_eq!(
        events,
        [paste(&"q".repeat(64 * 1024)), Event::Key(Key::Char('j'))]
    );
}

#[test]
fn strings_of_a_terminal_are_swallowed_whole() {
    for string in [
        "\x1b]52;c;aGk=\x07",
        "\x1b]52;c;aGk=\x1b\\",
        "\x1bP>|tmux 3.4\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1bP1$r0 q\x1b\\",
        "\x1bX\x07q\x1b\\",
        "\x1b^q\x1b\\",
        "\x1b]l本文\x1b\\",
        "\u{90}1$r0 q\u{9c}",
        "\u{9d}2;q\x07",
    ] {
        check(string, &[]);
        check_keys(format!("{string}j"), &[Key::Char('j')]);
    }
    check_keys(b"\x9d2;q\xe6\x9c\xac\x9cj", &[Key::Char('j')]);
    check_keys(b"\x901$r0 q\x9cj", &[Key::Char('j')]);
    check_keys(format!("\x1b]{}\x07j", "q".repeat(1000)), &[Key::Char('j')]);
}

#[test]
fn the_answers_of_a_terminal_are_known() {
    let background = |rgb| Event::Answer(Answer::Background(rgb));
    check("\x1b]11;rgb:0000/0000/0000\x1b\\", &[background([0; 3])]);
    check(
        "\x1b]11;rgb:ffff/8080/1c1c\x07",
        &[background([255, 128, 28])],
    );
    check("\x1b]11;rgba:ff/00/80/ff\x07", &[background([255, 0, 128])]);
    check("\x1b]11;rgb:f/0/8\x07", &[background([255, 0, 136])]);
    for nothing in [
        "\x1b]11;?\x07",
        "\x1b]11;rgb:f/0\x07",
        "\x1b]11;rgb:+f/0/0\x07",
        "\x1b]11;rgb://\x07",
    ] {
        check(nothing, &[]);
    }
    let cursor = Answer::Cursor {
        row: 24,
        column: 80,
    };
    check("\x1b[24;80R", &[Event::Answer(cursor)]);
    check("\x1b[?62;4c", &[Event::Answer(Answer::Attributes)]);
    check("\x1b[>1;95;0c", &[Event::Answer(Answer::Attributes)]);
}

/// Beginnings that lack their end.
const OPEN: [&[u8]; 20] = [
    b"\x1b[",
    b"\x1b[?",
    b"\x1b[<",
    b"\x1b[<0;1",
    b"\x1b[1;",
    b"\x1b[M",
    b"\x1b[M !",
    b"\x1b[[",
    b"\x1bO",
    b"\x1bO5",
    b"\x1b]",
    b"\x1b]11;rgb:",
    b"\x1bP1$r",
    b"\x1b_Gi",
    b"\x1b^",
    b"\x1bX",
    b"\xe4\xba",
    b"\xf0",
    b"\x1b\xe4",
    b"\xff",
];

#[test]
fn after_a_pause_a_key_is_a_key() {
    for open in OPEN {
        for (byte, key) in [(b'q', Key::Char('q')), (0x03, Key::Ctrl('c'))] {
            let mut parser = Parser::default();
            assert_eq!(parser.advance(open), [], "{open:?}");
            assert!(parser.open().is_some(), "{open:?} is not known to be open");
            assert_eq!(parser.idle(), None, "{open:?}");
            assert_eq!(parser.open(), None, "{open:?} stays open");
            assert_eq!(parser.advance(&[byte]), [Event::Key(key)], "{open:?}");
        }
    }
}

#[test]
fn ctrl_c_is_heard_at_once() {
    for open in OPEN {
        let mut parser = Parser::default();
        parser.advance(open);
        let events = parser.advance(b"\x03q");
        let keys = [Key::Ctrl('c'), Key::Char('q')].map(Event::Key);
        assert_eq!(events, keys, "{open:?}");
    }
}

#[test]
fn a_sequence_that_begins_anew_breaks_the_open_one_off() {
    for open in OPEN.iter().filter(|open| **open != b"\x1b[M") {
        let mut parser = Parser::default();
        parser.advance(open);
        assert_eq!(parser.advance(b"\x1b[A"), [Event::Key(Key::Up)], "{open:?}");
    }
}

#[test]
fn a_pause_ends_esc_and_a_paste() {
    assert_eq!(told(b"\x1b"), (vec![], Some(Event::Key(Key::Esc))));
    let esc = Event::Key(Key::Esc);
    assert_eq!(told(b"\x1b\x1b"), (vec![esc.clone()], Some(esc.clone())));
    check("\x1b\x1b[A", &[esc, Event::Key(Key::Up)]);
    assert_eq!(told(b"\x1b[200~abc"), (vec![], Some(paste("abc"))));
    assert_eq!(told(b"\x1b[200~abc\x1b[20"), (vec![], Some(paste("abc"))));
    assert_eq!(told(b"\x1b[200~"), (vec![], None));
}

#[test]
fn a_person_does_not_wait_long_for_what_may_be_a_key() {
    let open = |bytes: &[u8]| {
        let mut parser = Parser::default();
        parser.advance(bytes);
        parser.open()
    };
    for key in [
        &b"\x1b"[..],
        b"\x1b[",
        b"\x1b]",
        b"\x1bO",
        b"\x1bP",
        b"\x1b_",
    ] {
        assert_eq!(open(key), Some(Open::Key), "{key:?}");
    }
    for sequence in [&b"\x1b[<"[..], b"\x1b[M ", b"\x1b]1", b"\x1bP1", b"\xe4"] {
        assert_eq!(open(sequence), Some(Open::Sequence), "{sequence:?}");
    }
    assert_eq!(open(b"\x1b[200~"), Some(Open::Paste));
    assert_eq!(open(b"q"), None);
}

#[test]
fn bytes_that_are_no_utf8_are_no_keys() {
    // GBK, whose second byte may look like a letter: 腝 is C4 71.
    check(b"\xc4q", &[]);
    check(b"\xff\xfe", &[]);
    check_keys(b"\xe4\xba\xe4\xba\xba", &[Key::Char('人')]);
    check_keys(b"\xc4\x03", &[Key::Ctrl('c')]);
    check_keys(b"\xed\xa0\x80\xe4\xba\xba", &[Key::Char('人')]);
}

/// Bytes as they might come: anything, and pieces of what terminals send.
fn anything() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..6),
        "\\PC{0,4}".prop_map(String::into_bytes),
        proptest::sample::select(OPEN.map(<[u8]>::to_vec).to_vec()),
        "\x1b\\[[<?>0-9;:]{0,9}[@-~]".prop_map(String::into_bytes),
        "\x1b[\\]PX^_][ -~]{0,9}(\x07|\x1b\\\\)?".prop_map(String::into_bytes),
        Just(b"\x1b[200~".to_vec()),
        Just(b"\x1b[201~".to_vec()),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn cuts_change_nothing_and_after_a_pause_the_keyboard_works(
        bytes in anything(),
        size in 1_usize..9,
    ) {
        let mut parser = Parser::default();
        let whole = parser.advance(&bytes);
        let mut cut = Parser::default();
        prop_assert_eq!(of_pieces(&mut cut, bytes.chunks(size)), whole);
        prop_assert_eq!(cut.open(), parser.open());
        prop_assert_eq!(cut.idle(), parser.idle());
        prop_assert_eq!(parser.open(), None);
        let keys = [Key::Char('q'), Key::Ctrl('c')].map(Event::Key);
        prop_assert_eq!(parser.advance(b"q\x03"), keys);
    }

    #[test]
    fn no_string_is_ever_a_key(
        begin in "\x1b[\\]PX^_]",
        body in "[\x08-\x0d -~本人\u{e9}\u{1f004}]{0,200}",
        end in "\x1b\\\\|\u{9c}",
    ) {
        let string = format!("{begin}{body}{end}");
        let events = Parser::default().advance(string.as_bytes());
        let is_answer = |event: &Event| matches!(event, Event::Answer(_));
        prop_assert!(events.iter().all(is_answer), "{:?}", events);
    }
}
