//! Why the package cannot answer at all: what the environment or the program lacks, never what the data is.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

/// A failure as the facade reports it: where one happens, no code of this crate runs.
#[derive(Debug, Clone, Copy)]
pub struct Failure {
    /// Stable: one that is removed or renamed is a breaking change.
    pub code: &'static str,
    /// Whole sentences that say what to do.
    pub message: &'static str,
    /// The header that a page has to send.
    pub header: Option<&'static str>,
}

/// Every failure.
pub const FAILURES: [Failure; 5] = [
    Failure {
        code: "webAssemblyForbidden",
        message: "WebAssembly is forbidden here. A page has to send the header `Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'`. An environment that compiles nothing while it runs needs `partner-center-rules/slim`.",
        header: Some("Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'"),
    },
    Failure {
        code: "webAssemblyMissing",
        message: "There is no WebAssembly here, or it is switched off. The rules need it.",
        header: None,
    },
    Failure {
        code: "initMissing",
        message: "The module is not there yet. Wait for `init` of `partner-center-rules/slim` before the first call.",
        header: None,
    },
    Failure {
        code: "moduleMismatch",
        message: "The WebAssembly module does not belong to this version of the package. Serve the `rules.wasm` of the same version.",
        header: None,
    },
    Failure {
        code: "callFailed",
        message: "The call failed inside WebAssembly. That is a fault of the package; other calls are not affected.",
        header: None,
    },
];

/// Traps, so that a test can see that the facade contains it. The package does not declare it.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn trap() {
    core::arch::wasm32::unreachable()
}
