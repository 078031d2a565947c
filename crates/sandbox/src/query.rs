//! The parameters in the query of a request.

use axum::http::Uri;
use partner_center_rules_axum::Problem;

use crate::problems::bad_request;

/// Returns the value of a query parameter, if it is given. Other parameters are ignored.
///
/// # Errors
/// It is given twice.
pub(crate) fn parameter(uri: &Uri, name: &str) -> Result<Option<String>, Problem> {
    let query = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    let mut values = query.filter(|(given, _)| given == name).map(|(_, value)| value.into_owned());
    match (values.next(), values.next()) {
        (_, Some(_)) => Err(bad_request(format!("The query has `{name}` more than once."))),
        (value, None) => Ok(value),
    }
}
