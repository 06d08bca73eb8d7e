//! What stands behind `wasm_split` here: by the time the page's module is asked for anything of the second one, that is there (see
//! `public/worker.js`), so nothing is left to load.

/// What `wasm_split` expects of whoever loads the second module, under its names.
pub mod rt {
    use std::convert::Infallible;
    use std::ffi::c_void;
    use std::pin::Pin;

    /// Would be called when the module has come.
    pub type LoadCallbackFn = extern "C" fn(*const c_void, bool);

    /// Would remember that it has come.
    pub struct LazySplitLoader;

    impl LazySplitLoader {
        /// Never calls what would load it.
        pub const fn new(_: unsafe extern "C" fn(LoadCallbackFn, *const c_void)) -> Self {
            Self
        }
    }

    /// Done before it is asked.
    ///
    /// # Errors
    /// None.
    pub async fn ensure_loaded(_: Pin<&LazySplitLoader>) -> Result<(), Infallible> {
        Ok(())
    }
}
