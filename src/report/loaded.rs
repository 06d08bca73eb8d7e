//! The loader that `wasm_split` expects behind the page's module. `public/worker/worker.js` loads both modules before the first request, so this
//! loader has no work.

/// The loader, under the names that `wasm_split` looks for.
pub mod rt {
    use std::convert::Infallible;
    use std::ffi::c_void;
    use std::pin::Pin;

    /// The callback of a finished load; never called.
    pub type LoadCallbackFn = extern "C" fn(*const c_void, bool);

    /// The loader of a module that is there already.
    pub struct LazySplitLoader;

    impl LazySplitLoader {
        /// Drops the function that would load the module.
        pub const fn new(_: unsafe extern "C" fn(LoadCallbackFn, *const c_void)) -> Self {
            Self
        }
    }

    /// Returns at once.
    ///
    /// # Errors
    /// None.
    pub async fn ensure_loaded(_: Pin<&LazySplitLoader>) -> Result<(), Infallible> {
        Ok(())
    }
}
