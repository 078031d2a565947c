//! A sandbox on a free port, and a client that sends exactly what a test says.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::Router;
use partner_center_sandbox::{Data, Sandbox, TimeLimits, app, serve};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// Customers of the built-in data, by what is remarkable about them.
pub(crate) const ALLOWED: &str = "3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1";
pub(crate) const UNDER_REVIEW: &str = "a7f0c2d8-15be-4c39-8e64-0b9d37f1e5a2";
pub(crate) const NOT_ALLOWED: &str = "5e81d6b3-92c7-4da0-b3f8-6c4e20a97f13";
pub(crate) const UNKNOWN: &str = "c9263f7a-0d4e-41b5-a1c2-87e5f9d06b34";
pub(crate) const NOT_READY: &str = "18b5a4e9-7c3f-4e26-95d0-f3a1682c7d45";
pub(crate) const NO_STATUS: &str = "f46e0d97-b218-4a73-8c5d-29e7b0c41a56";
pub(crate) const NEW_STATUS: &str = "31f7a05d-6b8e-4c92-a4d1-7e09c5b3f82a";
pub(crate) const RAW_STATUS: &str = "bd0f5862-97ea-4c14-b6d3-f85a2c913e01";
pub(crate) const EDUCATION: &str = "7a92c5f0-3e6d-48b1-ad47-50d8e1f39c67";
pub(crate) const EDUCATION_IN_REVIEW: &str = "e05d17b8-c4a9-4f62-9b30-d6f28a4e7178";
pub(crate) const EDUCATION_DENIED: &str = "2bc86f41-d95e-4073-86ea-b1740c9f3d89";
pub(crate) const NONPROFIT: &str = "6f1d82e5-a03b-4c97-b85e-c42f96d0e7ab";
pub(crate) const GCC: &str = "b83c4a96-f7d1-4e58-92c6-0a5b7e1f4dbc";
pub(crate) const SOE_AND_EDUCATION: &str = "0c57e9f2-41a8-4d36-8fb3-9d62a7c5e1cd";
pub(crate) const NEW_QUALIFICATION: &str = "87f29d05-6bc4-4ea1-93d7-e8c05a1b7fef";
pub(crate) const NOT_ANSWERING: &str = "493e7c6a-d2f5-4b80-8a19-16b7d4e0c5f0";
/// No customer.
pub(crate) const NOBODY: &str = "99999999-9999-4999-9999-999999999999";

/// A sandbox that serves until it is dropped.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// With the built-in data.
    pub(crate) fn start() -> Self {
        Self::with(Data::seed().unwrap())
    }

    pub(crate) fn with_json(data: &Value) -> Self {
        Self::with(Data::from_json(&data.to_string()).unwrap())
    }

    fn with(data: Data) -> Self {
        Self::serving(app(&Sandbox::new(data), None).unwrap(), TimeLimits::default())
    }

    /// Serves on several threads, as the program does.
    pub(crate) fn serving(app: Router, limits: TimeLimits) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (send_address, address) = std::sync::mpsc::channel();
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
                send_address.send(listener.local_addr().unwrap()).unwrap();
                serve(listener, app, limits, async { drop(stopped.await) }).await;
            });
        });
        Self { address: address.recv().unwrap(), stop: Some(stop), thread: Some(thread) }
    }

    /// Asks the server to stop.
    pub(crate) fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }

    /// Waits until the server has stopped.
    pub(crate) fn join(&mut self) {
        self.stop();
        self.thread.take().unwrap().join().unwrap();
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(&Ask::new("GET", path))
    }

    pub(crate) fn post(&self, path: &str, json: &Value) -> Answer {
        self.send(&Ask::new("POST", path).json(&json.to_string()))
    }

    pub(crate) fn put(&self, path: &str, json: &Value) -> Answer {
        self.send(&Ask::new("PUT", path).json(&json.to_string()))
    }

    pub(crate) fn send(&self, ask: &Ask) -> Answer {
        let mut stream = self.connect();
        stream.write_all(&ask.bytes(self.address)).unwrap();
        Answer::read(stream)
    }

    /// Sends each request but for its last byte, and then, when the server has taken all that up, the last bytes.
    pub(crate) fn send_at_once(&self, asks: &[Ask]) -> Vec<Answer> {
        let under_way: Vec<_> = asks
            .iter()
            .map(|ask| {
                let bytes = ask.bytes(self.address);
                let (last, first) = bytes.split_last().unwrap();
                let mut stream = self.connect();
                stream.write_all(first).unwrap();
                (stream, *last)
            })
            .collect();
        thread::sleep(Duration::from_millis(200));
        for (stream, last) in &under_way {
            let mut stream: &TcpStream = stream;
            stream.write_all(&[*last]).unwrap();
        }
        under_way.into_iter().map(|(stream, _)| Answer::read(stream)).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A request.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    method: &'static str,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Ask {
    pub(crate) fn new(method: &'static str, path: &str) -> Self {
        Self { method, path: path.to_owned(), headers: Vec::new(), body: Vec::new() }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn body(mut self, bytes: &[u8]) -> Self {
        self.body = bytes.to_owned();
        self
    }

    pub(crate) fn json(self, text: &str) -> Self {
        self.header("Content-Type", "application/json").body(text.as_bytes())
    }

    /// The ids that a caller gives a request: the number tells requests apart.
    pub(crate) fn ids(self, number: u32) -> Self {
        self.header("MS-RequestId", &request_id(number))
            .header("MS-CorrelationId", "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745")
    }

    fn bytes(&self, address: SocketAddr) -> Vec<u8> {
        let mut head = format!("{} {} HTTP/1.1\r\nConnection: close\r\n", self.method, self.path);
        let is_given = |name: &str| self.headers.iter().any(|(given, _)| given.eq_ignore_ascii_case(name));
        if !is_given("host") {
            head.push_str(&format!("Host: {address}\r\n"));
        }
        if !self.body.is_empty() && !is_given("content-length") {
            head.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        [head.as_bytes(), b"\r\n", &self.body].concat()
    }
}

pub(crate) fn request_id(number: u32) -> String {
    format!("037db222-6d8e-4d7f-ba78-{number:012x}")
}

/// An answer, without the header `Date`: answers are compared that may be of different seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    /// Reads until the server closes the connection.
    pub(crate) fn read(mut stream: TcpStream) -> Self {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {text:?}"));
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let head: Vec<_> = head.lines().filter(|line| !line.starts_with("date:")).collect();
        Self { status, head: head.join("\r\n"), body: body.to_owned() }
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let named = |line: &&str| line.split_once(':').is_some_and(|(given, _)| given.eq_ignore_ascii_case(name));
        self.head.lines().find(named).and_then(|line| Some(line.split_once(':')?.1.trim()))
    }

    /// The answer, if it is a fault of the service with this status and code.
    #[track_caller]
    pub(crate) fn fault(&self, status: u16, code: u32) -> Value {
        let fault = self.json();
        assert_eq!((self.status, fault["code"].as_u64()), (status, Some(code.into())), "{self:?}");
        assert_eq!(self.header("content-type"), Some("application/json"), "{self:?}");
        for member in ["message", "description", "errorName", "errorMessageExtended"] {
            assert!(fault[member].as_str().is_some_and(|text| !text.is_empty()), "{member}: {self:?}");
        }
        assert_eq!(fault["isRetryable"], (status >= 500), "{self:?}");
        fault
    }

    /// The sentence of the answer, if it is a problem (RFC 9457) with this status.
    #[track_caller]
    pub(crate) fn problem(&self, status: u16) -> String {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self:?}");
        let problem = self.json();
        assert_eq!(problem["status"], status, "{self:?}");
        assert!(problem["type"].is_string() && problem["title"].is_string(), "{self:?}");
        problem["detail"].as_str().unwrap().to_owned()
    }
}

/// Paths of a customer.
pub(crate) fn qualification(id: &str) -> String {
    format!("/v1/customers/{id}/qualification")
}

pub(crate) fn qualifications(id: &str) -> String {
    format!("/v1/customers/{id}/qualifications")
}

pub(crate) fn validation_status(id: &str) -> String {
    format!("/v1/customers/{id}/validationStatus?type=account")
}

pub(crate) const VALIDATIONS: &str = "/v1/customers/all/validations";
