//! What a request is about: the customer in its path, and the parameters of its query.

use axum::extract::{FromRequestParts as _, RawPathParams};
use axum::http::Uri;
use axum::http::request::Parts;
use partner_center_rules::{CustomerId, CustomerIdError};

use crate::refusal::Refusal;

/// The customer of the path, if it has one. Here an id is as documented: not as people paste it.
///
/// # Errors
/// The id is none.
pub(crate) async fn chosen_customer(parts: &mut Parts) -> Result<Option<CustomerId>, Refusal> {
    let wrong = || {
        let detail = "The customer ID in the path has to be 32 digits and letters a to f, in five groups with hyphens between them.";
        Refusal::bad_request(detail)
    };
    let params = RawPathParams::from_request_parts(parts, &()).await.map_err(|_| wrong())?;
    let Some((_, text)) = params.iter().find(|(name, _)| *name == "customer_id") else { return Ok(None) };
    match text.parse::<CustomerId>() {
        Ok(id) if id.to_string().eq_ignore_ascii_case(text) => Ok(Some(id)),
        Err(CustomerIdError::Nil) => Err(Refusal::bad_request(
            "The customer ID in the path is the nil GUID: the ID of a customer is never all zeros.",
        )),
        _ => Err(wrong()),
    }
}

/// The customer of a path that has one.
///
/// # Errors
/// The id is none.
pub(crate) async fn customer(parts: &mut Parts) -> Result<CustomerId, Refusal> {
    chosen_customer(parts).await?.ok_or_else(Refusal::not_found)
}

/// The value of a query parameter, if it is given. Other parameters are not looked at.
///
/// # Errors
/// It is given twice.
pub(crate) fn parameter(uri: &Uri, name: &str) -> Result<Option<String>, Refusal> {
    let query = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    let mut values = query.filter(|(given, _)| given == name).map(|(_, value)| value.into_owned());
    match (values.next(), values.next()) {
        (_, Some(_)) => Err(Refusal::bad_request(format!("The query has `{name}` more than once."))),
        (value, None) => Ok(value),
    }
}
