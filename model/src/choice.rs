//! The choices a reader makes that are not numbers: one table.
//!
//! From it follow the enums here, the fields of [`Scenario`](crate::Scenario) and its [`Alternative`](crate::Alternative)s; JSON, links, the export, the form
//! and the texts of each language loop over them. A new choice is one entry here, its place in the form, and its texts in each language, which the compiler
//! asks for.
//!
//! ```
//! use traincost_model::{Choice, Scenario, catalog::PresetId};
//!
//! let mut scenario = Scenario::from_preset(PresetId::DEFAULT);
//! scenario.choose(Choice::Basis.alternative("spot").unwrap());
//! assert_eq!(scenario.chosen(Choice::Basis).id(), Some("spot"));
//! assert!(Choice::Basis.alternative("free").is_none());
//! ```

use crate::named::named;

/// The table, handed to the macro `$define`. An entry is a choice, its field in the scenario (also its name in JSON), its key in links, its type, and its
/// alternatives with their stable names: the first is the default, unless the preset decides. Where the braces are empty, the catalog has them.
macro_rules! choices {
    ($define:ident) => {
        $define! {
            /// The project's work on the model: from scratch, or from given weights.
            Kind kind "kind": Kind {
                /// Training from scratch.
                Pretrain = "pretrain",
                /// More pretraining of an existing model.
                Continue = "continue",
                /// Fine-tuning of all weights.
                FineTune = "finetune",
                /// Low-rank adapters on frozen weights.
                Lora = "lora",
            }
            /// Number format of the matrix multiplications; see [`Scenario::precision_used`](crate::Scenario::precision_used).
            Precision precision "prec": Precision {
                /// BF16 or FP16 with FP32 accumulation.
                Bf16 = "bf16",
                /// FP8, where the accelerator has it.
                Fp8 = "fp8",
            }
            /// Source of the steady MFU, unless [`Field::DenseMfu`](crate::Field::DenseMfu) is entered.
            MfuFrom mfu_from "mf": MfuFrom {
                /// Entered, or the catalog's of the accelerator.
                Entered = "entered",
                /// Computed from architecture, cluster and the best plan.
                Computed = "computed",
            }
            /// The accelerator.
            Accelerator accelerator "gpu": AcceleratorId {}
            /// Payment for the accelerators. Bases never mix in one bill.
            Basis basis "b": Basis {
                /// Rented by the hour.
                OnDemand = "on-demand",
                /// Rented with a one-year commitment.
                Reserved = "reserved",
                /// Rented with a three-year commitment.
                Reserved3 = "reserved-3y",
                /// Rented while no one else wants them.
                Spot = "spot",
                /// Bought, and written off over their life.
                Own = "own",
            }
            /// Provider the accelerators are rented from; `None` for the market.
            Provider provider "pv": Option<ProviderId> {}
            /// Location of the accelerators: decides electricity and carbon.
            Region region "r": RegionId {}
            /// Cooling of the accelerators: decides the facility's overhead.
            Cooling cooling "cool": Cooling {
                /// The usual mix of facilities, most of them cooled by air.
                Usual = "usual",
                /// Liquid on the chips, as racks of 72 need it.
                Liquid = "liquid",
                /// Servers immersed in liquid.
                Immersion = "immersion",
            }
            /// Location of the team: decides its pay.
            Team team "tm": TeamId {}
            /// Language of most of the text.
            Language language "dl": Language {
                /// English and similar languages.
                English = "en",
                /// Chinese.
                Chinese = "zh",
                /// Source code.
                Code = "code",
            }
            /// Writer of synthetic text.
            Synthesis synthesis "sy": Synthesis {
                /// A model behind an API, paid by the token.
                Api = "api",
                /// The project's own model, on its own accelerators.
                OwnModel = "own",
            }
            /// Algorithm that aligns the model with preferences.
            Algorithm algorithm "al": Algorithm {
                /// Proximal policy optimisation: policy, value, reward and reference model.
                Ppo = "ppo",
                /// Group-relative policy optimisation: no value model.
                Grpo = "grpo",
                /// Direct preference optimisation: on given pairs, without sampling.
                Dpo = "dpo",
            }
            /// Depreciation of bought hardware.
            Depreciation depreciation "dp": Depreciation {
                /// The same amount every year.
                Straight = "straight",
                /// The same share every year.
                Declining = "declining",
                /// By the hour of work.
                Production = "production",
            }
            /// Scaling law of the loss.
            Law law "law": Law {
                /// Besiroglu et al. 2024 (<https://arxiv.org/abs/2404.10102>).
                Besiroglu = "besiroglu",
                /// Hoffmann et al. 2022 (<https://arxiv.org/abs/2203.15556>).
                Hoffmann = "hoffmann",
            }
            /// Scope of [`Field::Budget`](crate::Field::Budget).
            Pays pays "pays": Pays {
                /// The final run alone: accelerator-hours at their price.
                FinalRun = "final-run",
                /// The whole bill: experiments, data and the scenario's team too.
                Project = "project",
            }
        }
    };
}
pub(crate) use choices;

macro_rules! define {
    ($($(#[$doc:meta])* $Choice:ident $field:ident $link:literal: $Type:ty { $($alternatives:tt)* })*) => {
        /// A choice a reader makes. Its values are [`Alternative`](crate::Alternative)s.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Choice { $($(#[$doc])* $Choice,)* }

        impl Choice {
            /// Every choice, in the order of files and links.
            pub const ALL: &[Self] = &[$(Self::$Choice,)*];

            /// The stable name in files.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$Choice => stringify!($field),)* }
            }

            /// The key in links.
            pub const fn link(self) -> &'static str {
                match self { $(Self::$Choice => $link,)* }
            }

            /// The choice of that stable name in files.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.id() == id)
            }

            /// The choice of that key in links.
            pub fn from_link(link: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.link() == link)
            }
        }

        $(define_enum! { $(#[$doc])* $Choice { $($alternatives)* } })*
    };
}

/// The enum of a choice, unless its alternatives are in the catalog.
macro_rules! define_enum {
    ($(#[$doc:meta])* $Choice:ident {}) => {};
    ($(#[$doc:meta])* $Choice:ident { $($alternatives:tt)* }) => {
        named! { $(#[$doc])* $Choice { $($alternatives)* } }

        impl Alternatives for $Choice {
            const DEFAULT: Self = Self::ALL[0];

            fn all() -> impl Iterator<Item = Self> {
                Self::ALL.iter().copied()
            }

            fn name(self) -> Option<&'static str> {
                Some(self.id())
            }
        }
    };
}

/// A type whose values are the alternatives of one choice.
pub(crate) trait Alternatives: Sized {
    /// The alternative of a project whose preset and reader choose no other.
    const DEFAULT: Self;

    /// Every alternative, in the order a reader sees them.
    fn all() -> impl Iterator<Item = Self>;

    /// The stable name in links and files; `None` for the absence of a choice.
    fn name(self) -> Option<&'static str>;
}

choices!(define);

impl Kind {
    /// Bytes per parameter that all accelerators together hold in training: weights, gradients and Adam's states in mixed precision (Rajbhandari et
    /// al. 2020, <https://arxiv.org/abs/1910.02054>), or with adapters the frozen 4-bit weights alone (Dettmers et al. 2023,
    /// <https://arxiv.org/abs/2305.14314>). Activations come on top; the model omits 8-bit optimisers and offloading, which need less.
    pub const fn state_bytes(self) -> f64 {
        match self {
            Self::Pretrain | Self::Continue | Self::FineTune => 16.0,
            Self::Lora => 0.5,
        }
    }
}
