//! The page's input and output besides its reports: links, price books, and the calculations that claims link to.
#![allow(clippy::unwrap_used, missing_docs)]

mod book;
mod claims;
mod codec;
mod link;
mod long;
mod undo;
