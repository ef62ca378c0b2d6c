//! The mark that a member shows beside its name: a picture of its library, kept with what every page
//! needs to show it, so that no page has to look it up.

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::MediaId;
use crate::ground::sql;
use crate::media::{self, Medium, Picture, Upload};
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// The mark of a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Logo {
    /// The file.
    pub id: MediaId,
    /// Its name.
    pub file_name: String,
    /// Pixels, which give its proportions.
    pub width: i32,
    /// Pixels, which give its proportions.
    pub height: i32,
    /// The width of the smaller picture that is shown; zero for the picture itself.
    pub shown: u32,
}

impl Logo {
    /// Where the public has it.
    pub fn path(&self) -> String {
        match self.shown {
            0 => media::path(self.id, &self.file_name),
            width => media::smaller_path(&self.id, width),
        }
    }

    /// What can be shown of a file; nothing of one that is no picture.
    pub(super) fn of(medium: &Medium) -> Option<Self> {
        let picture = medium.picture()?;
        let shown = picture.smaller().first().map_or(0, |(width, _)| *width);
        let Picture { id, file_name, width, height, .. } = picture;
        Some(Self { id, file_name, width, height, shown })
    }
}

/// Whether the library of the member still holds a file.
pub(super) async fn is_held(tx: &TenantTx, id: MediaId) -> Result<bool> {
    let text = "SELECT COUNT(*) AS count FROM media WHERE tenant_id = $1 AND id = $2";
    let held: Option<sql::Count> = sql::one(tx, text, [tx.tenant().into(), id.into()]).await?;
    Ok(held.is_some_and(|held| held.count > 0))
}

/// Takes a picture into the library that is to be the mark; it is so once the settings say so.
///
/// # Errors
/// `Denied`; `Invalid` for the field `logo_file`, with all that the library refuses.
pub async fn take_logo(scope: &Scope, upload: Upload) -> Result<Logo> {
    scope.require(Action::ManageSettings)?;
    let renamed = |error: FieldError| FieldError { field: "logo_file".to_owned(), ..error };
    match media::put_picture(scope, upload).await {
        Ok(medium) => Logo::of(&medium).ok_or_else(|| Error::invalid("logo_file", "file-not-a-picture")),
        Err(Error::Invalid(errors)) => Err(Error::Invalid(errors.into_iter().map(renamed).collect())),
        Err(error) => Err(error),
    }
}

/// A picture of the library as the mark that it would be.
///
/// # Errors
/// `Denied`; `Invalid` for the field `logo_file` when the library has no such picture any more.
pub async fn logo(scope: &Scope, id: MediaId) -> Result<Logo> {
    scope.require(Action::ManageSettings)?;
    let found = match media::find(scope, id).await {
        Ok(held) => Logo::of(&held.medium),
        Err(Error::NotFound(_)) => None,
        Err(error) => return Err(error),
    };
    found.ok_or_else(|| Error::invalid("logo_file", "settings-logo-gone"))
}
