//! What the sandbox holds, behind one lock: a request sees all that another did, or nothing of it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use partner_center_rules::{CustomerId, Holdings, PartnerValidationCode};
use partner_center_rules_axum::CustomerData;
use serde::Deserialize;

use crate::data::{Data, WholeNumber};
use crate::replay::Answered;

/// The service in memory. A clone is the same sandbox.
#[derive(Clone, Debug)]
pub struct Sandbox {
    start: Arc<Data>,
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) data: Data,
    pub(crate) answered: Answered,
    pub(crate) throttle: Throttle,
}

/// How many requests are still to be turned away, and when they may come back.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `requests` and `retryAfter`")]
pub(crate) struct Throttle {
    requests: WholeNumber,
    retry_after: WholeNumber,
}

impl Sandbox {
    /// A sandbox that starts with some data.
    #[must_use]
    pub fn new(data: Data) -> Self {
        let state = Mutex::new(State::new(data.clone()));
        Self { start: Arc::new(data), state: Arc::new(state) }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // Every change is made after everything that can fail: what is there is whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins anew with other data, or with those that it started with.
    pub(crate) fn begin_anew(&self, data: Option<Data>) {
        *self.state() = State::new(data.unwrap_or_else(|| Data::clone(&self.start)));
    }
}

impl State {
    fn new(data: Data) -> Self {
        Self {
            data,
            answered: Answered::default(),
            throttle: Throttle { requests: WholeNumber(0), retry_after: WholeNumber(0) },
        }
    }
}

impl Throttle {
    /// Takes one request: the seconds after which it may come back, if it is turned away.
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
