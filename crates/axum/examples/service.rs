//! A service that checks a form and makes the request to Partner Center.

use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use partner_center_rules::{CustomerId, Holdings, PartnerValidationCode, RequestContext};
use partner_center_rules_axum::{CheckedUpdate, CustomerData, Problem};

#[derive(Clone)]
struct Service;

impl CustomerData for Service {
    /// From `GET /qualifications`; `None` if it is not known.
    async fn held(&self, _customer: CustomerId) -> Option<Holdings> {
        Some(Holdings::default())
    }

    /// From `GET /validations`; `None` if they are not known.
    async fn validation_codes(&self) -> Option<Vec<PartnerValidationCode>> {
        None
    }
}

/// Only a form that the rules do not block gets here. The page sends the same ID when it tries again.
async fn set_qualification(headers: HeaderMap, CheckedUpdate(form): CheckedUpdate) -> Result<String, Problem> {
    let id = headers.get("MS-RequestId").and_then(|id| id.to_str().ok()?.parse().ok());
    let id = id.ok_or_else(|| Problem::new(StatusCode::BAD_REQUEST, "The header MS-RequestId has to be a GUID."))?;
    let request = form.request(&RequestContext::new(id, id))?;
    Ok(format!("{} {}", request.method(), request.url())) // a real service sends it
}

pub(crate) fn app() -> Router {
    Router::new().route("/updates", post(set_qualification)).with_state(Service)
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    axum::serve(tokio::net::TcpListener::bind("127.0.0.1:3000").await?, app()).await
}
