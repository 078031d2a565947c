//! A local mock of the six Partner Center endpoints for qualifications and account validation, and an example of a service that
//! uses [`partner_center_rules`].
//!
//! * `/v1` responds as Microsoft documents it, and decides updates with the rules.
//! * `/sandbox` has controls that the real service does not have: it ends reviews, tries purchases, replaces the data, throttles
//!   requests, and checks forms as a partner's own service would.
//! * All other paths serve the portal, if there is one.
//!
//! All data is in memory. `/v1` and `/sandbox` accept requests only from this machine, and from web pages only if they have the
//! sandbox's own origin. Nothing is logged.
//!
//! ```no_run
//! use std::future::pending;
//!
//! use partner_center_sandbox::{Data, Sandbox, TimeLimits, app, serve};
//! use tokio::net::TcpListener;
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::new(Data::seed()?);
//! let listener = TcpListener::bind("127.0.0.1:8080").await?;
//! serve(listener, app(&sandbox, None)?, TimeLimits::default(), pending()).await;
//! # Ok(())
//! # }
//! ```
//!
//! Forms are checked by the extractor [`CheckedUpdate`](partner_center_rules_axum::CheckedUpdate), which services of your own can use.

mod controls;
mod data;
mod local;
mod policy;
mod portal;
mod problems;
mod purchase;
mod query;
mod replay;
mod review;
mod sandbox;
mod server;
mod service;
mod update;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use tower_http::set_header::SetResponseHeaderLayer;

pub use crate::data::{Data, DataError};
pub use crate::portal::{Portal, PortalError};
pub use crate::sandbox::Sandbox;
pub use crate::server::{TimeLimits, serve};

/// Builds the router of all paths.
///
/// # Errors
/// The portal cannot be read.
pub fn app(sandbox: &Sandbox, portal: Option<&Portal>) -> Result<Router, PortalError> {
    let routes = Router::new().nest("/v1", service::router(sandbox)).nest("/sandbox", controls::router(sandbox));
    let routes = match portal {
        Some(portal) => portal.beside(routes)?,
        None => routes.fallback(async || problems::not_found()),
    };
    let with = |name, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    Ok(routes
        .layer(with(X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(with(REFERRER_POLICY, "no-referrer"))
        .layer(with(CACHE_CONTROL, "no-cache")))
}

/// Runs the Rust example of the README of the repository, which no published crate has.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct RepositoryReadme;

#[cfg(test)]
mod tests {
    use partner_center_rules_axum::MAX_REQUEST_BYTES;

    use super::*;

    #[test]
    fn the_readme_states_the_limits() {
        let readme = include_str!("../README.md");
        assert!(readme.contains(&format!("{} KiB", MAX_REQUEST_BYTES / 1_024)));
        assert!(readme.contains("last 1,000 are") && replay::MAX_REMEMBERED == 1_000);
        let seconds = TimeLimits::default().request.as_secs();
        assert!(readme.contains("ten seconds to arrive") && seconds == 10);
    }
}
