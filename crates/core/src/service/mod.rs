//! Requests to Partner Center and its responses, as values.

pub(crate) mod classification;
pub(crate) mod curl;
pub(crate) mod eligibility;
pub(crate) mod error_body;
pub(crate) mod fault;
pub(crate) mod operation;
pub(crate) mod refusal;
pub(crate) mod request;
pub(crate) mod request_body;
pub(crate) mod request_context;
pub(crate) mod response;
pub(crate) mod undetermined_update;
