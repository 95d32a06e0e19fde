//! From the bytes of small made-up documents to what a reader finds in them: one module for each kind of file.

mod delimited;
mod docx;
mod hostile;
mod html;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
mod refusals;
mod support;
mod text;
mod xls;
mod xlsx;
