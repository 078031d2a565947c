//! Context of requests: cloud and ids.

use crate::values::enumeration::enumeration;
use crate::values::guid::Guid;

enumeration! {
    /// The cloud that the service runs in.
    ///
    /// ```
    /// use partner_center_rules::Cloud;
    ///
    /// assert_eq!(Cloud::Worldwide.base_url(), "https://api.partnercenter.microsoft.com");
    /// ```
    pub enum Cloud: label {
        /// The Microsoft cloud.
        Worldwide = "worldwide", "Microsoft cloud";
        /// The cloud in China, operated by 21Vianet.
        China = "china", "Operated by 21Vianet (China)";
    }
}

#[expect(clippy::derivable_impls, reason = "the enumeration macro declares the variants")]
impl Default for Cloud {
    fn default() -> Self {
        Self::Worldwide
    }
}

impl Cloud {
    /// Returns the base URL of all paths.
    ///
    /// ```
    /// use partner_center_rules::Cloud;
    ///
    /// assert_eq!(Cloud::Worldwide.base_url(), "https://api.partnercenter.microsoft.com");
    /// ```
    #[must_use]
    pub const fn base_url(self) -> &'static str {
        match self {
            Self::Worldwide => "https://api.partnercenter.microsoft.com",
            Self::China => "https://partner.partnercenterapi.microsoftonline.cn",
        }
    }
}

/// The context of a request: cloud and ids. The caller adds the header `Authorization`.
///
/// Source: `HEADERS`.
///
/// ```
/// use partner_center_rules::{Cloud, Request, RequestContext};
///
/// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
/// let request_context = RequestContext { cloud: Cloud::China, ..RequestContext::new(id, id) };
/// assert!(Request::read_validation_codes(&request_context).url().starts_with(Cloud::China.base_url()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RequestContext {
    /// The cloud.
    pub cloud: Cloud,
    /// The header `MS-RequestId`: the same id to send a request again after a time-out, a new one after every response. It prevents an
    /// update from being made twice.
    pub request_id: Guid,
    /// The header `MS-CorrelationId`, with which a call is found in logs.
    pub correlation_id: Guid,
}

impl RequestContext {
    /// Returns the context of a request to the worldwide cloud.
    ///
    /// ```
    /// use partner_center_rules::{Cloud, RequestContext};
    ///
    /// let request_id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
    /// let correlation_id = "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745".parse()?;
    /// assert_eq!(RequestContext::new(request_id, correlation_id).cloud, Cloud::Worldwide);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn new(request_id: Guid, correlation_id: Guid) -> Self {
        Self { cloud: Cloud::Worldwide, request_id, correlation_id }
    }
}
