//! Serves over HTTP, with time-outs for slow clients and a graceful shutdown.

use std::convert::Infallible;
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, Request, StatusCode};
use axum::response::{IntoResponse as _, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use partner_center_rules_axum::Problem;
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};
use tower_service::Service as _;

use crate::local::Peer;
use crate::service::response::ServiceResponse;

/// How long clients may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeLimits {
    /// For the head of a request, from the end of the one before.
    pub head: Duration,
    /// For the body of a request and its response.
    pub request: Duration,
    /// For requests in progress when the server is asked to stop.
    pub stop: Duration,
}

impl Default for TimeLimits {
    fn default() -> Self {
        Self { head: Duration::from_secs(10), request: Duration::from_secs(10), stop: Duration::from_secs(10) }
    }
}

/// Serves until `stop` completes. Then it accepts no more connections and completes the requests in progress.
pub async fn serve(listener: TcpListener, app: Router, limits: TimeLimits, stop: impl Future<Output = ()>) {
    let connections = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, address)) => {
                let app = app.clone();
                let service = service_fn(move |request| respond(app.clone(), request, Peer(address), limits.request));
                let connection = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .header_read_timeout(limits.head)
                    .serve_connection(TokioIo::new(stream), service);
                tokio::spawn(connections.watch(connection));
            }
            // Too many open files, or the client has disconnected. Both are temporary.
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
    drop(listener);
    // Requests that take longer are cut off when the program ends.
    let _ = timeout(limits.stop, connections.shutdown()).await;
}

async fn respond(
    mut app: Router,
    mut request: Request<Incoming>,
    peer: Peer,
    limit: Duration,
) -> Result<Response, Infallible> {
    let is_for_service = request.uri().path().starts_with("/v1/");
    request.extensions_mut().insert(peer);
    if let Ok(response) = timeout(limit, app.call(request.map(Body::new))).await {
        return response;
    }
    let problem = Problem::new(StatusCode::REQUEST_TIMEOUT, "The request took too long.");
    let mut response = match is_for_service {
        true => ServiceResponse::from(problem).into_response(),
        false => problem.into_response(),
    };
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    Ok(response)
}
