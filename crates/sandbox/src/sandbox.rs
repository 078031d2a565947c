//! The state of the sandbox, behind one lock: a request sees every change of another request, or none.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use partner_center_rules::{CustomerId, Holdings, PartnerValidationCode};
use partner_center_rules_axum::CustomerData;
use serde::Deserialize;

use crate::data::{Data, WholeNumber};
use crate::replay::RememberedResponses;

/// The service in memory. Clones share their state.
#[derive(Clone, Debug)]
pub struct Sandbox {
    start: Arc<Data>,
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) data: Data,
    pub(crate) remembered: RememberedResponses,
    pub(crate) throttle: Throttle,
}

/// How many requests are still to be rejected, and after how many seconds a client may retry.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `requests` and `retryAfter`")]
pub(crate) struct Throttle {
    requests: WholeNumber,
    retry_after: WholeNumber,
}

impl Sandbox {
    /// Returns a sandbox that starts with `data`.
    #[must_use]
    pub fn new(data: Data) -> Self {
        let state = Mutex::new(State::new(data.clone()));
        Self { start: Arc::new(data), state: Arc::new(state) }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // A poisoned lock is safe to use: every change is made after all that can fail.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Resets the state, with other data or with those that it started with.
    pub(crate) fn begin_anew(&self, data: Option<Data>) {
        *self.state() = State::new(data.unwrap_or_else(|| Data::clone(&self.start)));
    }
}

impl State {
    fn new(data: Data) -> Self {
        Self {
            data,
            remembered: RememberedResponses::default(),
            throttle: Throttle { requests: WholeNumber(0), retry_after: WholeNumber(0) },
        }
    }
}

impl Throttle {
    /// Counts one request. Returns the seconds after which it may be retried, if it is rejected.
    pub(crate) fn turn_away(&mut self) -> Option<u32> {
        self.requests = WholeNumber(self.requests.0.checked_sub(1)?);
        Some(self.retry_after.0)
    }
}

impl CustomerData for Sandbox {
    async fn held(&self, customer: CustomerId) -> Option<Holdings> {
        self.state().data.customer(customer)?.holdings()
    }

    async fn validation_codes(&self) -> Option<Vec<PartnerValidationCode>> {
        self.state().data.known_codes()
    }

    async fn customer_name(&self, customer: CustomerId) -> Option<String> {
        Some(self.state().data.customer(customer)?.name.clone())
    }
}
