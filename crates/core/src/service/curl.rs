//! Requests as shell commands.

use alloc::string::String;

use crate::service::request::Request;
use crate::values::text::concat;

impl Request {
    /// Returns the request as a command for a POSIX shell. The command takes the token from the variable `PARTNER_CENTER_TOKEN`.
    ///
    /// ```
    /// use partner_center_rules::{RequestContext, Cloud, Request, read_validation_codes};
    ///
    /// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
    /// let request_context = RequestContext { cloud: Cloud::Worldwide, request_id: id, correlation_id: id };
    /// let request = Request::read_validation_codes(&request_context);
    /// assert!(request.curl().starts_with("curl --request GET "));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn curl(&self) -> String {
        let mut command = concat(&["curl --request ", self.method(), " ", &shell_quoted(&self.url())]);
        for (name, value) in self.headers() {
            command.push_str(" \\\n  --header ");
            command.push_str(&shell_quoted(&concat(&[name, ": ", value])));
        }
        command.push_str(" \\\n  --header \"Authorization: Bearer $PARTNER_CENTER_TOKEN\"");
        if let Some(body) = self.body() {
            command.push_str(" \\\n  --data ");
            command.push_str(&shell_quoted(body));
        }
        command
    }
}

/// Returns a text as one word of a POSIX shell.
fn shell_quoted(text: &str) -> String {
    let mut word = String::from("'");
    for character in text.chars() {
        match character {
            '\'' => word.push_str("'\\''"),
            other => word.push(other),
        }
    }
    word.push('\'');
    word
}
