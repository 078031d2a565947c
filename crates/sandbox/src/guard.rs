//! The guard for services: an extractor that lets only updates through that the rules do not block.
//!
//! A page checks a form in the browser, to help the person who fills it in. The service that sends the update must not rely on
//! that: it checks again, with the same rules and with what it knows itself. [`CheckedUpdate`] among the arguments of a handler does
//! that. It cannot be forgotten, since a [`QualificationUpdate`](partner_center_rules::QualificationUpdate) cannot be had unchecked,
//! nor a request to send without one:
//!
//! ```
//! use axum::Router;
//! use axum::routing::post;
//! use partner_center_rules::{RequestContext, Cloud, CustomerId, Holdings, PartnerValidationCode};
//! use partner_center_sandbox::guard::{CheckedUpdate, CustomerData, Problem};
//!
//! #[derive(Clone)]
//! struct Service;
//!
//! // What the service knows, from the answers of Partner Center or from its own records of them.
//! impl CustomerData for Service {
//!     async fn held(&self, _customer: CustomerId) -> Option<Holdings> {
//!         Some(Holdings::default())
//!     }
//!
//!     async fn validation_codes(&self) -> Option<Vec<PartnerValidationCode>> {
//!         None
//!     }
//! }
//!
//! // The request that the service would now send, unless the rules leave open whether the customer can get the qualification.
//! async fn set_qualification(CheckedUpdate(form): CheckedUpdate) -> Result<String, Problem> {
//!     let request = form.request(&RequestContext {
//!         cloud: Cloud::Worldwide,
//!         request_id: "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse().unwrap(),
//!         correlation_id: "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745".parse().unwrap(),
//!     })?;
//!     Ok(request.url())
//! }
//!
//! // A form names its customer, unless the path does.
//! let app: Router = Router::new()
//!     .route("/updates", post(set_qualification))
//!     .route("/customers/{customer_id}/updates", post(set_qualification))
//!     .with_state(Service);
//! ```
//!
//! # What comes in
//! The body is the form as JSON, the object that the npm package's `checkForm` takes. The query may say `mode=synchronous`; a path
//! with `{customer_id}` has chosen the customer. A member that is no text, and members that the form does not have, are read as
//! the package reads them, so that browser and service give the same issues, one by one. A field that is given twice is refused:
//! which one is meant cannot be known.
//!
//! # What goes out otherwise
//! A [`Problem`]: 422 with the issues for a form that cannot be sent; 400, 413 or 415 for a body that is no form at all. How long a
//! body may take to arrive is for the server to say.

use std::future::Future;

use axum::extract::{FromRequest, Request};
use axum::http::Uri;
use partner_center_rules::{AcceptedForm, Context, CustomerId, Holdings, Mode, PartnerValidationCode};

use crate::body::JsonText;
use crate::form::JsonForm;
pub use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::target::{chosen_customer, parameter};

/// What a service knows beside the form. The state of its router implements it.
pub trait CustomerData {
    /// What a customer holds, as GET /qualifications answers it; `None`: not known, which is not the same as holding nothing.
    fn held(&self, customer: CustomerId) -> impl Future<Output = Option<Holdings>> + Send;

    /// The validation codes of the partner; `None`: not known. Then any code is let through.
    fn validation_codes(&self) -> impl Future<Output = Option<Vec<PartnerValidationCode>>> + Send;

    /// The name of a customer; `None`: not known. With it, a code that was issued to an organization of another name is a warning.
    fn customer_name(&self, _customer: CustomerId) -> impl Future<Output = Option<String>> + Send {
        std::future::ready(None)
    }
}

/// A form in the body of a request that the rules do not reject.
///
/// What they leave undetermined is let through with a warning that names the rule: whether to send it is the service's to say.
/// [`AcceptedForm::request`] gives only what they allow, and otherwise the form as a rejected one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedUpdate(pub AcceptedForm);

impl<S: CustomerData + Sync> FromRequest<S> for CheckedUpdate {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let mode = mode(&parts.uri)?;
        let chosen = chosen_customer(&mut parts).await?;
        let JsonText(json) = JsonText::from_request(Request::from_parts(parts, body), state).await?;
        let form = JsonForm::read(&json)
            .map_err(|error| Refusal::bad_request(format!("The body has to be a form in JSON: {error}.")))?;
        let (held, name) = match chosen.or_else(|| form.customer()) {
            Some(customer) => (state.held(customer).await, state.customer_name(customer).await),
            None => (None, None),
        };
        let codes = state.validation_codes().await;
        let context = Context {
            mode,
            held,
            validation_codes: codes.as_deref(),
            customer_id: chosen,
            customer_name: name.as_deref(),
            ..Context::default()
        };
        Ok(Self(form.check(&context)?))
    }
}

fn mode(uri: &Uri) -> Result<Mode, Refusal> {
    let Some(text) = parameter(uri, "mode")? else { return Ok(Mode::default()) };
    text.parse().map_err(|error| Refusal::bad_request(format!("The query gives a wrong `mode`: {error}.")))
}
