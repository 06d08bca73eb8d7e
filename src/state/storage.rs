//! Language, theme and currency in the browser's storage. Storage may refuse (embeds, private windows); then nothing is kept, and nothing
//! breaks. `gloo::storage` unwraps that refusal, so this goes to the browser itself.

/// The names of what is kept: one place, so that none is used twice. boot.js reads the first two before the page runs.
pub(crate) mod key {
    pub(crate) const LANG: &str = "traincost.lang";
    pub(crate) const THEME: &str = "traincost.theme";
    pub(crate) const CURRENCY: &str = "traincost.currency";
}

/// Keeps a choice, or with `None` forgets it.
pub(crate) fn keep(key: &str, value: Option<&str>) {
    if let Some(storage) = storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

/// A choice kept earlier.
pub(crate) fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
