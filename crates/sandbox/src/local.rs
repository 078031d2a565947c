//! Accepts requests only from this machine, and from web pages only if they have the sandbox's own origin.

use std::net::{IpAddr, SocketAddr};

use axum::extract::Request;
use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use partner_center_rules_axum::Problem;

/// Where a request comes from. [`serve`](crate::serve) puts it into every request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub(crate) SocketAddr);

/// The header in which browsers state how the requesting page is related to this server.
const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
/// The values for a page of this server, and for an address that the user typed.
const OWN_SITES: [&str; 2] = ["same-origin", "none"];

/// Checks that a request comes from this machine and, if from a web page, from the sandbox's own origin.
///
/// The host has to be a loopback address, since another site can point a name of its own at this machine (DNS rebinding). The
/// headers that browsers send about the requesting page, `Origin` and `Sec-Fetch-Site`, have to match too.
///
/// # Errors
/// The first condition that is not met.
pub(crate) fn check(request: &Request) -> Result<(), Problem> {
    let forbidden = |detail| Err(Problem::new(StatusCode::FORBIDDEN, detail));
    let is_from_here = |Peer(address): &Peer| address.ip().to_canonical().is_loopback();
    if !request.extensions().get().is_some_and(is_from_here) {
        return forbidden("Only programs on this machine are answered.");
    }
    let Ok(Some(host)) = only(request.headers(), &HOST) else {
        return forbidden("The request needs one header Host.");
    };
    if !is_loopback(host) || request.uri().authority().is_some_and(|authority| !is_loopback(authority.as_str())) {
        return forbidden("The host has to be localhost or a loopback address, such as 127.0.0.1.");
    }
    let is_own = match (only(request.headers(), &ORIGIN), only(request.headers(), &SITE)) {
        (Ok(origin), Ok(site)) => {
            origin.is_none_or(|origin| is_origin_of(origin, host)) && site.is_none_or(|site| OWN_SITES.contains(&site))
        }
        _ => false,
    };
    if is_own { Ok(()) } else { forbidden("Pages of other origins are not answered.") }
}

/// Returns the value of a header, if there is one. A header that occurs twice, or is not text, is an error.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a str>, ()> {
    let mut values = headers.get_all(name).iter();
    let Some(first) = values.next() else { return Ok(None) };
    match (first.to_str(), values.next()) {
        (Ok(text), None) => Ok(Some(text)),
        _ => Err(()),
    }
}

fn is_loopback(host: &str) -> bool {
    let Ok(authority) = host.parse::<Authority>() else { return false };
    let name = authority.host();
    let address = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost") || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn is_origin_of(origin: &str, host: &str) -> bool {
    origin.strip_prefix("http://").is_some_and(|authority| authority.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    /// Returns whether a request with these headers is accepted.
    fn passes(peer: &str, uri: &str, headers: &[(&str, &str)]) -> bool {
        let request =
            headers.iter().fold(Request::builder().uri(uri), |request, (name, value)| request.header(*name, *value));
        let mut request = request.body(Body::empty()).unwrap();
        request.extensions_mut().insert(Peer(peer.parse().unwrap()));
        check(&request).is_ok()
    }

    #[test]
    fn only_loopback_peers_are_accepted() {
        let passes = |peer| passes(peer, "/", &[("host", "localhost")]);
        assert!(passes("127.0.0.1:5000") && passes("127.9.9.9:5000") && passes("[::1]:5000"));
        assert!(passes("[::ffff:127.0.0.1]:5000"));
        assert!(!passes("192.0.2.1:5000") && !passes("[2001:db8::1]:5000") && !passes("[::ffff:192.0.2.1]:5000"));
        let nobody = Request::builder().header("host", "localhost").body(Body::empty()).unwrap();
        assert!(check(&nobody).is_err());
    }

    #[test]
    fn only_loopback_hosts_are_accepted() {
        let passes = |host| passes("127.0.0.1:5000", "/", &[("host", host)]);
        for host in ["localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:8080", "127.1.2.3", "[::1]", "[::1]:8080"] {
            assert!(passes(host), "{host}");
        }
        for host in [
            "attacker.example",
            "attacker.example:8080",
            "localhost.attacker.example",
            "127.0.0.1.attacker.example",
            "0.0.0.0",
            "192.0.2.1",
            "[::]",
            "",
            "2130706433",
            "127.1",
            "localhost.",
            "a b",
        ] {
            assert!(!passes(host), "{host}");
        }
    }

    #[test]
    fn the_host_header_occurs_once() {
        assert!(!passes("127.0.0.1:5000", "/", &[]));
        assert!(!passes("127.0.0.1:5000", "/", &[("host", "localhost"), ("host", "attacker.example")]));
        assert!(!passes("127.0.0.1:5000", "http://attacker.example/", &[("host", "localhost")]));
        assert!(passes("127.0.0.1:5000", "http://localhost/", &[("host", "localhost")]));
    }

    #[test]
    fn only_pages_of_the_same_site_are_accepted() {
        let passes = |site| passes("127.0.0.1:5000", "/", &[("host", "localhost:8080"), ("sec-fetch-site", site)]);
        assert!(passes("same-origin") && passes("none"));
        assert!(!passes("cross-site") && !passes("same-site") && !passes(""));
    }

    #[test]
    fn only_pages_of_the_same_origin_are_accepted() {
        let passes = |origin| passes("127.0.0.1:5000", "/", &[("host", "localhost:8080"), ("origin", origin)]);
        assert!(passes("http://localhost:8080"));
        for origin in [
            "http://attacker.example",
            "http://localhost",
            "http://localhost:8081",
            "https://localhost:8080",
            "http://127.0.0.1:8080",
            "null",
            "",
            "localhost:8080",
        ] {
            assert!(!passes(origin), "{origin}");
        }
    }
}
