//! The program: its arguments, its output, and how it ends.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    reason = "a test that cannot go on has failed; it starts what it tests"
)]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_partner-center-sandbox"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the program to its end, which has to come by itself.
fn run(arguments: &[&str]) -> Output {
    let mut child = program(arguments).spawn().unwrap();
    for _ in 0..1_000 {
        if child.try_wait().unwrap().is_some() {
            return child.wait_with_output().unwrap();
        }
        sleep(Duration::from_millis(10));
    }
    child.kill().unwrap();
    panic!("{arguments:?} did not end: {:?}", child.wait_with_output().unwrap());
}

/// What a program that failed complains about.
fn complaint(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(!output.status.success() && output.stdout.is_empty(), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// Starts the program on a free port and gives the address that it prints.
fn start(arguments: &[&str]) -> (Child, String) {
    let mut child = program(&[&["--port", "0"], arguments].concat()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim_end().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
    (child, address.unwrap_or_else(|| panic!("{line:?}")).to_owned())
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// A file that is gone when the test ends.
struct File(std::path::PathBuf);

impl File {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("partner-center-sandbox-{}-{name}", std::process::id()));
        fs::write(&path, text).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn help_is_the_output() {
    let output = run(&["--help"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("usage: partner-center-sandbox [options]\n"));
}

#[test]
fn arguments_that_are_wrong_are_named() {
    assert!(complaint(&["--fast"]).contains("--fast"));
    assert!(complaint(&["--port", "x"]).contains("\"x\""));
    assert!(complaint(&["--port", "0", "--www", "/no/such"]).contains("/no/such/index.html"));
}

#[test]
fn a_data_file_that_is_wrong_is_named_with_the_place() {
    let complaint = |text: &str| {
        let file = File::new("wrong.json", text);
        let complaint = complaint(&["--port", "0", "--data", file.path()]);
        complaint.strip_prefix(&format!("error: {}: ", file.path())).unwrap_or_else(|| panic!("{complaint}")).to_owned()
    };
    for (text, expected) in [
        ("", "EOF while parsing"),
        ("{", "EOF while parsing"),
        ("[]", "invalid length 1, expected an object with `customers` and `validationCodes`"),
        ("7", "invalid type: integer `7`, expected an object with `customers` and `validationCodes`"),
        ("{}", "missing field `customers`"),
        (r#"{ "customers": [] }"#, "missing field `validationCodes`"),
        (
            r#"{ "customers": [], "validationCodes": [], "codes": [] }"#,
            "codes: unknown field `codes`, expected one of `undetermined`, `customers`, `validationCodes`",
        ),
        (r#"{ "undetermined": "maybe" }"#, "undetermined: unknown variant `maybe`, expected `accept` or `refuse`"),
        (r#"{ "customers": [{}, 7] }"#, "customers[0]: missing field `id`"),
        (
            r#"{ "customers": [{ "id": "7" }] }"#,
            "customers[0].id: `7` is not a customer id: 32 digits and letters a to f in five groups are needed",
        ),
        (
            r#"{ "customers": [], "validationCodes": [{ "validationId": "x" }] }"#,
            "validationCodes[0].validationId: `x` is not a validation code of the service: a number is needed",
        ),
        (
            r#"{ "customers": [], "validationCodes": [{ "validationId": 0 }] }"#,
            "validationCodes[0].validationId: `0` is not a validation code of the service: a number is needed",
        ),
        (
            r#"{ "customers": [], "validationCodes": [{ "validationId": true }] }"#,
            "validationCodes[0].validationId: invalid type: boolean `true`, expected a validation code, as a text or a whole number",
        ),
        (
            r#"{ "customers": [], "validationCodes": [{ "validationId": 1, "remainingCreates": -1 }] }"#,
            "validationCodes[0].remainingCreates: invalid type: integer `-1`, expected a whole number from 0 to 4294967295",
        ),
        (
            r#"{ "customers": [], "validationCodes": [{ "validationId": 1 }, { "validationId": "01" }] }"#,
            "validationCodes[1].validationId: `1` is that of validationCodes[0].validationId as well",
        ),
    ] {
        let complaint = complaint(text);
        assert!(complaint.starts_with(expected), "{text}: {complaint}");
    }
    let customer = |rest: &str| format!(r#"{{ "id": "3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1", "name": "x", {rest} }}"#);
    let customers =
        |customers: &[String]| format!(r#"{{ "customers": [{}], "validationCodes": [] }}"#, customers.join(", "));
    let twice = customer(r#""validationStatus": { "status": "Allowed" }, "qualifications": []"#);
    assert!(
        complaint(&customers(&[twice.clone(), twice]))
            .starts_with("customers[1].id: `3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1` is that of customers[0].id as well")
    );
    for (rest, expected) in [
        (
            r#""validationStatus": {}, "qualifications": []"#,
            "customers[0].validationStatus: either `status`, with or without `lastUpdateDateTime`, or `httpStatus` and `body` are needed",
        ),
        (
            r#""validationStatus": { "status": "Allowed", "httpStatus": 200, "body": "" }, "qualifications": []"#,
            "customers[0].validationStatus: either",
        ),
        (
            r#""validationStatus": { "httpStatus": 99, "body": "" }, "qualifications": []"#,
            "customers[0].validationStatus: `httpStatus` is a number from 200 to 599",
        ),
        (
            r#""validationStatus": { "httpStatus": 65736, "body": "" }, "qualifications": []"#,
            "customers[0].validationStatus: `httpStatus` is a number from 200 to 599",
        ),
        (
            r#""validationStatus": { "status": "noaccountstatus", "lastUpdateDateTime": "" }, "qualifications": []"#,
            "customers[0].validationStatus: `NoAccountStatus` has no `lastUpdateDateTime`",
        ),
        (r#""validationStatus": { "status": "Allowed" }"#, "customers[0]: missing field `qualifications`"),
        (
            r#""validationStatus": { "status": "Allowed" }, "qualifications": [{}]"#,
            "customers[0].qualifications[0]: missing field `qualification`",
        ),
        (
            r#""validationStatus": { "status": "Allowed" }, "qualifications": [{ "qualification": "Education", "vetting": "x" }]"#,
            "customers[0].qualifications[0].vetting: unknown field `vetting`",
        ),
    ] {
        let complaint = complaint(&customers(&[customer(rest)]));
        assert!(complaint.starts_with(expected), "{rest}: {complaint}");
    }
}

#[test]
fn a_data_file_that_is_missing_is_named() {
    assert!(complaint(&["--data", "/no/such.json"]).starts_with("error: /no/such.json cannot be read: "));
}

#[test]
fn another_data_file_is_served() {
    let file = File::new("right.json", r#"{ "customers": [], "validationCodes": null }"#);
    let (mut child, address) = start(&["--data", file.path()]);
    let answer = get(&address, "/sandbox/customers");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("\r\n\r\n[]"), "{answer}");
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn only_this_machine_is_served_unless_it_is_asked_for() {
    let (mut child, address) = start(&[]);
    assert!(address.starts_with("127.0.0.1:"), "{address}");
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let complaint = complaint(&["--port", &port]);
    assert!(complaint.starts_with(&format!("error: port {port} is in use: choose another")), "{complaint}");
}

#[cfg(unix)]
#[test]
fn the_end_is_orderly() {
    for signal in ["INT", "TERM"] {
        let (child, address) = start(&[]);
        assert!(get(&address, "/sandbox/customers").starts_with("HTTP/1.1 200"));
        let body = "{ \"requests\": 0, \"retryAfter\": 0 }";
        let (first, second) = body.split_at(7);
        let mut stream = TcpStream::connect(&address).unwrap();
        let head = format!(
            "POST /sandbox/throttle HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {}",
            body.len()
        );
        write!(stream, "{head}\r\n\r\n{first}").unwrap();
        sleep(Duration::from_millis(200));
        let killed = Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        sleep(Duration::from_millis(200));
        stream.write_all(second.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 204"), "{signal}: {answer}");
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{signal}: {output:?}");
    }
}
