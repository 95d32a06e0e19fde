//! What guihua knows of government plans, without a terminal, a command line or a clock.
//!
//! The rooms, from the ground up; each may use what stands above it in this list, never the reverse:
//!
//! - [`words`]: the words of the interface, in the language of the process
//! - [`text`]: widths and line breaking
//! - [`plan`]: the plan as types, and its outline in reading order
//! - [`load`]: from the text of a plan file to a sound plan, or to all its faults
//! - [`records`]: what has been observed, and how far tasks have come
//! - [`search`]: from what was typed to ranked hits; [`terms`]: where the terms of the index occur
//! - [`card`]: one target on one card, in words
//! - [`lookup`]: what a typed word names; [`citation`]: words of the plan with where they stand
//! - [`audit`]: the plan's figures against each other; [`coverage`]: which task serves which target
//! - [`wording`]: figures, goals, days and places in words
//! - [`evaluation`]: how far each target has come on a day, and why
//! - [`dossier`]: a plan with its outline and the records that count for it; [`assessment`]: what that comes to on a day
//! - [`fidelity`]: the plan's text against the published one, character by character
//! - [`typeset`]: the document in lines of a measure; [`manuscript`]: as lines of plain text

pub mod assessment;
pub mod audit;
pub mod card;
pub mod citation;
pub mod coverage;
pub mod dossier;
pub mod evaluation;
pub mod fidelity;
pub mod load;
pub mod lookup;
pub mod manuscript;
pub mod plan;
pub mod records;
pub mod search;
pub mod terms;
pub mod text;
pub mod typeset;
pub mod wording;
pub mod words;
