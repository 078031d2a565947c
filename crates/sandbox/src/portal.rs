//! Serves a built portal under a strict policy.

use std::convert::Infallible;
use std::fs::File;
use std::path::PathBuf;

use axum::Router;
use axum::extract::Request;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get_service;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::policy;

/// The folder of a built portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portal {
    /// The folder with `index.html` and its files.
    pub www: PathBuf,
}

/// Why a portal cannot be served.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be served: {problem}", page.display())]
pub struct PortalError {
    page: PathBuf,
    problem: std::io::Error,
}

impl Portal {
    /// Adds the portal to other routes, and its policy to every response. [`ServeDir`] accepts only GET and HEAD and does not leave its
    /// folder.
    ///
    /// # Errors
    /// The page cannot be read.
    pub(crate) fn beside(&self, routes: Router) -> Result<Router, PortalError> {
        let page = self.www.join("index.html");
        if let Err(problem) = File::open(&page) {
            return Err(PortalError { page, problem });
        }
        let page = get_service(ServeFile::new(page)).layer::<_, Infallible>(middleware::from_fn(only_addresses));
        let policy = HeaderValue::from_static(policy::CONTENT_SECURITY_POLICY);
        Ok(routes
            .fallback_service(ServeDir::new(&self.www).fallback(page))
            .layer(SetResponseHeaderLayer::overriding(CONTENT_SECURITY_POLICY, policy)))
    }
}

/// Passes on only the addresses of portal pages, which have no file of their own. A path that looks like a file is not found.
async fn only_addresses(request: Request, next: Next) -> Response {
    let is_file = request.uri().path().rsplit('/').next().is_some_and(|name| name.contains('.'));
    if is_file { StatusCode::NOT_FOUND.into_response() } else { next.run(request).await }
}
