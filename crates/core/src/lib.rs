//! What guihua knows of government plans, without a terminal, a command line or a clock.
//!
//! The rooms, from the ground up; each may use what stands above it in this list, never the reverse:
//!
//! - [`words`]: the words of the interface, in the language of the process
//! - [`text`]: widths and line breaking
//! - [`plan`]: the plan as types, and its outline in reading order
//! - [`load`]: from the text of a plan file to a sound plan, or to all its faults
//! - [`compose`]: the text of a plan file, from a plan
//! - [`records`]: observed figures, and the status of targets and tasks
//! - [`review`]: what a person decides on the proposals of an import, made in the text of the plan file
//! - [`search`]: from a typed query to ranked hits; [`terms`]: occurrences of the terms of the index
//! - [`card`]: one target on a card
//! - [`lookup`]: places, targets and terms by name; [`citation`]: quotations from the plan with their place
//! - [`audit`]: the plan's figures against each other; [`coverage`]: which task serves which target
//! - [`wording`]: figures, goals, days and places in words
//! - [`evaluation`]: the verdict on each target on a day, with its reasons
//! - [`dossier`]: a plan with its outline and its records; [`assessment`]: all evaluations of a dossier on a day
//! - [`topic`]: what a plan says on a topic, and how it stands
//! - [`fidelity`]: the plan's text against the published one, character by character
//! - [`typeset`]: the document in lines of a measure; [`manuscript`]: as lines of plain text

pub mod assessment;
pub mod audit;
pub mod card;
pub mod citation;
pub mod compose;
pub mod coverage;
pub mod dossier;
pub mod evaluation;
pub mod fidelity;
pub mod load;
pub mod lookup;
pub mod manuscript;
pub mod plan;
pub mod records;
pub mod review;
pub mod search;
pub mod terms;
pub mod text;
pub mod topic;
pub mod typeset;
pub mod wording;
pub mod words;
