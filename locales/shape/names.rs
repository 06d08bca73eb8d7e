//! Names of what the catalog lists, and what changed in it.

/// Names by the ids of the catalog, where they differ from the catalog's own.
pub struct NameText {
    pub providers: &'static [(&'static str, &'static str)],
    /// By the catalog's name of a vendor.
    pub vendors: &'static [(&'static str, &'static str)],
    pub accelerators: &'static [(&'static str, &'static str)],
    pub presets: &'static [(&'static str, &'static str)],
    /// What each version of the data changed.
    pub changes: &'static [(&'static str, &'static str)],
}
