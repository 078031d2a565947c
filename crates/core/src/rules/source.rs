//! Sources of the rules: pages of the documentation. Their URLs are only in this file.

use crate::values::enumeration::names;

/// Declares the pages: short name, title, address, date.
macro_rules! sources {
    ($( $(#[$row:meta])* $variant:ident = $name:literal, $title:literal, $url:literal, $date:literal; )+) => {
        names! {
            /// A page of Microsoft's documentation that rules are taken from. Rules cite it by its short name.
            ///
            /// ```
            /// use partner_center_rules::Source;
            ///
            /// assert_eq!(Source::Status.as_str(), "STATUS");
            /// assert_eq!(Source::Status.date(), "2021-10-27");
            /// ```
            pub enum Source: title {
                $( $(#[$row])* $variant = $name, $title; )+
            }
        }

        impl Source {
            /// Returns the URL of the page.
            ///
            /// ```
            /// use partner_center_rules::Source;
            ///
            /// assert!(Source::Sync.url().starts_with("https://learn.microsoft.com/"));
            /// ```
            #[must_use]
            pub const fn url(self) -> &'static str {
                match self { $(Self::$variant => $url),+ }
            }

            /// Returns the date of the page version that was used: a day, a month, a year, or `undated`.
            ///
            /// ```
            /// use partner_center_rules::Source;
            ///
            /// assert_eq!(Source::Sync.date(), "2020-12-07");
            /// ```
            #[must_use]
            pub const fn date(self) -> &'static str {
                match self { $(Self::$variant => $date),+ }
            }
        }
    };
}

sources! {
    /// Updating a qualification through the synchronous API.
    Sync = "SYNC", "Update a customer's qualification via synchronous validation",
        "https://learn.microsoft.com/partner-center/developer/update-customer-qualification-synchronous", "2020-12-07";
    /// Reading the account validation status.
    Status = "STATUS", "Retrieve the validation status of a customer",
        "https://learn.microsoft.com/partner-center/developer/retrieve-validation-status", "2021-10-27";
    /// Updating a qualification through the asynchronous API.
    Async = "ASYNC", "Update a customer's qualification via asynchronous validation",
        "https://learn.microsoft.com/partner-center/developer/update-customer-qualification-asynchronous", "2022-06-28";
    /// Reading the qualifications of a customer.
    GetQualifications = "GETQ", "Get a customer's qualification via asynchronous validation",
        "https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous", "2023-07-28";
    /// The enumeration of qualifications.
    Enumeration = "ENUM", "CustomerQualification enumeration",
        "https://learn.microsoft.com/dotnet/api/microsoft.store.partnercenter.models.customers.customerqualification", "2023";
    /// Validation codes for Government Community Cloud.
    Codes = "CODES", "Get a partner's validation codes",
        "https://learn.microsoft.com/partner-center/developer/get-a-partner-s-validation-codes", "2022-06-03";
    /// Education customers and their review.
    Education = "EDU", "Sell to education customers",
        "https://learn.microsoft.com/partner-center/customers/sell-to-education-customers", "2022-09-16";
    /// Offers by customer segment.
    Segment = "SEGMENT", "Get special pricing for offers",
        "https://learn.microsoft.com/partner-center/customers/get-special-pricing-for-offers", "2022-09-16";
    /// The verification of a customer's account.
    Verification = "VERIFY", "Customer account verification",
        "https://learn.microsoft.com/partner-center/customers/customer-account-verification", "undated";
    /// Error codes of the service.
    Errors = "ERRORS", "Partner Center REST error codes",
        "https://learn.microsoft.com/partner-center/developer/error-codes", "2023-06-15";
    /// Headers of the service.
    Headers = "HEADERS", "Partner Center REST headers",
        "https://learn.microsoft.com/partner-center/developer/headers", "2022-06-07";
    /// Reading the account validation status, in a later version of the page.
    StatusLater = "STATUS2", "Retrieve the validation status of a customer (a later version of the page)",
        "https://learn.microsoft.com/zh-tw/partner-center/developer/retrieve-validation-status", "undated";
    /// Changes of the service.
    Changes = "CHANGES", "Partner Center API change log",
        "https://learn.microsoft.com/partner-center/developer/api-change-log", "2021-03";
    /// The sample of Microsoft's SDK that sets qualifications.
    Sample = "SAMPLE", "Partner Center SDK for .NET, sample CustomerQualificationOperations",
        "https://github.com/microsoft/partner-center-sdk-for-dotNET", "2023-06";
}

/// In JSON a page is `{ "tag", "title", "url", "date" }`.
#[cfg(feature = "serde")]
impl serde::Serialize for Source {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut page = serializer.serialize_struct("Source", 4)?;
        page.serialize_field("tag", self.as_str())?;
        page.serialize_field("title", self.title())?;
        page.serialize_field("url", self.url())?;
        page.serialize_field("date", self.date())?;
        page.end()
    }
}
