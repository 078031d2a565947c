//! The cases of the form check, sent to the extractor: it gives the same issues, warnings and values as `checkForm` in the browser.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::routing::post;
use partner_center_rules::{
    Context, CustomerId, FieldText, FormInput, HeldQualification, Holdings, PartnerValidationCode, ValidationCode,
};
use partner_center_rules_axum::{CheckedUpdate, CustomerData};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use tower::ServiceExt as _;

#[derive(serde::Deserialize)]
struct File {
    cases: Vec<Case>,
}

#[derive(serde::Deserialize)]
struct Case {
    name: String,
    input: Input,
    expected: Value,
}

#[derive(serde::Deserialize)]
struct Input {
    /// As it is written, so that its members keep their order.
    form: Box<RawValue>,
    #[serde(default)]
    context: Value,
}

/// What the service knows: the data of one case.
#[derive(Clone, Debug)]
struct Known {
    held: Option<Holdings>,
    validation_codes: Option<Vec<PartnerValidationCode>>,
    customer_name: Option<String>,
}

impl CustomerData for Known {
    async fn held(&self, _: CustomerId) -> Option<Holdings> {
        self.held
    }

    async fn validation_codes(&self) -> Option<Vec<PartnerValidationCode>> {
        self.validation_codes.clone()
    }

    async fn customer_name(&self, _: CustomerId) -> Option<String> {
        self.customer_name.clone()
    }
}

fn held(context: &Value) -> Option<Holdings> {
    let mut holdings = Holdings::default();
    for entry in context.get("held")?.as_array()? {
        match serde_json::from_value::<HeldQualification>(entry.clone()) {
            Ok(entry) => holdings.add_entry(&entry),
            Err(_) => holdings.add_unrecognised(),
        }
    }
    Some(holdings)
}

/// Returns a validation code of the partner, or `None` for an entry that Partner Center does not return.
fn validation_code(entry: &Value) -> Option<PartnerValidationCode> {
    let code: ValidationCode = serde_json::from_value(entry.get("validationId")?.clone()).ok()?;
    let mut code = PartnerValidationCode::from_digits(code.as_str())?;
    if let Some(creates) = entry.get("remainingCreates").filter(|creates| !creates.is_null()) {
        code.remaining_creates = Some(creates.as_i64()?);
    }
    code.organization_name = entry.get("organizationName").and_then(Value::as_str).map(str::to_owned);
    Some(code)
}

/// Sends a form; returns the status and the JSON of the response.
async fn send(known: Known, uri: &str, form: &str) -> (u16, Value) {
    let handler = post(async |CheckedUpdate(form): CheckedUpdate| serde_json::to_string(&form).unwrap());
    let app = Router::new()
        .route("/updates", handler.clone())
        .route("/customers/{customer_id}/updates", handler)
        .with_state(Arc::new(known));
    let request = Request::post(uri).header("Content-Type", "application/json").body(Body::from(form.to_owned()));
    let response = app.oneshot(request.unwrap()).await.unwrap();
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, serde_json::from_slice(&body).unwrap())
}

/// Returns the members that every case expects: issues without texts, with the field in place of its path.
fn shortened(mut result: Value) -> Value {
    for found in ["issues", "warnings", "changes"] {
        for item in result.get_mut(found).and_then(Value::as_array_mut).into_iter().flatten() {
            let item = item.as_object_mut().unwrap();
            item.retain(|name, _| name != "message" && name != "severity");
            let field = item["path"].get(0).cloned().unwrap_or_default();
            item.insert("path".to_owned(), field);
        }
    }
    result
}

#[tokio::test]
async fn every_case_gets_the_same_result_as_in_the_browser() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/check-form.json");
    let File { cases } = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let (mut compared, mut unnamed, mut skipped) = (0, 0, 0);
    for Case { name, input: Input { form, context }, expected } in cases {
        let entries = context.get("validationCodes").and_then(Value::as_array);
        let validation_codes: Option<Vec<_>> =
            entries.map(|entries| entries.iter().filter_map(validation_code).collect());
        if entries.map(Vec::len) != validation_codes.as_ref().map(Vec::len) {
            // A service reads its codes from Partner Center, which returns no such entries.
            skipped += 1;
            continue;
        }
        let text = |member| context.get(member).and_then(Value::as_str);
        let customer_name = text("customerName").map(str::to_owned);
        let known = Known { held: held(&context), validation_codes, customer_name };

        let path_customer: Option<CustomerId> = text("customerId").map(|id| id.parse().unwrap());
        let path = path_customer.map_or("/updates".to_owned(), |id| format!("/customers/{id}/updates"));
        let query = text("mode").map_or(String::new(), |mode| format!("?mode={mode}"));
        let (status, response) = send(known.clone(), &format!("{path}{query}"), form.get()).await;

        let input: FormInput = serde_json::from_str(form.get()).unwrap();
        let form_customer = match input.as_form().customer_id {
            FieldText::Text(text) => text.parse::<CustomerId>().ok(),
            _ => None,
        };
        let expected = if path_customer.or(form_customer).is_some() {
            compared += 1;
            expected
        } else {
            // The service cannot look up a customer that is not named, whatever the page knows.
            unnamed += 1;
            let context = Context {
                mode: text("mode").map_or_else(Default::default, |mode| mode.parse().unwrap()),
                validation_codes: known.validation_codes.as_deref(),
                ..Context::default()
            };
            shortened(json!(input.check(&context).unwrap_err()))
        };
        if expected["ok"] == true {
            assert_eq!((status, shortened(response)), (200, expected), "{name}");
        } else {
            let mut found = shortened(response);
            let members = ["issues", "warnings"].map(|member| (member.to_owned(), found[member].take()));
            let found: Value = members.into_iter().chain([("ok".to_owned(), json!(false))]).collect();
            assert_eq!((status, found), (422, expected), "{name}");
        }
    }
    assert!(compared >= 250 && unnamed > 0, "{compared} compared, {unnamed} without a customer, {skipped} skipped");
    assert!(skipped <= 10, "{skipped} skipped");
}
