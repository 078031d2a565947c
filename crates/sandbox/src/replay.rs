//! Remembers the responses to updates, so that a repeated request has no second effect.
//!
//! The header MS-RequestId exists "to ensure idempotency" (HEADERS): after a time-out a caller sends the same id again.

use std::collections::{BTreeMap, VecDeque};

use partner_center_rules::Guid;
use sha2::{Digest as _, Sha256};

use crate::service::response::ServiceResponse;

/// How many responses are remembered. The oldest are forgotten first.
pub(crate) const MAX_REMEMBERED: usize = 1_000;

/// The responses to updates by the ids of their requests.
#[derive(Debug, Default)]
pub(crate) struct RememberedResponses {
    by_id: BTreeMap<Guid, (Fingerprint, ServiceResponse)>,
    /// The oldest first.
    ids: VecDeque<Guid>,
}

/// A hash that identifies the content of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// Hashes the parts of a request.
    pub(crate) fn of(parts: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        Self(hash.finalize().into())
    }
}

impl RememberedResponses {
    /// Returns the remembered response of a repeated request. Otherwise calls `act`, and remembers its response if the request has an id.
    pub(crate) fn once(
        &mut self,
        id: Option<Guid>,
        request: Fingerprint,
        act: impl FnOnce() -> ServiceResponse,
    ) -> ServiceResponse {
        let Some(id) = id else { return act() };
        match self.by_id.get(&id) {
            Some((same, response)) if *same == request => return response.clone(),
            Some(_) => return ServiceResponse::request_id_in_use(),
            None => {}
        }
        let response = act();
        self.by_id.insert(id, (request, response.clone()));
        self.ids.push_back(id);
        if self.ids.len() > MAX_REMEMBERED
            && let Some(oldest) = self.ids.pop_front()
        {
            self.by_id.remove(&oldest);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::*;

    fn id(number: usize) -> Option<Guid> {
        format!("0a1b2c3d-4e5f-6789-abcd-{number:012}").parse().ok()
    }

    #[test]
    fn a_forgotten_request_is_executed_again() {
        let mut remembered = RememberedResponses::default();
        let mut done = 0;
        let mut ask = |number| {
            let response = remembered.once(id(number), Fingerprint::of(&["same"]), || {
                done += 1;
                ServiceResponse::json(StatusCode::OK, &done)
            });
            (response, remembered.by_id.len(), remembered.ids.len())
        };
        let (first, ..) = ask(0);
        assert_eq!(ask(0).0, first);
        for number in 1..MAX_REMEMBERED {
            ask(number);
        }
        assert_eq!(ask(0), (first.clone(), MAX_REMEMBERED, MAX_REMEMBERED));
        let (_, by_id, ids) = ask(MAX_REMEMBERED);
        assert_eq!((by_id, ids), (MAX_REMEMBERED, MAX_REMEMBERED));
        assert_ne!(ask(0).0, first);
    }

    #[test]
    fn the_borders_of_parts_are_hashed() {
        assert_ne!(Fingerprint::of(&["ab", "c"]), Fingerprint::of(&["a", "bc"]));
        assert_eq!(Fingerprint::of(&["ab", "c"]), Fingerprint::of(&["ab", "c"]));
    }
}
