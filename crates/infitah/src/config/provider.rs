//! The provider that may say who somebody is, if the operator names one: all of it, or nothing.

use infitah_core::tenancy::providers::{Provider, ProviderConfig};

use super::Result;
use crate::variables::{VariableError, Variables};

/// The longest name on a button.
const NAME_MAX: usize = 40;

/// The provider of sign-ins.
pub(crate) fn provider(variables: &Variables) -> Result<Option<Provider>> {
    let Some(issuer) = variables.get("INFITAH_OIDC_ISSUER")? else {
        let others = ["INFITAH_OIDC_CLIENT_ID", "INFITAH_OIDC_CLIENT_SECRET", "INFITAH_OIDC_NAME"];
        return match others.into_iter().find(|name| variables.is_set(name)) {
            Some(name) => Err(VariableError::new(name, "is of no use without INFITAH_OIDC_ISSUER")),
            None => Ok(None),
        };
    };
    let short = |text: &str| {
        (text.chars().count() <= NAME_MAX && !text.chars().any(char::is_control)).then(|| text.to_owned())
    };
    let config = ProviderConfig {
        issuer,
        client_id: variables.require("INFITAH_OIDC_CLIENT_ID")?,
        client_secret: variables.require("INFITAH_OIDC_CLIENT_SECRET")?,
        name: variables.parse("INFITAH_OIDC_NAME", "a name of up to 40 letters", short)?,
    };
    let expected = "is not an address like https://sso.example.ma";
    Provider::new(config).map(Some).ok_or_else(|| VariableError::new("INFITAH_OIDC_ISSUER", expected))
}
