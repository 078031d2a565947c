//! Operations of the service, and the credentials and roles that they require. This crate does not authenticate anyone.

use crate::rules::source::Source;
use crate::values::enumeration::enumeration;
use crate::values::qualification::{Mode, Qualification};

enumeration! {
    /// An operation of the service that the rules are about.
    ///
    /// ```
    /// use partner_center_rules::{Credentials, Operation};
    ///
    /// assert!(Operation::ReadQualifications.accepts(Credentials::App));
    /// assert!(!Operation::ReadValidationStatus.accepts(Credentials::App));
    /// ```
    pub enum Operation: label {
        /// `GET /v1/customers/{id}/validationStatus?type=account`.
        ReadValidationStatus = "readValidationStatus", "Read the account validation status";
        /// `GET /v1/customers/{id}/qualification`.
        ReadQualification = "readQualification", "Read the qualification (synchronous)";
        /// `PUT /v1/customers/{id}/qualification`.
        SetQualification = "setQualification", "Set the qualification (synchronous)";
        /// `GET /v1/customers/{id}/qualifications`.
        ReadQualifications = "readQualifications", "Read the qualifications";
        /// `POST /v1/customers/{id}/qualifications`.
        CreateQualification = "createQualification", "Set a qualification (asynchronous)";
        /// `GET /v1/customers/all/validations`.
        ReadValidationCodes = "readValidationCodes", "Read the validation codes of the partner";
    }
}

enumeration! {
    /// The kind of credentials of a caller.
    ///
    /// ```
    /// use partner_center_rules::Credentials;
    ///
    /// assert_eq!(Credentials::AppAndUser.as_str(), "App+User");
    /// ```
    pub enum Credentials: label {
        /// The application and a user of the partner.
        AppAndUser = "App+User", "Application and user";
        /// The application alone.
        App = "App", "Application only";
    }
}

impl Operation {
    /// Returns the operation that sets a qualification through an API.
    ///
    /// Source: `SYNC`, `ASYNC`.
    ///
    /// ```
    /// use partner_center_rules::{Mode, Operation};
    ///
    /// assert_eq!(Operation::update(Mode::Asynchronous), Operation::CreateQualification);
    /// ```
    #[must_use]
    pub const fn update(mode: Mode) -> Self {
        match mode {
            Mode::Asynchronous => Self::CreateQualification,
            Mode::Synchronous => Self::SetQualification,
        }
    }

    /// Returns the credentials that the operation accepts.
    ///
    /// ```
    /// use partner_center_rules::{Credentials, Operation};
    ///
    /// assert_eq!(Operation::CreateQualification.credentials(), [Credentials::AppAndUser]);
    /// ```
    #[must_use]
    pub const fn credentials(self) -> &'static [Credentials] {
        match self {
            Self::ReadValidationStatus | Self::SetQualification | Self::CreateQualification => {
                &[Credentials::AppAndUser]
            }
            Self::ReadQualification | Self::ReadQualifications | Self::ReadValidationCodes => {
                &[Credentials::AppAndUser, Credentials::App]
            }
        }
    }

    /// Returns whether the operation accepts these credentials.
    ///
    /// ```
    /// use partner_center_rules::{Credentials, Operation};
    ///
    /// assert!(!Operation::CreateQualification.accepts(Credentials::App));
    /// ```
    #[must_use]
    pub fn accepts(self, credentials: Credentials) -> bool {
        self.credentials().contains(&credentials)
    }

    /// Returns the page that documents the operation.
    ///
    /// ```
    /// use partner_center_rules::{Operation, Source};
    ///
    /// assert_eq!(Operation::CreateQualification.source(), Source::Async);
    /// ```
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            Self::ReadValidationStatus => Source::Status,
            Self::ReadQualification | Self::ReadQualifications => Source::GetQualifications,
            Self::SetQualification => Source::Sync,
            Self::CreateQualification => Source::Async,
            Self::ReadValidationCodes => Source::Codes,
        }
    }
}

enumeration! {
    /// A role among the granular delegated admin privileges (GDAP) that a customer grants to a partner.
    ///
    /// Source: `ASYNC`.
    ///
    /// ```
    /// use partner_center_rules::GdapRole;
    ///
    /// assert_eq!(GdapRole::LicenseAdministrator.to_string(), "License Administrator");
    /// ```
    pub enum GdapRole: label {
        /// Directory Reader.
        DirectoryReader = "Directory Reader", "Directory Reader";
        /// Directory Writer.
        DirectoryWriter = "Directory Writer", "Directory Writer";
        /// License Administrator.
        LicenseAdministrator = "License Administrator", "License Administrator";
        /// User Administrator.
        UserAdministrator = "User Administrator", "User Administrator";
    }
}

/// Returns the roles of which a user needs at least one to set a qualification. Empty if no role is required.
///
/// ```
/// use partner_center_rules::{GdapRole, Qualification, gdap_roles};
///
/// assert_eq!(gdap_roles(Qualification::GovernmentCommunityCloud), GdapRole::ALL);
/// assert!(gdap_roles(Qualification::Education).is_empty());
/// ```
///
/// Source: `ASYNC`.
#[must_use]
pub const fn gdap_roles(qualification: Qualification) -> &'static [GdapRole] {
    match qualification {
        Qualification::GovernmentCommunityCloud => GdapRole::ALL,
        Qualification::None | Qualification::Education | Qualification::Nonprofit | Qualification::StateOwnedEntity => {
            &[]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn updates_and_the_validation_status_need_a_user() {
        let need_a_user = Operation::ALL.iter().filter(|operation| !operation.accepts(Credentials::App));
        let documented = [Operation::ReadValidationStatus, Operation::SetQualification, Operation::CreateQualification];
        assert!(need_a_user.eq(&documented));
        assert!(Operation::ALL.iter().all(|operation| operation.accepts(Credentials::AppAndUser)));
    }

    #[test]
    fn only_government_community_cloud_needs_a_role() {
        for &qualification in Qualification::ALL {
            let is_needed = qualification == Qualification::GovernmentCommunityCloud;
            assert_eq!(gdap_roles(qualification).len(), if is_needed { 4 } else { 0 });
        }
    }
}
