//! The toolbar and the address: links, language, currency and theme.

mod address;
mod toolbar;

pub use address::follow_link;
pub use toolbar::Toolbar;
