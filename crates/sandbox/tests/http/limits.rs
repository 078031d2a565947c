//! Clients that are slow, large, elsewhere, or still there when the server stops.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::{Duration, Instant};

use partner_center_sandbox::{Data, Sandbox, TimeLimits, app};
use serde_json::json;

use crate::client::*;

fn impatient() -> Server {
    let limits = TimeLimits {
        head: Duration::from_millis(300),
        request: Duration::from_millis(300),
        stop: Duration::from_secs(5),
    };
    Server::serving(app(&Sandbox::new(Data::seed().unwrap()), None).unwrap(), limits)
}

/// What the server sends until it closes the connection, and how long that takes.
fn rest(mut stream: TcpStream) -> (String, Duration) {
    let started = Instant::now();
    let mut text = String::new();
    match stream.read_to_string(&mut text) {
        Ok(_) => {}
        Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset, "{error}"),
    }
    (text, started.elapsed())
}

const POST_HEAD: &str = "POST /v1/customers/3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1/qualifications HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 40\r\n";

#[test]
fn a_head_that_does_not_end_is_not_waited_for() {
    let server = impatient();
    for head in ["", "GET /v1", "GET /v1 HTTP/1.1\r\nHost: localhost\r\nX: "] {
        let mut stream = server.connect();
        stream.write_all(head.as_bytes()).unwrap();
        let (answer, took) = rest(stream);
        assert!(took < Duration::from_secs(5), "{head:?}: {took:?}");
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{head:?}: {answer}");
    }
}

#[test]
fn a_head_that_comes_byte_by_byte_is_not_waited_for() {
    let server = impatient();
    let mut stream = server.connect();
    let started = Instant::now();
    for byte in POST_HEAD.bytes().cycle() {
        if stream.write_all(&[byte]).is_err() {
            break;
        }
        sleep(Duration::from_millis(20));
        assert!(started.elapsed() < Duration::from_secs(5));
    }
}

#[test]
fn a_body_that_does_not_end_is_not_waited_for() {
    let server = impatient();
    let mut stream = server.connect();
    write!(stream, "{POST_HEAD}\r\n{{\"qual").unwrap();
    let (answer, took) = rest(stream);
    assert!(took < Duration::from_secs(5), "{took:?}");
    assert!(answer.starts_with("HTTP/1.1 408 Request Timeout\r\n"), "{answer}");
    assert!(answer.contains("\r\nconnection: close\r\n"), "{answer}");
    assert!(answer.contains("\"code\":800002") && answer.contains("\"isRetryable\":true"), "{answer}");

    let mut stream = server.connect();
    write!(
        stream,
        "{}\r\n{{",
        POST_HEAD.replace("/v1/customers/", "/sandbox/customers/").replace("qualifications", "reviews")
    )
    .unwrap();
    let (answer, _) = rest(stream);
    assert!(answer.starts_with("HTTP/1.1 408") && answer.contains("application/problem+json"), "{answer}");
}

#[test]
fn a_body_that_comes_byte_by_byte_is_not_waited_for() {
    let server = impatient();
    let mut stream = server.connect();
    write!(stream, "{POST_HEAD}\r\n").unwrap();
    let started = Instant::now();
    let mut written = 0;
    while stream.write_all(b" ").is_ok() && written < 40 {
        written += 1;
        sleep(Duration::from_millis(50));
    }
    let (answer, _) = rest(stream);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(started.elapsed() < Duration::from_secs(5));
    assert_eq!(server.get(&qualifications(ALLOWED)).body, "[]");
}

#[test]
fn a_connection_that_idles_is_closed() {
    let server = impatient();
    let mut stream = server.connect();
    write!(stream, "GET {VALIDATIONS} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let (answer, took) = rest(stream);
    assert!(answer.starts_with("HTTP/1.1 200") && took < Duration::from_secs(5), "{took:?}: {answer}");
}

#[test]
fn a_body_is_at_most_64_kibibytes() {
    let server = Server::start();
    let update = r#"{"qualification":"StateOwnedEntity"}"#;
    let padded = |bytes: usize| format!("{update}{}", " ".repeat(bytes - update.len()));
    let ask = Ask::new("POST", &qualifications(ALLOWED));
    let answer = server.send(&ask.clone().json(&padded(65_537)));
    let fault = answer.fault(413, 800_002);
    assert_eq!(fault["message"], "The body is too long: at most 65536 bytes are read.");
    // A length that is not declared, and one that is but is not believed.
    let chunk = |text: &str| format!("{:x}\r\n{text}\r\n", text.len());
    let chunked = format!("{}{}0\r\n\r\n", chunk(&padded(65_000)), chunk(&" ".repeat(537)));
    let head = |length: &str| {
        Ask::new("POST", &qualifications(ALLOWED))
            .header("Content-Type", "application/json")
            .header("Content-Length", length)
    };
    let ask_chunked = |body: &str| {
        let mut stream = server.connect();
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
            qualifications(ALLOWED)
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body.as_bytes()).unwrap();
        Answer::read(stream)
    };
    ask_chunked(&chunked).fault(413, 800_002);
    server.send(&head("99999999999999")).fault(413, 800_002);
    assert_eq!(server.get(&qualifications(ALLOWED)).body, "[]");
    assert_eq!(server.send(&ask.json(&padded(65_536))).status, 201);
    assert_eq!(ask_chunked(&format!("{}0\r\n\r\n", chunk(&padded(60_000)))).status, 201);
}

#[test]
fn a_body_that_breaks_off_does_nothing() {
    let server = Server::start();
    let mut stream = server.connect();
    write!(stream, "{POST_HEAD}\r\n{{\"qualification\":\"StateOwnedEntity\"}}").unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    let (answer, _) = rest(stream);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert_eq!(server.get(&qualifications(ALLOWED)).body, "[]");
}

#[test]
fn what_is_not_http_does_no_harm() {
    let server = Server::start();
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01"[..],
        b"\0\0\0\0\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
    ] {
        let mut stream = server.connect();
        stream.write_all(bytes).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let (answer, _) = rest(stream);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
    }
    let answer = server.send(&Ask::new("GET", VALIDATIONS).header("X", &"x".repeat(1_000_000)));
    assert_eq!(answer.status, 431);
    assert_eq!(server.get(VALIDATIONS).status, 200);
}

#[test]
fn other_hosts_and_origins_are_not_answered() {
    let server = Server::start();
    let answers = |path: &str, header: &str, value: &str| server.send(&Ask::new("GET", path).header(header, value));
    for (header, value) in [
        ("Host", "attacker.example"),
        ("Host", &*format!("attacker.example:{}", server.address.port())),
        ("Origin", "http://attacker.example"),
        ("Origin", "null"),
        ("Origin", "http://localhost"),
        ("Sec-Fetch-Site", "cross-site"),
    ] {
        let fault = answers(VALIDATIONS, header, value).fault(403, 800_002);
        assert_eq!(fault["errorName"], "Forbidden", "{header}: {value}");
        answers("/v1/nothing", header, value).fault(403, 800_002);
        answers("/sandbox/customers", header, value).problem(403);
        answers("/sandbox/nothing", header, value).problem(403);
    }
    let port = server.address.port();
    for (header, value) in [
        ("Host", format!("localhost:{port}")),
        ("Host", "[::1]".to_owned()),
        ("Origin", format!("http://127.0.0.1:{port}")),
    ] {
        assert_eq!(answers(VALIDATIONS, header, &value).status, 200, "{header}: {value}");
        assert_eq!(answers("/sandbox/customers", header, &value).status, 200, "{header}: {value}");
    }
    // Turned away before anything is done.
    let update = Ask::new("PUT", &qualification(ALLOWED)).header("Origin", "http://attacker.example").json("1");
    server.send(&update).fault(403, 800_002);
    server.post("/sandbox/throttle", &json!({ "requests": 1, "retryAfter": 1 }));
    answers(VALIDATIONS, "Host", "attacker.example").fault(403, 800_002);
    assert_eq!(server.get(VALIDATIONS).status, 429);
    assert_eq!(server.get(&qualifications(ALLOWED)).body, "[]");
}

#[test]
fn a_request_under_way_is_finished_before_the_end() {
    let mut server = Server::start();
    let body = r#"{"qualification":"StateOwnedEntity"}    "#;
    let (first, second) = body.split_at(20);
    let mut slow = server.connect();
    write!(slow, "{POST_HEAD}\r\n{first}").unwrap();
    let mut idle = server.connect();
    write!(idle, "GET {VALIDATIONS} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    // Both have been taken up.
    sleep(Duration::from_millis(200));
    server.stop();
    let (answer, _) = rest(idle);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    sleep(Duration::from_millis(200));
    assert!(TcpStream::connect(server.address).is_err(), "a connection was accepted after the end");
    slow.write_all(second.as_bytes()).unwrap();
    let (answer, _) = rest(slow);
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    server.join();
}

#[test]
fn the_end_waits_only_so_long() {
    let limits = TimeLimits { stop: Duration::from_millis(300), ..TimeLimits::default() };
    let mut server = Server::serving(app(&Sandbox::new(Data::seed().unwrap()), None).unwrap(), limits);
    let mut stream = server.connect();
    write!(stream, "{POST_HEAD}\r\n{{").unwrap();
    sleep(Duration::from_millis(200));
    let started = Instant::now();
    server.join();
    assert!(started.elapsed() < Duration::from_secs(5));
}
