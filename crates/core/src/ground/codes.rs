//! Enums that are stored, sent and shown by a name of their own. One macro for all of them, because
//! each would repeat the same three matches.

/// Gives enums their names in the database, in addresses and in message keys.
macro_rules! coded {
    ($($name:ident { $($variant:ident = $code:literal,)+ })+) => {$(
        impl $name {
            /// All of them, in the order of the field.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$variant),+];

            /// The name in the database, in addresses and, with hyphens, in message keys.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// The one with this name.
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl sea_orm::TryGetable for $name {
            fn try_get_by<I: sea_orm::ColIdx>(
                row: &sea_orm::QueryResult,
                index: I,
            ) -> Result<Self, sea_orm::TryGetError> {
                let code = <String as sea_orm::TryGetable>::try_get_by(row, index)?;
                Self::from_code(&code).ok_or_else(|| {
                    let message = format!("no {}: {code}", stringify!($name));
                    sea_orm::TryGetError::DbErr(sea_orm::DbErr::Type(message))
                })
            }
        }
    )+};
}
pub(crate) use coded;
