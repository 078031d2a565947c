//! Requests to the service, as values. They are made only of checked values, and are not sent.

use alloc::string::String;
use alloc::vec::Vec;

use crate::forms::form::{AcceptedForm, RejectedForm};
use crate::forms::update::QualificationUpdate;
use crate::rules::rule::Outcome;
use crate::service::operation::Operation;
use crate::service::request_body::asynchronous_body;
use crate::service::request_context::{Cloud, RequestContext};
use crate::service::undetermined_update::UndeterminedUpdate;
use crate::values::customer_id::CustomerId;
use crate::values::qualification::Mode;
use crate::values::text::{concat, decimal};

/// A request: method, URL, headers and body. It can be created only by these constructors, from typed values, so that no text can change
/// the path, the host or a header.
///
/// ```
/// use partner_center_rules::{Request, RequestContext};
///
/// let request_context = RequestContext::new(
///     "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse().unwrap(),
///     "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745".parse().unwrap(),
/// );
/// let customer = "0a1b2c3d-4e5f-6789-abcd-ef0123456789".parse().unwrap();
/// let request = Request::read_validation_status(customer, &request_context);
/// assert_eq!(request.method(), "GET");
/// assert_eq!(
///     request.url(),
///     "https://api.partnercenter.microsoft.com/v1/customers/0a1b2c3d-4e5f-6789-abcd-ef0123456789/validationStatus?type=account"
/// );
/// assert_eq!(request.headers()[1], ("MS-RequestId", "037db222-6d8e-4d7f-ba78-df3dca33fb68".to_owned()));
/// ```
///
/// Source: `STATUS`, `SYNC`, `ASYNC`, `GETQ`, `CODES`, `HEADERS`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Request {
    operation: Operation,
    cloud: Cloud,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Option<String>,
}

impl Request {
    /// Creates the request that reads the account validation status of a customer.
    ///
    /// ```
    /// use partner_center_rules::{Request, RequestContext, read_validation_status};
    ///
    /// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
    /// let request_context = RequestContext::new(id, id);
    /// let customer = "0a1b2c3d-4e5f-6789-abcd-ef0123456789".parse()?;
    /// let request = Request::read_validation_status(customer, &request_context);
    /// assert!(request.path_and_query().ends_with("/validationStatus?type=account"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn read_validation_status(customer: CustomerId, request_context: &RequestContext) -> Self {
        let path = customer_path(customer, "/validationStatus?type=account");
        Self::new(Operation::ReadValidationStatus, path, None, request_context)
    }

    /// Creates the request that reads the qualification of a customer through the synchronous API.
    ///
    /// ```
    /// use partner_center_rules::{Request, RequestContext, read_qualification};
    ///
    /// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
    /// let request_context = RequestContext::new(id, id);
    /// let customer = "0a1b2c3d-4e5f-6789-abcd-ef0123456789".parse()?;
    /// let request = Request::read_qualification(customer, &request_context);
    /// assert!(request.path_and_query().ends_with("/qualification"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn read_qualification(customer: CustomerId, request_context: &RequestContext) -> Self {
        Self::new(Operation::ReadQualification, customer_path(customer, "/qualification"), None, request_context)
    }

    /// Creates the request that reads the qualifications of a customer.
    ///
    /// ```
    /// use partner_center_rules::{Request, RequestContext, read_qualifications};
    ///
    /// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
    /// let request_context = RequestContext::new(id, id);
    /// let customer = "0a1b2c3d-4e5f-6789-abcd-ef0123456789".parse()?;
    /// let request = Request::read_qualifications(customer, &request_context);
    /// assert!(request.path_and_query().ends_with("/qualifications"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn read_qualifications(customer: CustomerId, request_context: &RequestContext) -> Self {
        Self::new(Operation::ReadQualifications, customer_path(customer, "/qualifications"), None, request_context)
    }

    /// Creates the request that reads the validation codes of the partner.
    ///
    /// ```
    /// use partner_center_rules::{Request, RequestContext, read_validation_codes};
    ///
    /// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
    /// let request_context = RequestContext::new(id, id);
    /// let request = Request::read_validation_codes(&request_context);
    /// assert_eq!(request.method(), "GET");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn read_validation_codes(request_context: &RequestContext) -> Self {
        Self::new(Operation::ReadValidationCodes, "/v1/customers/all/validations".into(), None, request_context)
    }

    /// Creates the request for an update that the rules allow.
    ///
    /// # Errors
    /// [`UndeterminedUpdate`]: the rules do not determine whether it is allowed. [`Request::undetermined_update`] creates the request
    /// anyway.
    ///
    /// ```
    /// use partner_center_rules::{Context, Form, Holdings, Request, RequestContext, check_form};
    ///
    /// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse().unwrap();
    /// let request_context = RequestContext::new(id, id);
    /// let form = Form {
    ///     customer_id: "0a1b2c3d-4e5f-6789-abcd-ef0123456789".into(),
    ///     qualification: "GovernmentCommunityCloud".into(),
    ///     validation_code: "123456".into(),
    ///     ..Form::default()
    /// };
    ///
    /// // The qualifications of the customer are not known.
    /// let undetermined = check_form(&form, &Context::default()).unwrap();
    /// assert!(Request::update(&undetermined.value, &request_context).is_err());
    ///
    /// let allowed = check_form(&form, &Context { held: Some(Holdings::default()), ..Context::default() }).unwrap();
    /// let request = Request::update(&allowed.value, &request_context).unwrap();
    /// assert_eq!(request.method(), "POST");
    /// assert_eq!(request.body(), Some(r#"{"qualification":"GovernmentCommunityCloud","validationCode":"123456"}"#));
    /// assert_eq!(request, Request::undetermined_update(&undetermined.value, &request_context));
    /// ```
    pub fn update(update: &QualificationUpdate, request_context: &RequestContext) -> Result<Self, UndeterminedUpdate> {
        match update.decision().outcome() {
            Outcome::Allowed => Ok(Self::undetermined_update(update, request_context)),
            Outcome::Undetermined | Outcome::Blocked => Err(UndeterminedUpdate::new(update)),
        }
    }

    /// Creates the request for an update that is allowed or undetermined. The service decides.
    ///
    /// ```
    /// use partner_center_rules::{Context, Field, Form, Request, RequestContext, check_form};
    ///
    /// let form = Form::default()
    ///     .with(Field::CustomerId, "0a1b2c3d-4e5f-6789-abcd-ef0123456789".into())
    ///     .with(Field::Qualification, "Education".into())
    ///     .with(Field::EducationSegment, "K12".into())
    ///     .with(Field::Website, "example.edu".into());
    /// let accepted = check_form(&form, &Context::default())?;
    /// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
    /// let request_context = RequestContext::new(id, id);
    /// // The qualifications of the customer are not known.
    /// assert!(Request::update(&accepted.value, &request_context).is_err());
    /// assert_eq!(Request::undetermined_update(&accepted.value, &request_context).method(), "POST");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn undetermined_update(update: &QualificationUpdate, request_context: &RequestContext) -> Self {
        let customer = update.customer_id();
        let operation = Operation::update(update.mode());
        match update.mode() {
            Mode::Asynchronous => Self::new(
                operation,
                customer_path(customer, "/qualifications"),
                Some(asynchronous_body(update)),
                request_context,
            ),
            Mode::Synchronous => {
                let mut path = customer_path(customer, "/qualification");
                if let Some(code) = update.validation_code() {
                    path.push_str("?code=");
                    path.push_str(code.as_str());
                }
                Self::new(operation, path, Some(decimal(update.qualification().integer())), request_context)
            }
        }
    }

    /// Creates a request.
    fn new(operation: Operation, path: String, body: Option<String>, request_context: &RequestContext) -> Self {
        let json = || String::from("application/json");
        let mut headers = Vec::with_capacity(4);
        headers.push(("Accept", json()));
        headers.push(("MS-RequestId", request_context.request_id.into()));
        headers.push(("MS-CorrelationId", request_context.correlation_id.into()));
        if body.is_some() {
            headers.push(("Content-Type", json()));
        }
        Self { operation, cloud: request_context.cloud, path, headers, body }
    }

    /// Returns the operation.
    #[must_use]
    pub const fn operation(&self) -> Operation {
        self.operation
    }

    /// Returns the HTTP method.
    ///
    /// ```
    /// use partner_center_rules::{Request, RequestContext, read_validation_codes};
    ///
    /// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
    /// let request_context = RequestContext::new(id, id);
    /// let request = Request::read_validation_codes(&request_context);
    /// assert_eq!(request.method(), "GET");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn method(&self) -> &'static str {
        match self.operation {
            Operation::SetQualification => "PUT",
            Operation::CreateQualification => "POST",
            Operation::ReadValidationStatus
            | Operation::ReadQualification
            | Operation::ReadQualifications
            | Operation::ReadValidationCodes => "GET",
        }
    }

    /// Returns the URL.
    ///
    /// ```
    /// use partner_center_rules::{Cloud, Request, RequestContext, read_validation_codes};
    ///
    /// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
    /// let request_context = RequestContext::new(id, id);
    /// let request = Request::read_validation_codes(&request_context);
    /// assert_eq!(request.url(), format!("{}{}", Cloud::Worldwide.base_url(), request.path_and_query()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn url(&self) -> String {
        concat(&[self.cloud.base_url(), &self.path])
    }

    /// Returns the path with its query.
    #[must_use]
    pub fn path_and_query(&self) -> &str {
        &self.path
    }

    /// Returns the headers, without `Authorization`.
    #[must_use]
    pub fn headers(&self) -> &[(&'static str, String)] {
        &self.headers
    }

    /// Returns the body as JSON, if there is one.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }
}

/// Returns a path below a customer.
fn customer_path(customer: CustomerId, end: &str) -> String {
    concat(&["/v1/customers/", &String::from(customer), end])
}

impl AcceptedForm {
    /// Creates the request for the form, if the rules allow the update.
    ///
    /// # Errors
    /// [`RejectedForm`]: the update is undetermined. The issue was a warning of the form.
    ///
    /// ```
    /// use partner_center_rules::{Context, Field, Form, Holdings, Operation, RequestContext, check_form};
    ///
    /// let form = Form::default()
    ///     .with(Field::CustomerId, "0a1b2c3d-4e5f-6789-abcd-ef0123456789".into())
    ///     .with(Field::Qualification, "GovernmentCommunityCloud".into())
    ///     .with(Field::ValidationCode, "0042".into());
    /// let accepted = check_form(&form, &Context { held: Some(Holdings::default()), ..Context::default() })?;
    /// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
    /// let request_context = RequestContext::new(id, id);
    /// assert_eq!(accepted.request(&request_context)?.operation(), Operation::CreateQualification);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn request(&self, request_context: &RequestContext) -> Result<Request, RejectedForm> {
        Request::update(&self.value, request_context).map_err(|UndeterminedUpdate { issue }| {
            let warnings = self.warnings.iter().filter(|warning| warning.code != issue.code).cloned().collect();
            RejectedForm { issues: [issue].into(), warnings }
        })
    }
}

#[cfg(feature = "http")]
impl TryFrom<&Request> for http::Request<Vec<u8>> {
    type Error = http::Error;

    /// Converts the request.
    ///
    /// # Errors
    /// Never in practice, since all parts of a request are well-formed.
    ///
    /// ```
    /// use partner_center_rules::{Cloud, Request, RequestContext};
    ///
    /// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse().unwrap();
    /// let request_context = RequestContext { cloud: Cloud::China, ..RequestContext::new(id, id) };
    /// let request = http::Request::try_from(&Request::read_validation_codes(&request_context)).unwrap();
    /// assert_eq!(request.uri().host(), Some("partner.partnercenterapi.microsoftonline.cn"));
    /// ```
    fn try_from(request: &Request) -> Result<Self, Self::Error> {
        let mut builder = http::Request::builder().method(request.method()).uri(request.url());
        for (name, value) in request.headers() {
            builder = builder.header(*name, value);
        }
        builder.body(request.body().unwrap_or_default().as_bytes().to_vec())
    }
}

/// In JSON a request is `{ "operation", "method", "url", "path", "headers", "body", "curl" }`.
#[cfg(feature = "serde")]
impl serde::Serialize for Request {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut request = serializer.serialize_struct("Request", 7)?;
        request.serialize_field("operation", &self.operation)?;
        request.serialize_field("method", self.method())?;
        request.serialize_field("url", &self.url())?;
        request.serialize_field("path", &self.path)?;
        request.serialize_field("headers", &Headers(&self.headers))?;
        match &self.body {
            Some(body) => request.serialize_field("body", body)?,
            None => request.skip_field("body")?,
        }
        request.serialize_field("curl", &self.curl())?;
        request.end()
    }
}

#[cfg(feature = "serde")]
struct Headers<'a>(&'a [(&'static str, String)]);

#[cfg(feature = "serde")]
impl serde::Serialize for Headers<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
