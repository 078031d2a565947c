//! One call from JavaScript.

/// Stands in every exported function, first, so that what the function took is free again when it has ended: nothing lives
/// from one call to the next but what the caller reads before the next.
pub(crate) struct Call;

impl Drop for Call {
    fn drop(&mut self) {
        #[cfg(all(feature = "standalone", target_arch = "wasm32"))]
        crate::standalone::MEMORY.end_call();
    }
}
