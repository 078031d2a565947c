//! The errors that prevent the package from working. The environment or the program causes them, never the data.

/// An error as the facade reports it. No code of this crate runs in that case.
#[derive(Debug, Clone, Copy)]
pub struct Failure {
    /// The code. Stable: removing or renaming one is a breaking change.
    pub code: &'static str,
    /// The message: whole sentences that state what to do.
    pub message: &'static str,
    /// The header that a page must send.
    pub header: Option<&'static str>,
}

/// All errors.
pub const FAILURES: [Failure; 8] = [
    Failure {
        code: "webAssemblyForbidden",
        message: "WebAssembly is forbidden here. A page has to send the header `Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'`. A browser extension (Manifest V3) has to have `script-src 'self' 'wasm-unsafe-eval'` in `content_security_policy.extension_pages` of its manifest. An environment that compiles nothing while it runs needs `partner-center-rules/slim`.",
        header: Some("Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'"),
    },
    Failure {
        code: "webAssemblyMissing",
        message: "There is no WebAssembly here, or it is switched off. The rules need it.",
        header: None,
    },
    Failure {
        code: "synchronousCompileForbidden",
        message: "This environment compiles and instantiates only small WebAssembly modules synchronously on its main thread (Chromium before version 115: up to 4 KB). Use `partner-center-rules/slim` and wait for its `init`, also after a call that failed; or call from a worker; or update the browser.",
        header: None,
    },
    Failure {
        code: "outOfMemory",
        message: "There is too little memory for the WebAssembly module. Its memory is a few megabytes, but most engines reserve several gigabytes of addresses for it. Close other pages or programs, or raise the limit: of addresses (`ulimit -v`; Node.js 22 does without them with `--disable-wasm-trap-handler`), or of memory (`--wasm-max-mem-pages`, the container).",
        header: None,
    },
    Failure {
        code: "instanceRefused",
        message: "The environment refused to instantiate the WebAssembly module; `cause` is what it said. Reload the page or restart the program. If it happens again, report it with the text of `cause`.",
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
        message: "The call failed inside WebAssembly. Unless the program used up its stack, which `cause` says, that is a fault of the package. Other calls are not affected.",
        header: None,
    },
];
