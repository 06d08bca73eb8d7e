//! Enums whose variants have stable names, for links, files and test ids.

/// Defines an enum with `ALL`, `id` and `from_id` from variants and their names.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)*
        }

        impl $name {
            /// Every variant, in the order a reader sees them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The stable name used in links and files.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The variant of that stable name.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|variant| variant.id() == id)
            }
        }
    };
}
pub(crate) use named;
