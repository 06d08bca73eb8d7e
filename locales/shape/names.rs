//! Names of what the catalog lists, and what changed in it.

use traincost_model::catalog::{AcceleratorId, PresetId, ProviderId};

/// Names by the ids of the catalog, where they differ from the catalog's own.
pub struct NameText {
    pub providers: &'static [(&'static str, &'static str)],
    /// By the catalog's name of a vendor.
    pub vendors: &'static [(&'static str, &'static str)],
    pub accelerators: &'static [(&'static str, &'static str)],
    pub presets: &'static [(&'static str, &'static str)],
    /// The changes of each version of the data.
    pub changes: &'static [(&'static str, &'static str)],
}

impl NameText {
    /// The name of a provider.
    pub fn provider(&self, id: ProviderId) -> &'static str {
        named(self.providers, id.get().id).unwrap_or(id.get().name)
    }

    /// The name of a vendor of accelerators, by the catalog's name for it.
    pub fn vendor(&self, name: &'static str) -> &'static str {
        named(self.vendors, name).unwrap_or(name)
    }

    /// The name of an accelerator.
    pub fn accelerator(&self, id: AcceleratorId) -> &'static str {
        named(self.accelerators, id.get().id).unwrap_or(id.get().name)
    }

    /// The name of a preset.
    pub fn preset(&self, id: PresetId) -> &'static str {
        named(self.presets, id.get().id).unwrap_or(id.get().name)
    }

    /// The changes of a version of the data.
    pub fn change(&self, version: &str) -> &'static str {
        named(self.changes, version).unwrap_or_default()
    }
}

fn named(names: &'static [(&'static str, &'static str)], id: &str) -> Option<&'static str> {
    names.iter().find(|(known, _)| *known == id).map(|(_, name)| *name)
}
