//! Reads a draft as a record, or reports its first fault. The form, the command line and tables all use it.

use jiff::civil::Date;

use super::check::check;
use super::comment::{self, Comment, Matter};
use super::draft::{Draft, Undated};
use super::fault::{Fault, fault};
use super::field::Field;
use super::model::{Flag, Observation, Record, Stage, Standing, Status, Subject};
use super::moment::{Day, last_day};
use super::subject::named_target;
use super::typed::{self, Quantity};
use crate::load::brief;
use crate::load::reader::{listed, too_long, unprintable};
use crate::plan::{Kind, Number, Outline, Plan, Target};
use crate::words::{Language, language, say, tr};

/// The record of a draft, checked by itself and against the plan; recorded on `today` unless the draft says otherwise.
pub fn read(draft: &Draft, plan: &Plan, outline: &Outline, today: Date) -> Result<Record, Fault> {
    let recorded = match draft.get(Field::Recorded) {
        Some(text) => typed::day(text).map_err(|fault| of(Field::Recorded, &fault))?,
        None => Day(today),
    };
    let record = if let Some(matter) = comment::matter(draft)? {
        Record::Comment(comment(draft, plan, matter, (today, recorded))?)
    } else if is_status(draft, plan) {
        Record::Status(status(draft, plan, today, recorded)?)
    } else {
        Record::Observation(observation(draft, plan, recorded)?)
    };
    check(&record, plan, outline)?;
    Ok(record)
}

/// Whether a draft is of a status: it has a stage or a task, or is about a qualitative target and has no figure.
fn is_status(draft: &Draft, plan: &Plan) -> bool {
    let has = |field| draft.get(field).is_some();
    let has_no_figure = || {
        let target = draft
            .get(Field::Target)
            .map(|words| named_target(plan, words, draft.naming));
        matches!(target, Some(Ok(target)) if target.kind == Kind::Qualitative)
    };
    has(Field::Stage)
        || has(Field::Task)
        || (!has(Field::Value) && !has(Field::Period) && has_no_figure())
}

/// The words of a draft; `days` are today and the day of recording.
fn comment(
    draft: &Draft,
    plan: &Plan,
    matter: Matter,
    days: (Date, Day),
) -> Result<Comment, Fault> {
    let field = match matter {
        Matter::Issue => Field::Issue,
        Matter::Advice => Field::Advice,
    };
    let words = text(draft, field)?.ok_or_else(|| missing(field))?;
    let words_of = draft.get(Field::Target);
    let target = words_of
        .map(|words| target(draft, plan, words))
        .transpose()?;
    let date = match draft.get(Field::Date) {
        Some(text) => typed::day(text).map_err(|fault| of(Field::Date, &fault))?,
        None if draft.undated == Undated::Today => Day(days.0),
        None => return Err(missing(Field::Date)),
    };
    Ok(Comment {
        target: target.map(|target| target.id.clone()),
        words: matter.words(words),
        date,
        recorded: Some(days.1),
        replaces: false,
    })
}

fn observation(draft: &Draft, plan: &Plan, recorded: Day) -> Result<Observation, Fault> {
    let target = target(draft, plan, need(draft, Field::Target)?)?;
    let period = need(draft, Field::Period)?;
    let period = typed::moment(period).map_err(|fault| of(Field::Period, &fault))?;
    let (value, unit, benchmark) = figures(draft, target)?;
    Ok(Observation {
        target: target.id.clone(),
        area: text(draft, Field::Area)?,
        period,
        value,
        unit,
        benchmark,
        flag: chosen(draft, Field::Flag, flag)?.unwrap_or_default(),
        standing: chosen(draft, Field::Standing, standing)?,
        source: text(draft, Field::Source)?.ok_or_else(|| missing(Field::Source))?,
        note: text(draft, Field::Note)?,
        recorded: Some(recorded),
        replaces: false,
    })
}

/// The figure, its unit, and the benchmark in the same unit.
type Figures = (Number, Option<String>, Option<Number>);

fn figures(draft: &Draft, target: &Target) -> Result<Figures, Fault> {
    let own = target.recorded_unit();
    let given = draft.get(Field::Unit).map(unit).transpose()?;
    let quantity = |field: Field, text: &str| {
        let mut quantity = Quantity::parse(text).map_err(|fault| of(field, &fault))?;
        if quantity.unit.is_none() {
            quantity.unit.clone_from(&given);
        }
        Ok(match own {
            Some(own) => quantity.in_unit(own),
            None => quantity,
        })
    };
    let value = quantity(Field::Value, need(draft, Field::Value)?)?;
    let benchmark = draft.get(Field::Benchmark);
    let benchmark = benchmark
        .map(|text| quantity(Field::Benchmark, text))
        .transpose()?;
    // The unit field must agree with the unit of the figure, before or after conversion.
    let known = [&value.unit, &own.map(str::to_owned)];
    if given.is_some() && !known.contains(&&given) {
        return Err(two_units(
            Field::Unit,
            value.unit.as_deref(),
            given.as_deref(),
        ));
    }
    let beside = benchmark.as_ref().and_then(|it| it.unit.clone());
    let unit = value.unit.or_else(|| own.map(str::to_owned));
    let unit = match (&unit, &beside) {
        (Some(unit), Some(beside)) if unit != beside => {
            return Err(two_units(Field::Benchmark, Some(unit), Some(beside)));
        }
        _ => unit.or(beside),
    };
    Ok((value.value, unit, benchmark.map(|it| it.value)))
}

fn two_units(field: Field, one: Option<&str>, other: Option<&str>) -> Fault {
    let what = say!(
        "单位不一致：“{one}”和“{other}”",
        one = one.unwrap_or_default(),
        other = other.unwrap_or_default()
    );
    fault(what, tr("换算成同一单位再记")).of(field)
}

fn unit(text: &str) -> Result<String, Fault> {
    let unit = typed::halfwidth(text);
    if typed::is_unit(&unit) {
        return Ok(unit);
    }
    let what = say!("“{text}”不是单位", text = brief(text));
    Err(fault(what, tr("单位以文字、%、‰ 等开头，不带别的数字")).of(Field::Unit))
}

fn status(draft: &Draft, plan: &Plan, today: Date, recorded: Day) -> Result<Status, Fault> {
    let subject = subject(draft, plan)?;
    let stage = chosen(draft, Field::Stage, stage)?;
    let source = text(draft, Field::Source)?;
    if source.is_none() && matches!(subject, Subject::Target(_)) {
        let what = tr("指标据进展评判，须写明来源");
        return Err(fault(what, tr("命令行须用 --source 写明来源")).of(Field::Source));
    }
    Ok(Status {
        stage: stage.ok_or_else(|| no_stage(draft))?,
        date: date(draft, plan, &subject, today)?,
        subject,
        source,
        note: text(draft, Field::Note)?,
        recorded: Some(recorded),
        replaces: false,
    })
}

fn subject(draft: &Draft, plan: &Plan) -> Result<Subject, Fault> {
    match (draft.get(Field::Target), draft.get(Field::Task)) {
        (Some(words), None) => Ok(Subject::Target(target(draft, plan, words)?.id.clone())),
        (None, Some(words)) => {
            let address = words.parse();
            address
                .map(Subject::Task)
                .map_err(|fault| of(Field::Task, &fault))
        }
        _ => {
            let what = tr("“指标”和“任务”应写其一");
            Err(fault(what, tr("另一个空着")).of(Field::Target))
        }
    }
}

/// The target that `words` name. A form prints its name beside its id: where they disagree, cells were moved.
fn target<'a>(draft: &Draft, plan: &'a Plan, words: &str) -> Result<&'a Target, Fault> {
    let target = named_target(plan, words, draft.naming)?;
    let Some(name) = &draft.called else {
        return Ok(target);
    };
    let is_same = |other: &Target| other.id == target.id;
    if *name == target.name || named_target(plan, name, draft.naming).is_ok_and(is_same) {
        return Ok(target);
    }
    let what = say!(
        "编号“{id}”是“{own}”，同一行的名称却是“{name}”",
        id = brief(words),
        own = target.name,
        name = brief(name)
    );
    Err(fault(what, tr("各格可能错了行，请核对")).of(Field::Target))
}

fn no_stage(draft: &Draft) -> Fault {
    if draft.get(Field::Value).is_some() {
        let what = tr("任务没有数值，应写“进展”");
        return fault(what, known(Stage::ALL.map(|(word, _)| tr(word)))).of(Field::Stage);
    }
    let mut missing = missing(Field::Stage);
    missing.remedy = known(Stage::ALL.map(|(word, _)| tr(word)));
    missing
}

/// The day of a status. Without one it is today's if the draft allows, unless the goal's year is over: it would be judged
/// as late.
fn date(draft: &Draft, plan: &Plan, subject: &Subject, today: Date) -> Result<Day, Fault> {
    if let Some(text) = draft.get(Field::Date) {
        return typed::day(text).map_err(|fault| of(Field::Date, &fault));
    }
    if draft.undated == Undated::Missing {
        let remedy = tr("何时完成的，写完成的那天，如 2024-06-30");
        return Err(fault(lacks(Field::Date), remedy).of(Field::Date));
    }
    let target = match subject {
        Subject::Target(id) => plan.target(id),
        Subject::Task(_) => None,
    };
    let over = target.and_then(|target| {
        let year = target.year.known()?;
        (today > last_day(year)).then_some((target, year))
    });
    match over {
        None => Ok(Day(today)),
        Some((target, year)) => {
            let what = say!(
                "“{name}”的目标年份{year}年已过，须用 --date 写明是哪一天的进展",
                name = target.name,
                year
            );
            Err(fault(what, tr("不写会按今天算作逾期")).of(Field::Date))
        }
    }
}

/// The text of a required field.
fn need(draft: &Draft, field: Field) -> Result<&str, Fault> {
    draft.get(field).ok_or_else(|| missing(field))
}

fn missing(field: Field) -> Fault {
    let remedy = match field {
        Field::Source => tr("没有出处的数据不记：写明是哪份公报或文件"),
        Field::Period => tr("写年份或日期，如 2024、2024-06-30"),
        Field::Date => tr("写作 2023-12-31"),
        Field::Value => tr("只写数字和小数点，单位写在数字之后，如 120.1万人"),
        _ => tr("请补上"),
    };
    fault(lacks(field), remedy).of(field)
}

fn lacks(field: Field) -> String {
    say!("缺少“{argument}”", argument = field.name())
}

/// A free text, without control characters.
fn text(draft: &Draft, field: Field) -> Result<Option<String>, Fault> {
    let Some(text) = draft.get(field) else {
        return Ok(None);
    };
    if let Some(what) = too_long(text, field.name(), field.longest()) {
        return Err(fault(what, tr("写得短些")).of(field));
    }
    let codes = if field.has_paragraphs() {
        unprintable(&text.replace('\n', ""))
    } else {
        unprintable(text)
    };
    if codes.is_empty() {
        return Ok(Some(text.to_owned()));
    }
    let what = say!(
        "{what}里有不可显示的字符 {code}",
        what = field.name(),
        code = codes.join(tr("、"))
    );
    Err(fault(what, tr("删去该字符；一段文字写成一行")).of(field))
}

/// A field whose word `named` looks up.
fn chosen<T>(
    draft: &Draft,
    field: Field,
    named: impl FnOnce(&str) -> Result<T, Fault>,
) -> Result<Option<T>, Fault> {
    let chosen = draft.get(field).map(named).transpose();
    chosen.map_err(|fault| fault.of(field))
}

fn stage(text: &str) -> Result<Stage, Fault> {
    Stage::named(text).ok_or_else(|| {
        let what = say!("没有“{word}”这种进展", word = brief(text));
        fault(what, known(Stage::ALL.map(|(word, _)| tr(word))))
    })
}

fn flag(text: &str) -> Result<Flag, Fault> {
    let mut flags = Flag::ALL.iter().map(|(_, flag)| *flag);
    flags.find(|flag| flag.is_called(text)).ok_or_else(|| {
        let what = say!("没有“{text}”这种标记", text = brief(text));
        let words = Flag::ALL.iter().skip(1);
        let words: Vec<&str> = words
            .map(|(word, flag)| in_words(word, flag.label()))
            .collect();
        fault(what, known(words))
    })
}

fn standing(text: &str) -> Result<Standing, Fault> {
    let found = Standing::ALL
        .iter()
        .find(|(word, standing)| *word == text || standing.label() == text);
    found.map(|(_, standing)| *standing).ok_or_else(|| {
        let what = say!("没有“{text}”这种来源等级", text = brief(text));
        fault(
            what,
            known(Standing::ALL.map(|(word, it)| in_words(word, it.label()))),
        )
    })
}

/// The word to type: in Chinese the label, in English the word of files.
fn in_words(word: &'static str, label: &'static str) -> &'static str {
    match language() {
        Language::Chinese => label,
        Language::English => word,
    }
}

fn known(words: impl AsRef<[&'static str]>) -> String {
    listed(words.as_ref())
}

/// A fault of a field with the message of its parser.
fn of(field: Field, what: &impl ToString) -> Fault {
    fault(what.to_string(), "").of(field)
}
