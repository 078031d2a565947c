//! The extractor of updates that the rules do not block.

use axum::extract::{FromRequest, FromRequestParts as _, Request};
use axum::http::{StatusCode, Uri};
use partner_center_rules::{AcceptedForm, Context, CustomerId, FieldText, FormInput, Mode};

use crate::customer_data::CustomerData;
use crate::json_form::read_form;
use crate::json_text::JsonText;
use crate::path_customer::PathCustomer;
use crate::problem::Problem;

/// Extracts the form in the body of a request, checked with the rules and with the data of the service.
///
/// A page checks a form in the browser to help the person who fills it in. The service that sends the update cannot rely on that.
/// With this extractor among the arguments of its handler it cannot omit the check: a request to Partner Center can only be made of a
/// checked form.
///
/// * The body is the form as JSON, as the npm package's `checkForm` takes it; [`FormInput`] documents how it is read.
/// * The query can have `mode=synchronous` or `mode=asynchronous`. Without it the mode is that of the form, if it is the value of a
///   check in the page, or else asynchronous.
/// * If the path has a parameter `customer_id`, it chooses the customer, and the form has no field for it.
///
/// A form that the rules leave undetermined is accepted, with a warning that names the rule: the service decides whether to send it.
/// [`AcceptedForm::request`] makes a request only of what the rules allow, and returns the form as a rejected one otherwise.
///
/// Responds with a [`Problem`] otherwise: 422 with the issues for a form that cannot be sent; 400 for a body that is not a form, a
/// query with a wrong mode or a path with a wrong customer ID; 413 or 415 as [`JsonText`] does. How long a body may take to arrive is
/// up to the server.
///
/// ```
/// use axum::Router;
/// use axum::routing::post;
/// use partner_center_rules::{CustomerId, Holdings, PartnerValidationCode};
/// use partner_center_rules_axum::{CheckedUpdate, CustomerData};
///
/// #[derive(Clone)]
/// struct Service;
///
/// impl CustomerData for Service {
///     async fn held(&self, _: CustomerId) -> Option<Holdings> {
///         Some(Holdings::default())
///     }
///
///     async fn validation_codes(&self) -> Option<Vec<PartnerValidationCode>> {
///         None
///     }
/// }
///
/// async fn set_qualification(CheckedUpdate(form): CheckedUpdate) -> String {
///     format!("{} for {}", form.value.qualification(), form.value.customer_id())
/// }
///
/// let app: Router = Router::new()
///     .route("/updates", post(set_qualification))
///     .route("/customers/{customer_id}/updates", post(set_qualification))
///     .with_state(Service);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedUpdate(pub AcceptedForm);

impl<S: CustomerData + Send + Sync> FromRequest<S> for CheckedUpdate {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let asked = mode(&parts.uri)?;
        let chosen = Option::<PathCustomer>::from_request_parts(&mut parts, state).await?;
        let chosen = chosen.map(|PathCustomer(customer)| customer);
        let JsonText(json) = JsonText::from_request(Request::from_parts(parts, body), state).await?;
        let form =
            read_form(&json).map_err(|error| bad_request(format!("The body has to be a form in JSON: {error}.")))?;
        let (held, name) = match chosen.or_else(|| customer_of(&form)) {
            Some(customer) => (state.held(customer).await, state.customer_name(customer).await),
            None => (None, None),
        };
        let codes = state.validation_codes().await;
        let context = Context {
            mode: asked.or(form.mode()).unwrap_or_default(),
            held,
            validation_codes: codes.as_deref(),
            customer_id: chosen,
            customer_name: name.as_deref(),
            ..Context::default()
        };
        Ok(Self(form.check(&context)?))
    }
}

/// Returns the mode of the query, if it has one. Other parameters are ignored.
fn mode(uri: &Uri) -> Result<Option<Mode>, Problem> {
    let query = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    let mut modes = query.filter(|(name, _)| name == "mode").map(|(_, mode)| mode);
    match (modes.next(), modes.next()) {
        (None, _) => Ok(None),
        (Some(text), None) => {
            text.parse().map(Some).map_err(|error| bad_request(format!("The query gives a wrong `mode`: {error}.")))
        }
        (Some(_), Some(_)) => Err(bad_request("The query has `mode` more than once.")),
    }
}

/// Returns the customer that a form names, if it names one.
fn customer_of(form: &FormInput) -> Option<CustomerId> {
    match form.as_form().customer_id {
        FieldText::Text(text) => text.parse().ok(),
        FieldText::Absent | FieldText::NotText => None,
    }
}

fn bad_request(detail: impl Into<String>) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, detail)
}
