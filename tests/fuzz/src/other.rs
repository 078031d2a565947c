//! Properties that need other libraries.

use partner_center_rules::*;

use crate::model::{forms, responses, values};

/// Browsers read the same host, and no user name or password.
pub(crate) fn website(text: &str) {
    values::website(text);
    let Ok(website) = text.parse::<Website>() else { return };
    let canonical = website.as_str();
    let has_scheme = canonical.starts_with("http://") || canonical.starts_with("https://");
    let address = format!("{}{canonical}", if has_scheme { "" } else { "https://" });
    // The other library also reads the letters of names in Punycode and beyond ASCII, where it knows more of them.
    if website.has_non_ascii_host() || address.to_ascii_lowercase().contains("xn--") {
        return;
    }
    let theirs = url::Url::parse(&address).expect("an address of the web");
    assert!(theirs.username().is_empty() && theirs.password().is_none(), "{theirs}");
    let is_ip_address = matches!(theirs.host(), Some(url::Host::Ipv4(_) | url::Host::Ipv6(_)));
    assert_eq!(is_ip_address, website.is_ip_address());
    let host = values::host(canonical);
    match theirs.host() {
        // The other library writes it in its shortest form.
        Some(url::Host::Ipv6(address)) => assert_eq!(host.trim_matches(['[', ']']).parse(), Ok(address)),
        _ => assert_eq!(theirs.host_str().map(without_root), Some(without_root(host))),
    }
}

/// Returns a host without the dot of the root.
fn without_root(host: &str) -> &str {
    host.strip_suffix('.').unwrap_or(host)
}

/// The status, and the decision for one of the purchases, chosen by the length of the body.
pub(crate) fn status(http_status: u16, body: &str) {
    responses::validation_status(http_status, body);
    let [transactions, segments] = [Transaction::ALL.len(), OfferSegment::ALL.len()];
    let transaction = Transaction::ALL[body.len() % transactions];
    let segment = OfferSegment::ALL[body.len() / transactions % segments];
    let held = (body.len() / transactions / segments).is_multiple_of(2).then(Holdings::default);
    responses::decisions(http_status, body, transaction, segment, held);
}

/// Entries survive serialisation, except for members that the rules do not know.
pub(crate) fn qualifications(http_status: u16, body: &str) {
    responses::qualifications(http_status, body);
    let Ok(mut entries) = read_qualifications(http_status, body) else { return };
    let written = serde_json::to_string(&entries).expect("JSON");
    entries.iter_mut().for_each(|entry| entry.other.clear());
    assert_eq!(serde_json::from_str::<Vec<HeldQualification>>(&written).expect("entries"), entries);
}

/// A shell reads the whole request from its `curl` command.
pub(crate) fn form(form: &Form<'_>, context: &Context<'_>, cloud: Cloud) {
    let Some(request) = forms::form(form, context, cloud) else { return };
    let words = shlex::split(&request.curl()).expect("words of a shell");
    let mut expected = vec!["curl".to_owned(), "--request".to_owned(), request.method().to_owned(), request.url()];
    let headers = request.headers().iter().map(|(name, value)| format!("{name}: {value}"));
    for header in headers.chain(["Authorization: Bearer $PARTNER_CENTER_TOKEN".to_owned()]) {
        expected.extend(["--header".to_owned(), header]);
    }
    expected.extend(["--data".to_owned(), request.body().expect("a body").to_owned()]);
    assert!(words.iter().filter(|word| !word.is_empty()).eq(&expected), "{words:?}");
}
