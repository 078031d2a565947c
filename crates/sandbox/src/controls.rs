//! `/sandbox`: controls that the real service does not have. Errors are problem responses (RFC 9457).

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
use crate::service::headers::{self, CORRELATION_ID, REQUEST_ID, guid};
use crate::service::response::ServiceResponse;

/// Builds the router of `/sandbox`.
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

/// Parses a body. The problem names the member that is wrong and what is allowed there.
fn read<'a, T: Deserialize<'a>>(JsonText(json): &'a JsonText) -> Result<T, Problem> {
    data::read(json).map_err(|error| Problem::new(StatusCode::BAD_REQUEST, error))
}

/// `GET /sandbox/customers`: lists the customers.
async fn customers(State(sandbox): State<Sandbox>) -> ServiceResponse {
    #[derive(Serialize)]
    struct Listed<'a> {
        id: CustomerId,
        name: &'a str,
    }
    let state = sandbox.state();
    let listed = state.data.customers.iter().map(|customer| Listed { id: customer.id, name: &customer.name });
    ServiceResponse::json(StatusCode::OK, &listed.collect::<Vec<_>>())
}

/// `POST /sandbox/customers/{id}/reviews`: ends a review.
async fn end_review(
    State(sandbox): State<Sandbox>,
    PathCustomer(id): PathCustomer,
    body: Result<JsonText, Problem>,
) -> Result<ServiceResponse, Problem> {
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
    Ok(ServiceResponse::json(StatusCode::OK, entry))
}

/// `POST /sandbox/customers/{id}/purchases`: tries a purchase. A refusal has the body that the service would send.
async fn purchase(
    State(sandbox): State<Sandbox>,
    PathCustomer(id): PathCustomer,
    body: Result<JsonText, Problem>,
) -> Result<ServiceResponse, Problem> {
    let request: PurchaseRequest = read(&body?)?;
    Ok(match sandbox.state().data.purchase(id, &request) {
        Ok(purchased) => ServiceResponse::json(StatusCode::CREATED, &purchased),
        Err(NotPurchased::NoCustomer) => ServiceResponse::tenant_not_found(id),
        Err(NotPurchased::Refused(transaction, decision)) => ServiceResponse::purchase_refused(transaction, &decision),
    })
}

/// `PUT /sandbox/data`: replaces the data and clears all other state.
async fn replace_data(State(sandbox): State<Sandbox>, body: Result<JsonText, Problem>) -> Result<StatusCode, Problem> {
    let JsonText(json) = body?;
    let data = Data::from_json(&json).map_err(|error| Problem::new(StatusCode::BAD_REQUEST, error.to_string()))?;
    sandbox.begin_anew(Some(data));
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /sandbox/data`: restores the data that the sandbox started with.
async fn reset_data(State(sandbox): State<Sandbox>) -> StatusCode {
    sandbox.begin_anew(None);
    StatusCode::NO_CONTENT
}

/// `POST /sandbox/throttle`: rejects the next requests to `/v1` with status 429.
async fn throttle(State(sandbox): State<Sandbox>, body: Result<JsonText, Problem>) -> Result<StatusCode, Problem> {
    let throttle: Throttle = read(&body?)?;
    sandbox.state().throttle = throttle;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /sandbox/updates?mode=`: checks a form as a partner's own service would. Sends and changes nothing.
async fn check_update(
    State(sandbox): State<Sandbox>,
    request_context: SentBy,
    CheckedUpdate(form): CheckedUpdate,
) -> Result<ServiceResponse, Problem> {
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
    Ok(ServiceResponse::json(StatusCode::OK, &Checked { form, request }))
}

/// The ids of this request, which the request to Partner Center that is made from it has too.
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
