//! The codes of issues and changes, and their messages.

use core::fmt;

use crate::rules::reason::ReasonCode;
use crate::values::enumeration::enumeration;

enumeration! {
    /// What is wrong with a field, or unusual about it. The messages have `{placeholders}` for the parameters of the issue.
    ///
    /// Codes are stable: one that is removed or renamed breaks those who rely on it.
    ///
    /// ```
    /// use partner_center_rules::FieldCode;
    ///
    /// assert_eq!(FieldCode::NotText.to_string(), "notText");
    /// assert_eq!(FieldCode::NotText.message(), "The value of this field is not text.");
    /// ```
    pub enum FieldCode: message {
        /// The form, a warning: it has something that no field is named after.
        UnknownField = "unknownField", "The form has no field `{input}`. What is in it is ignored.";
        /// The form: what was given has no members that could be fields. Found where JavaScript calls.
        FormNotObject = "formNotObject", "The form must be an object, not {input}. Give {allowed}.";
        /// The form: it is the value of a check for the other interface. Found where JavaScript calls.
        FormOtherMode = "formOtherMode",
            "The form was checked for the {input} API, but it is to be sent through the {allowed} API. Check it again for that one.";
        /// Any field: the value is no text.
        NotText = "notText", "The value of this field is not text.";
        /// Customer id: missing.
        CustomerIdRequired = "customerIdRequired",
            "Enter the customer ID: 32 digits and letters a to f, in five groups, such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`.";
        /// Customer id: no GUID.
        CustomerIdInvalid = "customerIdInvalid",
            "`{input}` is not a customer ID. A customer ID has 32 digits and letters a to f, in five groups, such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`.";
        /// Customer id: nil.
        CustomerIdNil = "customerIdNil", "The ID of a customer is never all zeros.";
        /// Customer id: the page has set it.
        CustomerIdNotApplicable = "customerIdNotApplicable", "The customer is already chosen. Leave the customer ID empty.";
        /// Qualification: missing.
        QualificationRequired = "qualificationRequired", "Choose a qualification: {allowed}.";
        /// Education segment: missing.
        EducationSegmentRequired = "educationSegmentRequired", "Choose an education segment: {allowed}.";
        /// Education segment: no such value.
        EducationSegmentUnknown = "educationSegmentUnknown", "`{input}` is not an education segment. Choose one of these: {allowed}.";
        /// Education segment: another qualification or interface.
        EducationSegmentNotApplicable = "educationSegmentNotApplicable",
            "An education segment goes only with Education through the asynchronous API. Leave it empty.";
        /// Website: no address.
        WebsiteInvalid = "websiteInvalid",
            "`{input}` is not the address of a website. Enter one such as `example.edu` or `https://www.example.edu`.";
        /// Website: too long.
        WebsiteTooLong = "websiteTooLong", "The website is too long. At most {max} bytes are allowed.";
        /// Website: another qualification or interface.
        WebsiteNotApplicable = "websiteNotApplicable",
            "A website goes only with Education through the asynchronous API. Leave it empty.";
        /// Website, a warning: letters that can look like others.
        WebsiteNotAscii = "websiteNotAscii",
            "The name of the website has letters other than a to z. Check that it is the one that is meant.";
        /// Website, a warning: an underscore in the name.
        WebsiteUnderscore = "websiteUnderscore",
            "The name of the website has an underscore (_), which is unusual. Check that it is right.";
        /// Website, a warning: no name.
        WebsiteIpAddress = "websiteIpAddress",
            "The website is an IP address. The review of an education customer looks at the name of the website.";
        /// Validation code: missing.
        ValidationCodeRequired = "validationCodeRequired",
            "Enter the validation code. Government Community Cloud needs one.";
        /// Validation code: not only digits (synchronous), or white space and invisible characters inside (asynchronous).
        ValidationCodeInvalid = "validationCodeInvalid",
            "`{input}` is not a validation code. Enter the number that Microsoft gave your organisation, such as `123456`, without spaces.";
        /// Validation code: 0, or too large. Synchronous API.
        ValidationCodeOutOfRange = "validationCodeOutOfRange",
            "`{input}` is not a validation code. Enter the number that Microsoft gave your organisation, such as `123456`.";
        /// Validation code: longer than any. Asynchronous API.
        ValidationCodeTooLong = "validationCodeTooLong",
            "The validation code is too long. At most {max} characters are allowed.";
        /// Validation code, a warning: not only digits. Asynchronous API.
        ValidationCodeNotDigits = "validationCodeNotDigits",
            "The validation code has other characters than digits. Check that it is the one that Microsoft gave your organisation.";
        /// Validation code, a warning: the list of the partner's codes is not whole.
        ValidationCodesIncomplete = "validationCodesIncomplete",
            "Some of your validation codes could not be read. Whether this code is one of them is not known.";
        /// Validation code, a warning: it was given for an organisation of another name.
        ValidationCodeOtherOrganization = "validationCodeOtherOrganization",
            "This validation code was issued to `{input}`, which is not the name of the customer. Check that it is the right code.";
        /// Validation code: none of the partner's.
        ValidationCodeUnknown = "validationCodeUnknown",
            "`{input}` is not one of your validation codes that can be used: {allowed}.";
        /// Validation code: none of the partner's, and none of those can be used.
        ValidationCodeNoneUsable = "validationCodeNoneUsable", "None of your validation codes can be used.";
        /// Validation code: no creates remain.
        ValidationCodeUsedUp = "validationCodeUsedUp", "The validation code `{input}` is used up. Use another one.";
        /// Validation code: another qualification.
        ValidationCodeNotApplicable = "validationCodeNotApplicable",
            "A validation code goes only with Government Community Cloud. Leave it empty.";
    }
}

enumeration! {
    /// What a form check changed in a text to make the value of it.
    ///
    /// ```
    /// use partner_center_rules::ChangeCode;
    ///
    /// assert_eq!(ChangeCode::LowerCased.message(), "Capital letters were changed to small letters.");
    /// ```
    pub enum ChangeCode: message {
        /// White space around the text.
        WhiteSpaceRemoved = "whiteSpaceRemoved", "White space around the text was removed.";
        /// Quotation marks around a customer id.
        QuotesRemoved = "quotesRemoved", "Quotation marks around the text were removed.";
        /// Braces around a customer id.
        BracesRemoved = "bracesRemoved", "Braces around the text were removed.";
        /// Parentheses around a customer id.
        ParenthesesRemoved = "parenthesesRemoved", "Parentheses around the text were removed.";
        /// Characters around a customer id or a website that cannot be seen.
        InvisibleRemoved = "invisibleRemoved", "Invisible characters around the text were removed.";
        /// `urn:uuid:` before a customer id.
        UrnPrefixRemoved = "urnPrefixRemoved", "The prefix urn:uuid: was removed.";
        /// All of an address of Partner Center but the customer id in it.
        AddressRemoved = "addressRemoved", "The customer ID was taken from a Partner Center web address.";
        /// Full-width forms in a customer id, or full-width digits in a validation code.
        FullWidthReplaced = "fullWidthReplaced", "Full-width characters were changed to normal ones.";
        /// Other dashes than hyphens in a customer id.
        DashesReplaced = "dashesReplaced", "Dashes were changed to hyphens.";
        /// No hyphens in a customer id.
        HyphensAdded = "hyphensAdded", "Hyphens were added.";
        /// Other full stops in the host of a website.
        DotsReplaced = "dotsReplaced", "Other full stops in the name of the website were changed to dots.";
        /// Upper case in a customer id, or in the scheme and host of a website.
        LowerCased = "lowerCased", "Capital letters were changed to small letters.";
        /// The slash after a website without a path.
        TrailingSlashRemoved = "trailingSlashRemoved", "The slash at the end was removed.";
        /// Zeros before a validation code.
        LeadingZerosRemoved = "leadingZerosRemoved", "Zeros before the number were removed.";
    }
}

enumeration! {
    /// What stands between the values of a list in a message: "A, B or C".
    ///
    /// ```
    /// use partner_center_rules::ListCode;
    ///
    /// assert_eq!(ListCode::Or.message(), " or ");
    /// ```
    pub enum ListCode: message {
        /// Before every value but the first and the last.
        Separator = "list.separator", ", ";
        /// Before the last value, of which one is to be chosen.
        Or = "list.or", " or ";
    }
}

/// The code of an issue: one of a field, the reason of a rule, or the cause of a fault.
///
/// ```
/// use partner_center_rules::{FieldCode, IssueCode};
///
/// assert_eq!(IssueCode::Field(FieldCode::CustomerIdNil).as_str(), "customerIdNil");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IssueCode {
    /// A field by itself.
    Field(FieldCode),
    /// A rule about what the customer may get.
    Rule(ReasonCode),
    /// An answer of the service.
    Fault(FaultCode),
}

impl IssueCode {
    /// The code as it is written.
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

    /// The message, with `{placeholders}` for the parameters.
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
    /// Why the service did not do what was asked. The messages say what to do next.
    ///
    /// Codes are stable: one that is removed or renamed breaks those who rely on it.
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
        /// 900329: an app-only token where a user is needed.
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
        /// 404 for another cause.
        NotFound = "notFound", "The service did not find what was asked for. Check the customer ID.";
        /// The customer cannot be given the qualification.
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
        /// Neither an HTTP status nor a body: the connection was lost, or the caller waited no longer.
        NoAnswer = "noAnswer",
            "No answer came. Whether the request took effect is not known: send it again with the same request ID.";
        /// Anything else: 200 or 201 with another body, or an HTTP status that is neither success nor error.
        UnexpectedAnswer = "unexpectedAnswer",
            "The answer is not one that the documentation shows. Whether an update took effect is not known: read the customer again.";
    }
}
