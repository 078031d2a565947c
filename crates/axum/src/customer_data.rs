//! The data of a service about its customers.

use std::future::{Future, ready};
use std::sync::Arc;

use partner_center_rules::{CustomerId, Holdings, PartnerValidationCode};

/// The data that a form is checked against. The state of the router implements it, or what an [`Arc`] in its place points to.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use partner_center_rules::{CustomerId, Holdings, PartnerValidationCode};
/// use partner_center_rules_axum::CustomerData;
///
/// /// Records of the responses of Partner Center.
/// struct Records {
///     held: BTreeMap<CustomerId, Holdings>,
///     validation_codes: Vec<PartnerValidationCode>,
/// }
///
/// impl CustomerData for Records {
///     async fn held(&self, customer: CustomerId) -> Option<Holdings> {
///         self.held.get(&customer).copied()
///     }
///
///     async fn validation_codes(&self) -> Option<Vec<PartnerValidationCode>> {
///         Some(self.validation_codes.clone())
///     }
/// }
/// ```
pub trait CustomerData {
    /// Returns the qualifications of a customer, as `GET /qualifications` gives them, or `None` if they are not known. That is not the
    /// same as no qualifications: whether another can be set is undetermined then.
    fn held(&self, customer: CustomerId) -> impl Future<Output = Option<Holdings>> + Send;

    /// Returns the validation codes of the partner, or `None` if they are not known. Then any code is accepted.
    fn validation_codes(&self) -> impl Future<Output = Option<Vec<PartnerValidationCode>>> + Send;

    /// Returns the name of a customer, or `None` if it is not known. With a name, a validation code that was issued to an organization
    /// of another name gives a warning.
    fn customer_name(&self, _customer: CustomerId) -> impl Future<Output = Option<String>> + Send {
        ready(None)
    }
}

impl<T: CustomerData> CustomerData for Arc<T> {
    fn held(&self, customer: CustomerId) -> impl Future<Output = Option<Holdings>> + Send {
        T::held(self, customer)
    }

    fn validation_codes(&self) -> impl Future<Output = Option<Vec<PartnerValidationCode>>> + Send {
        T::validation_codes(self)
    }

    fn customer_name(&self, customer: CustomerId) -> impl Future<Output = Option<String>> + Send {
        T::customer_name(self, customer)
    }
}
