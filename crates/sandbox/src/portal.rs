//! Serves a portal and the npm package under a strict policy.

use std::fs;
use std::path::PathBuf;

use axum::Router;
use axum::http::header::CONTENT_SECURITY_POLICY;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::policy::content_security_policy;

/// The folders of a portal: `/` is the portal, `/pkg/` the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portal {
    /// Has the page, `index.html`, and what belongs to it.
    pub www: PathBuf,
    /// Has the built npm package.
    pub package: PathBuf,
}

/// Why a portal cannot be served.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be served: {problem}", page.display())]
pub struct PortalError {
    page: PathBuf,
    problem: String,
}

impl Portal {
    /// Puts the portal beside other routes, and the policy of its page on every answer. [`ServeDir`] answers GET and HEAD only and
    /// stays in its folder.
    ///
    /// # Errors
    /// The page cannot be read, or has no policy.
    pub(crate) fn beside(&self, routes: Router) -> Result<Router, PortalError> {
        let page = self.www.join("index.html");
        let text = fs::read_to_string(&page).map_err(|error| error.to_string());
        let policy = text.and_then(|text| content_security_policy(&text).map_err(str::to_owned));
        let policy = policy.map_err(|problem| PortalError { page, problem })?;
        Ok(routes
            .nest_service("/pkg", ServeDir::new(&self.package))
            .fallback_service(ServeDir::new(&self.www))
            .layer(SetResponseHeaderLayer::overriding(CONTENT_SECURITY_POLICY, policy)))
    }
}
