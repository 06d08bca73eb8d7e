//! What leaves the page: the link, and how the page is shown.

mod address;
mod toolbar;

pub use address::follow_link;
pub use toolbar::Toolbar;
