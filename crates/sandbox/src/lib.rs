//! A local stand-in for the six endpoints of Partner Center about qualifications and account validation, and the example of a
//! service that depends on the rules of [`partner_center_rules`].
//!
//! * `/v1` answers as the documentation shows the service to answer, and decides updates with the rules.
//! * `/sandbox` has what the service does not: it ends reviews, tries purchases out, replaces the data, turns requests away, and
//!   checks forms as a service of its own would.
//! * Everything else is the portal, if one is given.
//!
//! All is in memory and on this machine: `/v1` and `/sandbox` answer only programs that run on it, and among the pages in its
//! browsers only their own. Nothing is logged.
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

/// Everything that a sandbox answers.
///
/// # Errors
/// The portal cannot be served.
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
    fn the_readme_gives_the_limits() {
        let readme = include_str!("../README.md");
        assert!(readme.contains(&format!("{} KiB", MAX_REQUEST_BYTES / 1_024)));
        assert!(readme.contains("last 1,000 are") && replay::MOST_ANSWERS == 1_000);
        let seconds = TimeLimits::default().request.as_secs();
        assert!(readme.contains("ten seconds to arrive") && seconds == 10);
    }
}
