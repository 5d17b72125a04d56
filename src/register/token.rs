//! How are closed lists of words kept? One table each: the variant and its word in files and tables.

use super::{Explained, Fault, Sentence};

/// A word that is not on the list it was looked up in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is none of {allowed}")]
pub struct UnknownToken {
    /// What was written.
    pub given: String,
    /// The words that would have been right, joined by commas.
    pub allowed: String,
}

impl Explained for UnknownToken {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        Sentence::new("token-unknown").with("given", &self.given).with("allowed", &self.allowed)
    }
}

/// Defines an enum whose every variant has one stable word, used in the database, in files and in addresses.
macro_rules! tokens {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every variant, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The stable word of this variant.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }

            /// The variant of a word, in any case and with blanks around it.
            ///
            /// # Errors
            /// Refuses a word that is not on the list, and names the list.
            pub fn parse(word: &str) -> Result<Self, $crate::register::UnknownToken> {
                let wanted = word.trim().to_lowercase();
                Self::ALL.iter().copied().find(|one| one.as_str() == wanted).ok_or_else(|| {
                    $crate::register::UnknownToken {
                        given: word.trim().chars().take(40).collect(),
                        allowed: Self::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", "),
                    }
                })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { out.write_str(self.as_str()) }
        }
    };
}
pub(crate) use tokens;
