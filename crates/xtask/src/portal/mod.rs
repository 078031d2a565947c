//! `cargo xtask portal`: serves the portal and the package on this machine only.

mod policy;

use std::fs;
use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::build;
use crate::paths::Paths;

/// Builds what is missing and serves until it is interrupted. Port 0 picks a free one.
///
/// # Errors
/// The build fails, the page cannot be read, or the port is taken.
pub(crate) fn run(paths: &Paths, port: u16) -> Result<()> {
    build::run(paths)?;
    let app = app(&paths.at("www"), &paths.dist())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        let listener = listen(port).await?;
        announce(listener.local_addr()?.port());
        tokio::select! {
            served = axum::serve(listener, app) => served.context("serving stopped"),
            interrupted = tokio::signal::ctrl_c() => interrupted.context("the interrupt cannot be awaited"),
        }
    })
}

async fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!("port {port} is in use: choose another with `cargo xtask portal --port N`, or 0 for a free one")
        }
        Err(error) => Err(error).with_context(|| format!("port {port} cannot be used")),
    }
}

#[expect(clippy::print_stdout, reason = "the address is the output; everything else goes to standard error")]
fn announce(port: u16) {
    println!("http://127.0.0.1:{port}/");
}

/// `/` is the portal, `/pkg/` the package. [`ServeDir`] answers GET and HEAD only and stays in its folder.
fn app(portal: &Path, package: &Path) -> Result<Router> {
    let page = portal.join("index.html");
    let page = fs::read_to_string(&page).with_context(|| format!("{} cannot be read", page.display()))?;
    let mut app = Router::new().nest_service("/pkg", ServeDir::new(package)).fallback_service(ServeDir::new(portal));
    for (name, value) in headers(&page)? {
        app = app.layer(SetResponseHeaderLayer::overriding(name, value));
    }
    Ok(app)
}

/// The headers of every answer.
fn headers(page: &str) -> Result<[(HeaderName, HeaderValue); 4]> {
    Ok([
        (CONTENT_SECURITY_POLICY, HeaderValue::try_from(policy::content_security_policy(page)?)?),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ])
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    use super::*;

    /// Serves a small portal and gives the answer to each request.
    fn answers(requests: Vec<&'static str>) -> Vec<String> {
        let folder = std::env::temp_dir().join(format!("xtask-portal-{}", std::process::id()));
        let (portal, package) = (folder.join("www"), folder.join("pkg/dist"));
        fs::create_dir_all(&portal).unwrap();
        fs::create_dir_all(&package).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(portal.join("index.html"), "<script type=\"importmap\">{}</script>").unwrap();
        fs::write(package.join("index.js"), "export {}").unwrap();

        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        let answers = runtime.block_on(async {
            let listener = listen(0).await.unwrap();
            let address = listener.local_addr().unwrap();
            let asking = tokio::task::spawn_blocking(move || {
                requests
                    .iter()
                    .map(|request| {
                        let mut stream = TcpStream::connect(address).unwrap();
                        write!(stream, "{request} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
                        let mut answer = String::new();
                        stream.read_to_string(&mut answer).unwrap();
                        answer
                    })
                    .collect()
            });
            let app = app(&portal, &package).unwrap();
            tokio::select! {
                _ = axum::serve(listener, app) => panic!("serving stopped"),
                answers = asking => answers.unwrap(),
            }
        });
        fs::remove_dir_all(&folder).unwrap();
        answers
    }

    #[test]
    fn the_portal_and_the_package_are_served_and_nothing_else() {
        const EXPECTED: [(&str, &str, &str); 9] = [
            ("GET /", "200", "content-type: text/html"),
            ("HEAD /index.html", "200", "content-type: text/html"),
            ("GET /pkg/index.js", "200", "content-type: text/javascript"),
            ("GET /pkg/missing.js", "404", ""),
            ("GET /missing.html", "404", ""),
            ("POST /", "405", ""),
            ("GET /../secret.txt", "404", ""),
            ("GET /%2e%2e/secret.txt", "404", ""),
            ("GET /pkg/..%2f..%2fsecret.txt", "404", ""),
        ];
        let requests = EXPECTED.iter().map(|(request, ..)| *request).collect();
        for ((request, status, header), answer) in EXPECTED.iter().zip(answers(requests)) {
            assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{request}: {answer}");
            assert!(answer.contains(header), "{request}: {answer}");
            assert!(!answer.contains("secret"), "{request}: {answer}");
            for header in ["content-security-policy: default-src 'self';", "x-content-type-options: nosniff"] {
                assert!(answer.contains(header), "{request}: {answer}");
            }
        }
    }

    #[test]
    fn a_port_in_use_is_named() {
        let taken = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        let error = runtime.block_on(listen(port)).unwrap_err().to_string();
        assert!(error.starts_with(&format!("port {port} is in use")), "{error}");
    }
}
