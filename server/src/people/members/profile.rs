//! What members choose for themselves. A field stands in the list at the end, in a migration (with a default), in the form
//! and in its template; everything between them goes by the list.

use serde::Deserialize;

macro_rules! profile {
    ($($(#[$about:meta])* $field:ident,)+) => {
        /// What members choose for themselves. What they say about themselves is kept by `about`.
        #[derive(Clone, PartialEq, Eq, Default, Debug, Deserialize, sqlx::FromRow)]
        #[serde(default)]
        pub struct Profile {
            $($(#[$about])* pub $field: String,)+
        }

        impl Profile {
            /// The columns of `member` that hold it.
            pub const COLUMNS: &[&str] = &[$(stringify!($field)),+];

            /// What stands in them, in their order.
            pub fn values(&self) -> Vec<&str> {
                vec![$(&self.$field),+]
            }
        }

        /// The same columns for the text of a query, each after a comma.
        macro_rules! profile_columns {
            () => {
                concat!($(", ", stringify!($field)),+)
            };
        }
    };
}

profile! {
    /// The tag of the language they chose; empty follows the browser.
    language,
    /// The IANA name of the time zone they chose; empty follows the community.
    #[serde(rename = "zone")]
    time_zone,
}
