//! From the bytes of small made-up documents to what a reader finds in them: one module for each kind of file.

mod delimited;
mod docx;
mod html;
mod markdown;
mod support;
mod text;
mod xlsx;
