//! What the library complains of, in our words, with what to do about it.

use serde_yaml::budget::BudgetBreach;
use serde_yaml::granit_parser::ErrorKind;
use serde_yaml::{Error, ExternalMessageSource};

use super::lines::Open;
use crate::words::{say, tr};

/// A fault of syntax.
pub(super) struct Fault {
    pub(super) what: String,
    pub(super) remedy: &'static str,
    pub(super) kind: Kind,
}

/// Faults of which a file may have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Tab,
    /// What a quotation mark or a bracket that is not closed may look like, further on.
    Syntax,
    /// The same, where it opens: what is wrong may stand anywhere behind.
    Open,
    Other,
}

/// What is said of a quotation mark or a bracket that is not closed, where it opens.
pub(super) fn unclosed(open: Open) -> (String, &'static str) {
    match open {
        Open::Quote => (tr("这一行的引号没有闭合").to_owned(), tr("补上另一半引号")),
        Open::Bracket(bracket) => (
            say!("这一行的括号“{bracket}”没有闭合", bracket),
            tr("补上另一半括号；含括号的文字请加引号"),
        ),
    }
}

/// Whether an anchor or an alias is the fault.
pub(super) fn is_of_reference(error: &Error) -> bool {
    match error {
        Error::Budget { breach, .. } => matches!(
            breach,
            BudgetBreach::Anchors { .. }
                | BudgetBreach::Aliases { .. }
                | BudgetBreach::AliasAnchorRatio { .. }
        ),
        Error::UnknownAnchor { .. }
        | Error::AliasError { .. }
        | Error::AliasReplayCounterOverflow { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. }
        | Error::RecursiveReferencesRequireWeakTypes { .. } => true,
        _ => false,
    }
}

/// What is wrong, and what would be right.
pub(super) fn explain(error: &Error) -> Fault {
    let (what, remedy) = match error {
        Error::Budget { breach, .. } => return of_budget(breach),
        Error::ExternalMessage { source, .. } => match source.as_ref() {
            ExternalMessageSource::Parser(error) => return of_syntax(error.kind()),
            _ => unknown(),
        },
        Error::MultipleDocuments { .. } => documents(),
        Error::Eof { .. } => {
            let (what, remedy) = broken_off();
            return Fault {
                kind: Kind::Syntax,
                ..other(what, remedy)
            };
        }
        Error::Unexpected {
            expected: "string scalar",
            ..
        }
        | Error::NullIntoString { .. } => (tr("键应为文字"), tr("把键写成一个词")),
        Error::UnsupportedTag { .. }
        | Error::InvalidBinaryBase64 { .. }
        | Error::BinaryNotUtf8 { .. }
        | Error::TaggedScalarCannotDeserializeIntoString { .. }
        | Error::InvalidScalar { .. } => tags(),
        _ => unknown(),
    };
    other(what, remedy)
}

fn other(what: &str, remedy: &'static str) -> Fault {
    Fault {
        what: what.to_owned(),
        remedy,
        kind: Kind::Other,
    }
}

fn of_budget(breach: &BudgetBreach) -> Fault {
    let (what, remedy) = match breach {
        BudgetBreach::Documents { .. } => documents(),
        _ => too_large(),
    };
    other(what, remedy)
}

fn of_syntax(kind: &ErrorKind) -> Fault {
    use ErrorKind as K;
    match kind {
        K::TabNotAllowed
        | K::TabInBlockIndentation
        | K::TabInIndentation
        | K::TabInPlainScalar
        | K::TabAtBlockScalarStart => Fault {
            what: tr("缩进里有制表符").to_owned(),
            remedy: tr("缩进请用空格"),
            kind: Kind::Tab,
        },
        K::UnexpectedCharacter { character } => Fault {
            what: say!("YAML 语法有误：文字不能以“{character}”开头", character),
            remedy: tr("这段文字请加引号"),
            kind: Kind::Syntax,
        },
        _ => {
            let (what, remedy) = of_quotes(kind)
                .or_else(|| of_layout(kind))
                .or_else(|| of_signs(kind))
                .or_else(|| of_whole(kind))
                .unwrap_or_else(unknown);
            let fault = other(what, remedy);
            let kind = match kind {
                K::UnclosedFlowCollection { .. } | K::UnclosedQuotedScalar => Kind::Open,
                _ => Kind::Syntax,
            };
            Fault { kind, ..fault }
        }
    }
}

/// Text between quotation marks.
fn of_quotes(kind: &ErrorKind) -> Option<Words> {
    use ErrorKind as K;
    Some(match kind {
        K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar => {
            (tr("引号没有闭合"), tr("补上另一半引号"))
        }
        K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar => (
            tr("YAML 语法有误：引号之后还有文字"),
            tr("文字里有引号的，整段用另一种引号括起来"),
        ),
        K::UnknownQuotedScalarEscape
        | K::InvalidQuotedScalarHexEscape
        | K::InvalidLowSurrogateHexEscape
        | K::InvalidLowSurrogate
        | K::MissingLowSurrogate
        | K::UnpairedLowSurrogate
        | K::InvalidUnicodeEscape => (
            tr("YAML 语法有误：双引号里的反斜杠写法不对"),
            tr("改用单引号；或把每个反斜杠写两遍"),
        ),
        _ => return None,
    })
}

/// Keys, indentation and brackets.
fn of_layout(kind: &ErrorKind) -> Option<Words> {
    use ErrorKind as K;
    Some(match kind {
        K::MappingValueNotAllowed
        | K::InvalidColonPlacement
        | K::InvalidMappingValueWhitespace
        | K::FlowMappingValueAdjacentCollection => {
            (tr("此处不能再有“: ”"), tr("含“: ”的文字请加引号"))
        }
        K::SimpleKeyExpected | K::InvalidSimpleKey | K::MappingKeyNotAllowed => (
            tr("YAML 语法有误：此处应有“键: 值”"),
            tr("补上“: ”；文字要写在键之后"),
        ),
        K::InvalidIndentation
        | K::ExpectedBlockMappingKey
        | K::ExpectedBlockSequenceEntry
        | K::BlockSequenceEntryNotAllowed
        | K::BlockEntryInFlowCollection
        | K::InvalidBlockScalarIndent
        | K::InvalidQuotedScalarIndent
        | K::InvalidFlowScalarIndent => (
            tr("YAML 语法有误：缩进不对"),
            tr("同一层左边对齐，下一层多缩进两格"),
        ),
        K::InvalidBlockEntryWhitespace
        | K::PlainScalarStartsWithDashFlowIndicator
        | K::ExpectedWhitespace => (tr("YAML 语法有误：此处应有空格"), tr("“-”“:”之后空一格")),
        K::UnclosedFlowCollection { .. }
        | K::MismatchedFlowCollectionEnd { .. }
        | K::MisplacedFlowCollectionEnd
        | K::ExpectedFlowMappingSeparator
        | K::ExpectedFlowSequenceSeparator => (
            tr("YAML 语法有误：括号不配对，或缺少逗号"),
            tr("补上或去掉 [ ] { } 和逗号；含括号的文字请加引号"),
        ),
        _ => return None,
    })
}

/// Signs that mean something at the beginning of a text or a line.
fn of_signs(kind: &ErrorKind) -> Option<Words> {
    use ErrorKind as K;
    Some(match kind {
        K::CommentNotSeparated | K::CommentInterceptedScalar => (
            tr("YAML 语法有误：“#”的位置不对"),
            tr("注释另起一行；含“#”的文字请加引号"),
        ),
        K::InvalidBlockScalarHeader | K::ZeroBlockScalarIndent => (
            tr("YAML 语法有误：“|”“>”之后写法不对"),
            tr("一段文字写成一行，不用“|”“>”"),
        ),
        K::ExpectedTagBang
        | K::ExpectedTagDirectiveBang
        | K::InvalidGlobalTagCharacter
        | K::UndeclaredTagHandle
        | K::InvalidTagTerminator
        | K::MissingTagUri
        | K::UnclosedVerbatimTag
        | K::InvalidTagEscape
        | K::InvalidTagUtf8LeadingByte
        | K::InvalidTagUtf8TrailingByte
        | K::InvalidTagUtf8
        | K::MissingIncludeResolver => tags(),
        K::MissingAnchorOrAliasName => (
            tr("YAML 语法有误：“&”“*”之后没有名称"),
            tr("“&”“*”开头的文字请加引号"),
        ),
        K::DirectiveDisallowed
        | K::InvalidDirectiveTerminator
        | K::MissingYamlVersionSeparator
        | K::MissingDirectiveName
        | K::InvalidDirectiveName
        | K::DirectiveByteLimitExceeded { .. }
        | K::TooManyReservedDirectiveParams { .. }
        | K::YamlVersionTooLong
        | K::MissingYamlVersion
        | K::InvalidTagDirectiveTerminator
        | K::DuplicateVersionDirective
        | K::DuplicateTagDirective
        | K::UnsupportedYamlMajorVersion => (
            tr("不支持“%”开头的指令"),
            tr("去掉这一行；“%”开头的文字请加引号"),
        ),
        K::BomInsideDocument => (tr("文件中间有字节序标记 U+FEFF"), tr("删去该字符")),
        _ => return None,
    })
}

/// The file as a whole.
fn of_whole(kind: &ErrorKind) -> Option<Words> {
    use ErrorKind as K;
    Some(match kind {
        K::InvalidDocumentEnd
        | K::ExpectedDocumentStart
        | K::MissingDocumentEndBeforeDirective
        | K::MultipleDocumentsUnsupported => documents(),
        K::RecursionLimitExceeded => too_large(),
        K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofImplicitFlowMapping
        | K::UnexpectedEofBlockSequence
        | K::UnexpectedEofBlockMapping
        | K::UnexpectedEof
        | K::ExpectedNodeContent
        | K::UnexpectedEndOfPlainScalar => broken_off(),
        _ => return None,
    })
}

/// What is wrong, and what would be right.
type Words = (&'static str, &'static str);

fn documents() -> Words {
    (tr("文件里有不止一个 YAML 文档"), tr("去掉多余的“---”"))
}

fn too_large() -> Words {
    (
        tr("文件超出允许的层数或规模"),
        tr("去掉锚点、别名和过深的嵌套"),
    )
}

fn broken_off() -> Words {
    (
        tr("YAML 语法有误：内容没有写完"),
        tr("补全此处的值、括号或引号"),
    )
}

fn tags() -> Words {
    (
        tr("不支持“!”开头的标签"),
        tr("去掉标签；“!”开头的文字请加引号"),
    )
}

fn unknown() -> Words {
    (tr("YAML 语法有误"), tr("按 YAML 1.2 的写法改正此处"))
}
