//! Tries a purchase: decides by the account status and the qualifications of the customer.

use partner_center_rules::{
    AccountStatus, CustomerId, Decision, OfferSegment, Open, Outcome, Purchase, Transaction, purchase_eligibility,
    read_validation_status,
};
use serde::{Deserialize, Serialize};

use crate::data::{Account, Data, Undetermined};

/// A requested purchase. Without a segment only the account status is checked.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object")]
pub(crate) struct PurchaseRequest {
    #[serde(default)]
    transaction: Transaction,
    segment: Option<OfferSegment>,
}

/// A purchase that is possible.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Purchased {
    customer_id: CustomerId,
    transaction: Transaction,
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<OfferSegment>,
    decision: Decision,
}

/// Why a purchase is not possible.
#[derive(Debug)]
pub(crate) enum NotPurchased {
    NoCustomer,
    Refused(Transaction, Decision),
}

impl Data {
    /// Decides whether a purchase is possible.
    ///
    /// # Errors
    /// [`NotPurchased`].
    pub(crate) fn purchase(&self, id: CustomerId, request: &PurchaseRequest) -> Result<Purchased, NotPurchased> {
        let customer = self.customer(id).ok_or(NotPurchased::NoCustomer)?;
        let &PurchaseRequest { transaction, segment } = request;
        let status = customer.validation_status.known();
        let decision = purchase_eligibility(&Purchase { status, transaction, held: customer.holdings(), segment });
        let goes_through = match decision.outcome() {
            Outcome::Allowed => true,
            Outcome::Undetermined => self.undetermined == Undetermined::Accept,
            _ => false,
        };
        if goes_through {
            Ok(Purchased { customer_id: id, transaction, segment, decision })
        } else {
            Err(NotPurchased::Refused(transaction, decision))
        }
    }
}

impl Account {
    /// Returns the status, or `None` if the response does not contain one.
    fn known(&self) -> Option<Open<AccountStatus>> {
        match self {
            Self::Status { status, .. } => AccountStatus::from_wire(status),
            Self::NoAccountStatus => Some(AccountStatus::NoAccountStatus.into()),
            Self::Raw { http_status, body } => read_validation_status(*http_status, body).ok().map(|read| read.status),
        }
    }
}
