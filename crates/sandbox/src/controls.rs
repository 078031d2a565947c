//! `/sandbox`: what the service does not offer, for those who play with it. Refusals are problems (RFC 9457).

use axum::Router;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use partner_center_rules::{AcceptedForm, CustomerId, Request as ServiceRequest, RequestContext};
use partner_center_rules_axum::{CheckedUpdate, JsonText, PathCustomer, Problem};
use serde::{Deserialize, Serialize};

use crate::data::{self, Data, Undetermined};
use crate::local;
use crate::problems::{bad_request, method_not_allowed, not_found};
use crate::purchase::{NotPurchased, PurchaseRequest};
use crate::review::{NoReview, Review};
use crate::sandbox::{Sandbox, Throttle};
use crate::service::answer::Answer;
use crate::service::headers::{self, CORRELATION_ID, REQUEST_ID, guid};

/// The router of `/sandbox`.
pub(crate) fn router(sandbox: &Sandbox) -> Router {
    Router::new()
        .route("/customers", get(customers))
        .route("/customers/{customer_id}/reviews", post(end_review))
        .route("/customers/{customer_id}/purchases", post(purchase))
        .route("/customers/{customer_id}/updates", post(check_update))
        .route("/updates", post(check_update))
        .route("/data", put(replace_data).delete(reset_data))
        .route("/throttle", post(throttle))
        .fallback(async || not_found())
        .method_not_allowed_fallback(async || method_not_allowed())
        .with_state(sandbox.clone())
        .layer(middleware::from_fn(headers::hide_status))
        .layer(middleware::from_fn(only_local))
}

async fn only_local(request: Request, next: Next) -> Response {
    match local::check(&request) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}

/// The value of a body; the problem says where it is wrong and what is allowed there.
fn read<'a, T: Deserialize<'a>>(JsonText(json): &'a JsonText) -> Result<T, Problem> {
    data::read(json).map_err(|error| Problem::new(StatusCode::BAD_REQUEST, error))
}

/// `GET /sandbox/customers`: who there is.
async fn customers(State(sandbox): State<Sandbox>) -> Answer {
    #[derive(Serialize)]
    struct Listed<'a> {
        id: CustomerId,
        name: &'a str,
    }
    let state = sandbox.state();
    let listed = state.data.customers.iter().map(|customer| Listed { id: customer.id, name: &customer.name });
    Answer::json(StatusCode::OK, &listed.collect::<Vec<_>>())
}

/// `POST /sandbox/customers/{id}/reviews`: ends a review.
async fn end_review(
    State(sandbox): State<Sandbox>,
    PathCustomer(id): PathCustomer,
    body: Result<JsonText, Problem>,
) -> Result<Answer, Problem> {
    let review: Review = read(&body?)?;
    let mut state = sandbox.state();
    let entry = state.data.end_review(id, review).map_err(|error| {
        let status = match error {
            NoReview::NoCustomer => StatusCode::NOT_FOUND,
            NoReview::NotInReview => StatusCode::CONFLICT,
            NoReview::NeedlessReason => StatusCode::BAD_REQUEST,
        };
        Problem::new(status, error.to_string())
    })?;
    Ok(Answer::json(StatusCode::OK, entry))
}

/// `POST /sandbox/customers/{id}/purchases`: tries a purchase out. A refusal is worded as the service words it.
async fn purchase(
    State(sandbox): State<Sandbox>,
    PathCustomer(id): PathCustomer,
    body: Result<JsonText, Problem>,
) -> Result<Answer, Problem> {
    let request: PurchaseRequest = read(&body?)?;
    Ok(match sandbox.state().data.purchase(id, &request) {
        Ok(purchased) => Answer::json(StatusCode::CREATED, &purchased),
        Err(NotPurchased::NoCustomer) => Answer::tenant_not_found(id),
        Err(NotPurchased::Refused(transaction, decision)) => Answer::purchase_refused(transaction, &decision),
    })
}

/// `PUT /sandbox/data`: other data. Nothing is remembered of what was before.
async fn replace_data(State(sandbox): State<Sandbox>, body: Result<JsonText, Problem>) -> Result<StatusCode, Problem> {
    let JsonText(json) = body?;
    let data = Data::from_json(&json).map_err(|error| Problem::new(StatusCode::BAD_REQUEST, error.to_string()))?;
    sandbox.begin_anew(Some(data));
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /sandbox/data`: back to the data that the sandbox started with.
async fn reset_data(State(sandbox): State<Sandbox>) -> StatusCode {
    sandbox.begin_anew(None);
    StatusCode::NO_CONTENT
}

/// `POST /sandbox/throttle`: turns the next requests to `/v1` away.
async fn throttle(State(sandbox): State<Sandbox>, body: Result<JsonText, Problem>) -> Result<StatusCode, Problem> {
    let throttle: Throttle = read(&body?)?;
    sandbox.state().throttle = throttle;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /sandbox/updates?mode=`: what a service does with a form. Nothing is sent, and nothing changes.
async fn check_update(
    State(sandbox): State<Sandbox>,
    request_context: SentBy,
    CheckedUpdate(form): CheckedUpdate,
) -> Result<Answer, Problem> {
    #[derive(Serialize)]
    struct Checked {
        #[serde(flatten)]
        form: AcceptedForm,
        request: ServiceRequest,
    }
    let SentBy(request_context) = request_context;
    let policy = sandbox.state().data.undetermined;
    let request = match policy {
        Undetermined::Accept => ServiceRequest::undetermined_update(&form.value, &request_context),
        Undetermined::Refuse => form.request(&request_context)?,
    };
    Ok(Answer::json(StatusCode::OK, &Checked { form, request }))
}

/// Who sends the request that a service makes of this one: the ids are those of this one.
struct SentBy(RequestContext);

impl<S: Sync> FromRequestParts<S> for SentBy {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let needed = |name| {
            let missing = || bad_request("The headers MS-RequestId and MS-CorrelationId are needed.");
            guid(&parts.headers, &name)?.ok_or_else(missing)
        };
        Ok(Self(RequestContext::new(needed(REQUEST_ID)?, needed(CORRELATION_ID)?)))
    }
}
