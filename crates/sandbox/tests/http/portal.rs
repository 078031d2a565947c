//! The portal and the package, and what goes with every answer.

use std::fs;

use partner_center_sandbox::{Data, Portal, Sandbox, TimeLimits, app};

use crate::client::*;

/// Serves a small portal that lies beside a secret.
fn serve(name: &str) -> Server {
    let folder = std::env::temp_dir().join(format!("partner-center-sandbox-{name}-{}", std::process::id()));
    let portal = Portal { www: folder.join("www"), package: folder.join("pkg/dist") };
    fs::create_dir_all(&portal.www).unwrap();
    fs::create_dir_all(&portal.package).unwrap();
    fs::write(folder.join("secret.txt"), "secret").unwrap();
    fs::write(portal.www.join("index.html"), "<script type=\"importmap\">{}</script>").unwrap();
    fs::write(portal.package.join("index.js"), "export {}").unwrap();
    Server::serving(app(&Sandbox::new(Data::seed().unwrap()), Some(&portal)).unwrap(), TimeLimits::default())
}

#[test]
fn the_portal_and_the_package_are_served_and_nothing_else() {
    let server = serve("files");
    for (method, path, status, content_type) in [
        ("GET", "/", 200, Some("text/html")),
        ("HEAD", "/index.html", 200, Some("text/html")),
        ("GET", "/pkg/index.js", 200, Some("text/javascript")),
        ("GET", "/pkg/missing.js", 404, None),
        ("GET", "/missing.html", 404, None),
        ("POST", "/", 405, None),
        ("GET", "/../secret.txt", 404, None),
        ("GET", "/%2e%2e/secret.txt", 404, None),
        ("GET", "/pkg/..%2f..%2fsecret.txt", 404, None),
        ("GET", VALIDATIONS, 200, Some("application/json")),
        ("GET", "/v1/nothing", 404, Some("application/json")),
        ("GET", "/sandbox/nothing", 404, Some("application/problem+json")),
    ] {
        let answer = server.send(&Ask::new(method, path));
        assert_eq!((answer.status, answer.header("content-type")), (status, content_type), "{method} {path}");
        assert!(!answer.body.contains("secret"), "{method} {path}: {answer:?}");
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("cache-control"), Some("no-cache"));
    }
}

#[test]
fn without_a_portal_there_is_only_the_sandbox() {
    let server = Server::start();
    for path in ["/", "/index.html", "/pkg/index.js"] {
        let answer = server.get(path);
        assert_eq!(answer.problem(404), "There is nothing at this path.");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    }
}

#[test]
fn a_portal_without_a_page_is_refused() {
    let portal = Portal { www: "/no/such/folder".into(), package: "/no/such/folder".into() };
    let error = app(&Sandbox::new(Data::seed().unwrap()), Some(&portal)).err().unwrap().to_string();
    assert!(error.starts_with("/no/such/folder/index.html cannot be served: "), "{error}");
}
