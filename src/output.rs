//! Output (输出): reports, exports, the JSON of commands, and the writers that they share.
//!
//! ```text
//! Dossier, Assessment ──▶ Report ──▶ Markdown, HTML, DOCX, CSV
//!                     └─▶ Export ──▶ page (HTML), Markdown, CSV, JSON, NDJSON
//!                     └─▶ collect (the form to collect what is missing) ──▶ CSV, XLSX
//!                     └─▶ answers (the JSON of commands) ──▶ schema
//! ```

pub mod answers;
pub mod collect;
pub(crate) mod csv;
pub mod export;
pub(crate) mod html;
pub(crate) mod markdown;
pub(crate) mod office;
pub mod report;
pub mod schema;

pub use self::csv::Bom;
