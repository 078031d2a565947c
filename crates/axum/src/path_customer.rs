//! Customers in the path of a request.

use axum::extract::{FromRequestParts, OptionalFromRequestParts, RawPathParams};
use axum::http::StatusCode;
use axum::http::request::Parts;
use partner_center_rules::{CustomerId, CustomerIdError};

use crate::problem::Problem;

/// The name of the parameter.
const PARAMETER: &str = "customer_id";

/// Extracts the customer from the parameter `customer_id` of the path. `Option<PathCustomer>` is `None` for a route without it.
///
/// The ID has to be 32 hexadecimal digits in five groups, in any case: what people paste into a form, such as braces, is not
/// accepted in a path. Responds with a [`Problem`] of status 400 otherwise.
///
/// ```
/// use axum::Router;
/// use axum::routing::get;
/// use partner_center_rules_axum::PathCustomer;
///
/// let app: Router = Router::new()
///     .route("/customers/{customer_id}", get(async |PathCustomer(id): PathCustomer| id.to_string()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PathCustomer(pub CustomerId);

impl<S: Send + Sync> FromRequestParts<S> for PathCustomer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        // A route without the parameter is a mistake in the service, not in the request.
        let detail = format!("The path of this route has no parameter `{PARAMETER}`.");
        customer(parts).await?.map(Self).ok_or_else(|| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, detail))
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for PathCustomer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Problem> {
        Ok(customer(parts).await?.map(Self))
    }
}

async fn customer(parts: &mut Parts) -> Result<Option<CustomerId>, Problem> {
    let bad_request = |detail| Problem::new(StatusCode::BAD_REQUEST, detail);
    let invalid = || {
        bad_request(
            "The customer ID in the path has to be 32 digits and letters a to f, in five groups with hyphens between them.",
        )
    };
    // Errors if a parameter is not UTF-8.
    let parameters = RawPathParams::from_request_parts(parts, &()).await.map_err(|_| invalid())?;
    let Some((_, text)) = parameters.iter().find(|(name, _)| *name == PARAMETER) else { return Ok(None) };
    match text.parse::<CustomerId>() {
        Ok(id) if id.to_string().eq_ignore_ascii_case(text) => Ok(Some(id)),
        Err(CustomerIdError::Nil) => {
            Err(bad_request("The customer ID in the path is the nil GUID: the ID of a customer is never all zeros."))
        }
        _ => Err(invalid()),
    }
}
