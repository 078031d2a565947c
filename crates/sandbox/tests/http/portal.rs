//! The portal, and what goes with every answer.

use std::fs;

use partner_center_sandbox::{Data, Portal, Sandbox, TimeLimits, app};

use crate::client::*;

/// Serves a small portal that lies beside a secret.
fn serve(name: &str) -> Server {
    let folder = std::env::temp_dir().join(format!("partner-center-sandbox-{name}-{}", std::process::id()));
    let portal = Portal { www: folder.join("www") };
    fs::create_dir_all(portal.www.join("assets")).unwrap();
    fs::write(folder.join("secret.txt"), "secret").unwrap();
    fs::write(portal.www.join("index.html"), "the page").unwrap();
    fs::write(portal.www.join("assets/index.js"), "export {}").unwrap();
    Server::serving(app(&Sandbox::new(Data::seed().unwrap()), Some(&portal)).unwrap(), TimeLimits::default())
}

#[test]
fn the_portal_is_served_and_nothing_else() {
    let server = serve("files");
    for (method, path, status, content_type) in [
        ("GET", "/", 200, Some("text/html")),
        ("HEAD", "/index.html", 200, Some("text/html")),
        ("GET", "/assets/index.js", 200, Some("text/javascript")),
        ("GET", "/assets/missing.js", 404, None),
        ("GET", "/missing.html", 404, None),
        ("POST", "/", 405, None),
        ("GET", "/../secret.txt", 404, None),
        ("GET", "/%2e%2e/secret.txt", 404, None),
        ("GET", "/assets/..%2f..%2fsecret.txt", 404, None),
        ("GET", VALIDATIONS, 200, Some("application/json")),
        ("GET", "/v1/nothing", 404, Some("application/json")),
        ("GET", "/sandbox/nothing", 404, Some("application/problem+json")),
    ] {
        let answer = server.send(&Ask::new(method, path));
        assert_eq!((answer.status, answer.header("content-type")), (status, content_type), "{method} {path}");
        assert!(!answer.body.contains("secret"), "{method} {path}: {answer:?}");
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src "), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("cache-control"), Some("no-cache"));
    }
}

#[test]
fn an_address_of_the_portal_is_its_page() {
    let server = serve("addresses");
    for path in [
        "/customers",
        "/customers/",
        "/customers/3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1/set-qualification",
        "/rules/A2?q=a.b",
    ] {
        let answer = server.get(path);
        assert_eq!((answer.status, answer.body.as_str()), (200, "the page"), "{path}");
    }
}

#[test]
fn without_a_portal_there_is_only_the_sandbox() {
    let server = Server::start();
    for path in ["/", "/index.html", "/customers"] {
        let answer = server.get(path);
        assert_eq!(answer.problem(404), "There is nothing at this path.");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    }
}

#[test]
fn a_portal_without_a_page_is_refused() {
    let portal = Portal { www: "/no/such/folder".into() };
    let error = app(&Sandbox::new(Data::seed().unwrap()), Some(&portal)).err().unwrap().to_string();
    assert!(error.starts_with("/no/such/folder/index.html cannot be served: "), "{error}");
}
