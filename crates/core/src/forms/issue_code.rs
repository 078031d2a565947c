//! Codes of issues and changes, with their messages.

use core::fmt;

use crate::rules::reason::ReasonCode;
use crate::values::enumeration::enumeration;

enumeration! {
    /// The code of an issue or a warning of a field. Messages have `{placeholders}` for the parameters of the issue.
    ///
    /// Codes are stable: to remove or rename one is a breaking change.
    ///
    /// ```
    /// use partner_center_rules::FieldCode;
    ///
    /// assert_eq!(FieldCode::NotText.to_string(), "notText");
    /// assert_eq!(FieldCode::NotText.message(), "The value of this field is not text.");
    /// ```
    pub enum FieldCode: message {
        /// Form, warning: an input that is not a field.
        UnknownField = "unknownField", "The form has no field `{input}`. What is in it is ignored.";
        /// Form: not an object. Only from JavaScript.
        FormNotObject = "formNotObject", "The form must be an object, not {input}. Give {allowed}.";
        /// Form: the value of a check for the other API.
        FormOtherMode = "formOtherMode",
            "The form was checked for the {input} API, but it is to be sent through the {allowed} API. Check it again for that one.";
        /// Any field: not a text.
        NotText = "notText", "The value of this field is not text.";
        /// Customer id: missing.
        CustomerIdRequired = "customerIdRequired",
            "Enter the customer ID: 32 digits and letters a to f, in five groups, such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`.";
        /// Customer id: not a GUID.
        CustomerIdInvalid = "customerIdInvalid",
            "`{input}` is not a customer ID. A customer ID has 32 digits and letters a to f, in five groups, such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`.";
        /// Customer id: the nil GUID.
        CustomerIdNil = "customerIdNil", "The ID of a customer is never all zeros.";
        /// Customer id: the customer is already chosen.
        CustomerIdNotApplicable = "customerIdNotApplicable", "The customer is already chosen. Leave the customer ID empty.";
        /// Qualification: missing.
        QualificationRequired = "qualificationRequired", "Choose a qualification: {allowed}.";
        /// Education segment: missing.
        EducationSegmentRequired = "educationSegmentRequired", "Choose an education segment: {allowed}.";
        /// Education segment: unknown value.
        EducationSegmentUnknown = "educationSegmentUnknown", "`{input}` is not an education segment. Choose one of these: {allowed}.";
        /// Education segment: not for this qualification or API.
        EducationSegmentNotApplicable = "educationSegmentNotApplicable",
            "An education segment goes only with Education through the asynchronous API. Leave it empty.";
        /// Website: not an address.
        WebsiteInvalid = "websiteInvalid",
            "`{input}` is not the address of a website. Enter one such as `example.edu` or `https://www.example.edu`.";
        /// Website: too long.
        WebsiteTooLong = "websiteTooLong", "The website is too long. At most {max} bytes are allowed.";
        /// Website: not for this qualification or API.
        WebsiteNotApplicable = "websiteNotApplicable",
            "A website goes only with Education through the asynchronous API. Leave it empty.";
        /// Website, warning: letters outside ASCII, which can look like others.
        WebsiteNotAscii = "websiteNotAscii",
            "The name of the website has letters other than a to z. Check that it is the one that is meant.";
        /// Website, warning: an underscore in the name.
        WebsiteUnderscore = "websiteUnderscore",
            "The name of the website has an underscore (_), which is unusual. Check that it is right.";
        /// Website, warning: an IP address instead of a name.
        WebsiteIpAddress = "websiteIpAddress",
            "The website is an IP address. The review of an education customer looks at the name of the website.";
        /// Validation code: missing.
        ValidationCodeRequired = "validationCodeRequired",
            "Enter the validation code. Government Community Cloud needs one.";
        /// Validation code: other characters than digits (synchronous API), or white space or invisible characters inside (asynchronous API).
        ValidationCodeInvalid = "validationCodeInvalid",
            "`{input}` is not a validation code. Enter the number that Microsoft gave your organisation, such as `123456`, without spaces.";
        /// Validation code: 0 or too large. Synchronous API.
        ValidationCodeOutOfRange = "validationCodeOutOfRange",
            "`{input}` is not a validation code. Enter the number that Microsoft gave your organisation, such as `123456`.";
        /// Validation code: too long. Asynchronous API.
        ValidationCodeTooLong = "validationCodeTooLong",
            "The validation code is too long. At most {max} characters are allowed.";
        /// Validation code, warning: other characters than digits. Asynchronous API.
        ValidationCodeNotDigits = "validationCodeNotDigits",
            "The validation code has other characters than digits. Check that it is the one that Microsoft gave your organisation.";
        /// Validation code, warning: the list of the partner's codes is incomplete.
        ValidationCodesIncomplete = "validationCodesIncomplete",
            "Some of your validation codes could not be read. Whether this code is one of them is not known.";
        /// Validation code, warning: issued for an organisation with another name.
        ValidationCodeOtherOrganization = "validationCodeOtherOrganization",
            "This validation code was issued to `{input}`, which is not the name of the customer. Check that it is the right code.";
        /// Validation code: not a code of the partner.
        ValidationCodeUnknown = "validationCodeUnknown",
            "`{input}` is not one of your validation codes that can be used: {allowed}.";
        /// Validation code: not a code of the partner, and the partner has no usable code.
        ValidationCodeNoneUsable = "validationCodeNoneUsable", "None of your validation codes can be used.";
        /// Validation code: used up.
        ValidationCodeUsedUp = "validationCodeUsedUp", "The validation code `{input}` is used up. Use another one.";
        /// Validation code: not for this qualification.
        ValidationCodeNotApplicable = "validationCodeNotApplicable",
            "A validation code goes only with Government Community Cloud. Leave it empty.";
    }
}

enumeration! {
    /// The code of a change that a form check made to a text.
    ///
    /// ```
    /// use partner_center_rules::ChangeCode;
    ///
    /// assert_eq!(ChangeCode::LowerCased.message(), "Capital letters were changed to small letters.");
    /// ```
    pub enum ChangeCode: message {
        /// White space around a text.
        WhiteSpaceRemoved = "whiteSpaceRemoved", "White space around the text was removed.";
        /// Quotation marks around a customer id.
        QuotesRemoved = "quotesRemoved", "Quotation marks around the text were removed.";
        /// Braces around a customer id.
        BracesRemoved = "bracesRemoved", "Braces around the text were removed.";
        /// Parentheses around a customer id.
        ParenthesesRemoved = "parenthesesRemoved", "Parentheses around the text were removed.";
        /// Invisible characters around a customer id or a website.
        InvisibleRemoved = "invisibleRemoved", "Invisible characters around the text were removed.";
        /// `urn:uuid:` before a customer id.
        UrnPrefixRemoved = "urnPrefixRemoved", "The prefix urn:uuid: was removed.";
        /// An address of Partner Center around a customer id.
        AddressRemoved = "addressRemoved", "The customer ID was taken from a Partner Center web address.";
        /// Full-width characters in a customer id, or full-width digits in a validation code.
        FullWidthReplaced = "fullWidthReplaced", "Full-width characters were changed to normal ones.";
        /// Dashes instead of hyphens in a customer id.
        DashesReplaced = "dashesReplaced", "Dashes were changed to hyphens.";
        /// Missing hyphens in a customer id.
        HyphensAdded = "hyphensAdded", "Hyphens were added.";
        /// Full stops other than dots in the host of a website.
        DotsReplaced = "dotsReplaced", "Other full stops in the name of the website were changed to dots.";
        /// Upper case in a customer id, or in the scheme and host of a website.
        LowerCased = "lowerCased", "Capital letters were changed to small letters.";
        /// A slash after a website without a path.
        TrailingSlashRemoved = "trailingSlashRemoved", "The slash at the end was removed.";
        /// Leading zeros of a validation code.
        LeadingZerosRemoved = "leadingZerosRemoved", "Zeros before the number were removed.";
    }
}

enumeration! {
    /// The code of a separator in a list in a message: "A, B or C".
    ///
    /// ```
    /// use partner_center_rules::ListCode;
    ///
    /// assert_eq!(ListCode::Or.message(), " or ");
    /// ```
    pub enum ListCode: message {
        /// The separator before each value except the first and the last.
        Separator = "list.separator", ", ";
        /// The separator before the last value of a choice.
        Or = "list.or", " or ";
    }
}

/// The code of an issue: of a field, of a rule, or of a fault.
///
/// ```
/// use partner_center_rules::{FieldCode, IssueCode};
///
/// assert_eq!(IssueCode::Field(FieldCode::CustomerIdNil).as_str(), "customerIdNil");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IssueCode {
    /// An issue of a field.
    Field(FieldCode),
    /// The reason of a rule.
    Rule(ReasonCode),
    /// A fault of a response.
    Fault(FaultCode),
}

impl IssueCode {
    /// Returns the code as text.
    ///
    /// ```
    /// use partner_center_rules::{IssueCode, ReasonCode};
    ///
    /// assert_eq!(IssueCode::Rule(ReasonCode::CannotBeSet).as_str(), "cannotBeSet");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Field(code) => code.as_str(),
            Self::Rule(code) => code.as_str(),
            Self::Fault(code) => code.as_str(),
        }
    }

    /// Returns the message, with `{placeholders}` for the parameters.
    ///
    /// ```
    /// use partner_center_rules::{FieldCode, IssueCode};
    ///
    /// assert_eq!(IssueCode::Field(FieldCode::NotText).message(), "The value of this field is not text.");
    /// ```
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Field(code) => code.message(),
            Self::Rule(code) => code.message(),
            Self::Fault(code) => code.message(),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for IssueCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Field(code) => code.serialize(serializer),
            Self::Rule(code) => code.serialize(serializer),
            Self::Fault(code) => code.serialize(serializer),
        }
    }
}

impl fmt::Display for IssueCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

enumeration! {
    /// The code of a fault. Messages say what to do next.
    ///
    /// Codes are stable: to remove or rename one is a breaking change.
    ///
    /// Source: `ERRORS`, `HEADERS`.
    ///
    /// ```
    /// use partner_center_rules::{Fault, FaultCode};
    ///
    /// assert_eq!(Fault::read(429, "").issue.code.as_str(), FaultCode::TooManyRequests.as_str());
    /// ```
    pub enum FaultCode: message {
        /// 401.
        CredentialsNotAccepted = "credentialsNotAccepted",
            "The service did not accept the credentials. Sign in again, as a user of the partner where the operation needs one.";
        /// 403.
        NotPermitted = "notPermitted",
            "The service does not permit this. Check the roles of the user and what the customer has granted to the partner.";
        /// 900329: an app-only token, but a user is required.
        UserRequired = "userRequired",
            "This needs a signed-in user, not the application alone. Sign in as a user of the partner (App+User), then send the request again.";
        /// 900308 or 900150: a role is missing.
        RoleMissing = "roleMissing",
            "The signed-in user does not have the role that this needs. Ask an administrator for the role, then send the request again.";
        /// 900309: Conditional Access.
        ConditionalAccessBlocked = "conditionalAccessBlocked",
            "A Conditional Access policy blocked the sign-in. Ask an administrator to check the policy, then sign in again.";
        /// 900420: a retired token audience.
        TokenAudienceRetired = "tokenAudienceRetired",
            "The token was issued for an audience that is retired. Request a token for `https://api.partnercenter.microsoft.com`, then send the request again.";
        /// 403 with code 20002.
        NoRelationship = "noRelationship",
            "The partner has no relationship with this customer. Check the customer ID, or ask the customer to accept the relationship.";
        /// 404 with code 60003.
        CustomerNotFound = "customerNotFound", "The service knows no customer with this ID. Check the customer ID.";
        /// 404 for another reason.
        NotFound = "notFound", "The service did not find what was asked for. Check the customer ID.";
        /// The service refused the qualification for the customer.
        QualificationRefused = "qualificationRefused",
            "The service refused the qualification for this customer. Read the qualifications of the customer, and choose another one or ask Microsoft.";
        /// Any other 400 to 499.
        RequestNotAccepted = "requestNotAccepted",
            "The service did not accept what was sent. Check what was filled in, then send it as a new request.";
        /// 409 or 412.
        Conflict = "conflict",
            "The customer was changed meanwhile, or the request ID was used before. Read the customer again, then send a new request.";
        /// 408.
        RequestTimedOut = "requestTimedOut",
            "The service waited too long for the request. Send it again with the same request ID.";
        /// 429.
        TooManyRequests = "tooManyRequests",
            "Too many requests. Wait[ {seconds} seconds], then send the request again with the same request ID.";
        /// 500 to 599.
        ServiceFailed = "serviceFailed",
            "Microsoft's service failed. Wait[ {seconds} seconds], then send the request again with the same request ID.";
        /// Neither an HTTP status nor a body: the connection was lost or timed out.
        NoAnswer = "noAnswer",
            "No answer came. Whether the request took effect is not known: send it again with the same request ID.";
        /// Any other response: 200 or 201 with another body, or an HTTP status that is neither success nor error.
        UnexpectedAnswer = "unexpectedAnswer",
            "The answer is not one that the documentation shows. Whether an update took effect is not known: read the customer again.";
    }
}
