//! Remembers the answers to updates, so that a request that is sent again has no second effect.
//!
//! The header MS-RequestId is there "to ensure idempotency" (HEADERS): after a time-out a caller sends the same id again.

use std::collections::{BTreeMap, VecDeque};

use partner_center_rules::Guid;
use sha2::{Digest as _, Sha256};

use crate::service::answer::Answer;

/// How many answers are remembered. Those of older requests are forgotten.
pub(crate) const MOST_ANSWERS: usize = 1_000;

/// The answers to updates by the ids of their requests.
#[derive(Debug, Default)]
pub(crate) struct Answered {
    by_id: BTreeMap<Guid, (Fingerprint, Answer)>,
    /// The oldest first.
    ids: VecDeque<Guid>,
}

/// What tells one request from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of the parts of a request.
    pub(crate) fn of(parts: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        Self(hash.finalize().into())
    }
}

impl Answered {
    /// Gives the answer that the request has had before. Otherwise acts, and remembers the answer if the request has an id.
    pub(crate) fn once(&mut self, id: Option<Guid>, request: Fingerprint, act: impl FnOnce() -> Answer) -> Answer {
        let Some(id) = id else { return act() };
        match self.by_id.get(&id) {
            Some((same, answer)) if *same == request => return answer.clone(),
            Some(_) => return Answer::request_id_in_use(),
            None => {}
        }
        let answer = act();
        self.by_id.insert(id, (request, answer.clone()));
        self.ids.push_back(id);
        if self.ids.len() > MOST_ANSWERS
            && let Some(oldest) = self.ids.pop_front()
        {
            self.by_id.remove(&oldest);
        }
        answer
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
    fn what_is_forgotten_is_done_again() {
        let mut answered = Answered::default();
        let mut done = 0;
        let mut ask = |number| {
            let answer = answered.once(id(number), Fingerprint::of(&["same"]), || {
                done += 1;
                Answer::json(StatusCode::OK, &done)
            });
            (answer, answered.by_id.len(), answered.ids.len())
        };
        let (first, ..) = ask(0);
        assert_eq!(ask(0).0, first);
        for number in 1..MOST_ANSWERS {
            ask(number);
        }
        assert_eq!(ask(0), (first.clone(), MOST_ANSWERS, MOST_ANSWERS));
        let (_, by_id, ids) = ask(MOST_ANSWERS);
        assert_eq!((by_id, ids), (MOST_ANSWERS, MOST_ANSWERS));
        assert_ne!(ask(0).0, first);
    }

    #[test]
    fn parts_are_told_apart() {
        assert_ne!(Fingerprint::of(&["ab", "c"]), Fingerprint::of(&["a", "bc"]));
        assert_eq!(Fingerprint::of(&["ab", "c"]), Fingerprint::of(&["ab", "c"]));
    }
}
