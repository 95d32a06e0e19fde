//! Ten thousand damaged files, one after the other, through the program: `cargo test --release --test chinese -- --ignored
//! mutations`. None may make it panic or hang, nor write a byte that commands a terminal, nor more than a screen.
//! `GUIHUA_MUTATIONS` is another number of files, `GUIHUA_SEED` other damage.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;
use std::{env, fs, thread};

use crate::support::{READINGS, SMALL, guihua};

/// A kind of file: its name, an example, and the commands that read it, where `FILE` is its name and `NEW` one of a file
/// that does not exist.
struct Kind {
    name: &'static str,
    examples: Vec<String>,
    commands: &'static [&'static [&'static str]],
}

fn kinds() -> [Kind; 4] {
    let file = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        fs::read_to_string(path).expect("the example can be read")
    };
    [
        Kind {
            name: "plan.yaml",
            examples: vec![
                SMALL.to_owned(),
                READINGS.to_owned(),
                file("docs/example-action-plan.yaml"),
            ],
            commands: &[&["check", "FILE"], &["--plan", "FILE", "toc"]],
        },
        Kind {
            name: "records.yaml",
            examples: vec![file("observations.yaml"), RECORDS.to_owned()],
            commands: &[&["--records", "FILE", "records", "--own"]],
        },
        Kind {
            name: "config.toml",
            examples: vec![file("tests/fixtures/faulty.toml"), SETTINGS.to_owned()],
            commands: &[&["--config", "FILE", "config"]],
        },
        Kind {
            name: "table.csv",
            examples: vec![TABLE.to_owned()],
            commands: &[&["--records", "NEW", "record", "--csv", "FILE"]],
        },
    ]
}

const RECORDS: &str = "\
- { target: resident-population, period: 2025, value: 134.2, source: 甲 }
- target: infant-mortality # 已核
  period: 2024
  value: 1.9
  benchmark: 2.1
  source: '丁：\"公报\"'
- { task: 3.1.2p1, status: 已完成, date: 2024-05-01, source: 辛 }
";

const SETTINGS: &str = "\
lang = 'zh'
theme = 'dark'
color = \"auto\"
measure = 60
mouse = true

[keys]
quit = ['q', 'Q']
";

const TABLE: &str = "\
指标,期次,数值,来源,备注
常住人口,2024年上半年,\"1,201,000人\",\"2024年公报，第3号\",
常住人口,2023,119.5万人,年鉴,\"两行
备注\"
婴儿死亡率,2024,1.9,卫健委,
";

/// Numbers that look random and are the same in each run.
struct Dice(u64);

impl Dice {
    /// A number below `most`.
    fn roll(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        let high = (self.0 >> 33) as usize;
        high.checked_rem(most).unwrap_or(0)
    }
}

/// What is put into files.
const NASTY: [&str; 34] = [
    "\u{1b}]0;x\u{7}",
    "\u{1b}[2J",
    "\0",
    "\u{9b}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffe}",
    "\r",
    "\t",
    "\n",
    "'",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ":",
    ": ",
    "- ",
    ",",
    "#",
    "&a ",
    "*a ",
    "!t ",
    "|",
    ">",
    "⟦",
    "⟧",
    "---\n",
    "-1.5e9",
    "99999999999999999999",
    "\\u001b",
    "%",
];

/// A damaged copy of a file.
fn damaged(text: &str, dice: &mut Dice) -> Vec<u8> {
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..=dice.roll(3) {
        damage(&mut characters, dice);
    }
    let mut bytes = characters.into_iter().collect::<String>().into_bytes();
    if dice.roll(10) == 0 {
        let at = dice.roll(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte = dice.roll(256) as u8;
        }
    }
    bytes
}

fn damage(text: &mut Vec<char>, dice: &mut Dice) {
    let at = dice.roll(text.len());
    let length = 1 + dice.roll(40);
    let end = (at + length).min(text.len());
    let nasty = NASTY
        .get(dice.roll(NASTY.len()))
        .copied()
        .unwrap_or_default();
    let piece: Vec<char> = text.get(at..end).unwrap_or_default().to_vec();
    match dice.roll(8) {
        0 => drop(text.splice(at..end, [])),
        1 => drop(text.splice(at..(at + 1).min(text.len()), [])),
        2 | 3 => drop(text.splice(at..at, nasty.chars())),
        4 => drop(text.splice(at..(at + 1).min(text.len()), nasty.chars())),
        5 => drop(text.splice(at..at, piece.repeat(1 + dice.roll(300)))),
        6 => {
            let to = dice.roll(text.len());
            drop(text.splice(to..to, piece));
        }
        _ => text.truncate(at),
    }
}

/// What the program says to a file; `None` where it does not end.
fn answer(command: &[&str], folder: &Path, name: &str) -> Option<(Option<i32>, Vec<u8>)> {
    let paths = [
        ("FILE", folder.join(name)),
        ("NEW", folder.join("new.yaml")),
    ];
    let mut program = guihua();
    for word in command {
        match paths.iter().find(|(known, _)| known == word) {
            Some((_, path)) => program.arg(path),
            None => program.arg(word),
        };
    }
    let (told, answer) = mpsc::channel();
    thread::spawn(move || told.send(program.output()));
    let output = answer.recv_timeout(Duration::from_mins(1)).ok()?;
    let output = output.expect("the program can be started");
    Some((
        output.status.code(),
        [output.stdout, output.stderr].concat(),
    ))
}

fn number(name: &str, usual: u64) -> u64 {
    let given = env::var(name).ok();
    given.and_then(|text| text.parse().ok()).unwrap_or(usual)
}

#[test]
#[ignore = "ten thousand runs of the program"]
fn mutations() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut dice = Dice(number("GUIHUA_SEED", 1));
    let kinds = kinds();
    for n in 0..number("GUIHUA_MUTATIONS", 10_000) as usize {
        let Some(kind) = kinds.get(n % kinds.len()) else {
            continue;
        };
        let example = kind.examples.get(dice.roll(kind.examples.len()));
        let bytes = damaged(example.map_or("", String::as_str), &mut dice);
        fs::write(folder.path().join(kind.name), &bytes).expect("a file can be written");
        for command in kind.commands {
            let what = format!(
                "{command:?}, file {n}: {:?}",
                String::from_utf8_lossy(&bytes)
            );
            let Some((code, said)) = answer(command, folder.path(), kind.name) else {
                unreachable!("no end: {what}")
            };
            let said = String::from_utf8(said).expect("UTF-8");
            assert!(matches!(code, Some(0..=2)), "{code:?} {said}: {what}");
            assert!(!said.contains("panicked"), "{said}: {what}");
            let control = said.chars().find(|c| c.is_control() && *c != '\n');
            assert_eq!(control, None, "{said:?}: {what}");
            let is_list = kind.name != "table.csv" && code == Some(0);
            assert!(is_list || said.lines().count() <= 60, "{said}: {what}");
        }
        let _ = fs::remove_file(folder.path().join("new.yaml"));
    }
}
