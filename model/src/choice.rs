//! The choices a reader makes that are not numbers.

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum $name {
            $($(#[$vdoc])* #[cfg_attr(feature = "serde", serde(rename = $id))] $variant,)*
        }

        impl $name {
            /// Every choice, in the order a reader sees them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The stable name used in links and files.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The choice of that stable name.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.id() == id)
            }
        }
    };
}
pub(crate) use choice;

choice! {
    /// What is done to the model.
    Kind {
        /// Training from nothing.
        Pretrain = "pretrain",
        /// More pretraining of an existing model.
        Continue = "continue",
        /// Fine-tuning of all weights.
        FineTune = "finetune",
        /// Low-rank adapters on frozen weights.
        Lora = "lora",
    }
}

impl Kind {
    /// The bytes a parameter that all accelerators together hold in training: weights, gradients and Adam's states in mixed precision (Rajbhandari et
    /// al. 2020, <https://arxiv.org/abs/1910.02054>), or with adapters the frozen 4-bit weights alone (Dettmers et al. 2023,
    /// <https://arxiv.org/abs/2305.14314>). Activations come on top; optimisers of 8 bits and offloading, which take less, are not modelled.
    pub const fn state_bytes(self) -> f64 {
        match self {
            Self::Pretrain | Self::Continue | Self::FineTune => 16.0,
            Self::Lora => 0.5,
        }
    }
}

choice! {
    /// Number format of the matrix multiplications.
    Precision {
        /// BF16 or FP16 with FP32 accumulation.
        Bf16 = "bf16",
        /// FP8, where the accelerator has it.
        Fp8 = "fp8",
    }
}

choice! {
    /// Where the steady MFU comes from, unless [`Field::Mfu`](crate::Field::Mfu) is entered.
    MfuFrom {
        /// Entered, or the catalog's of the accelerator.
        Entered = "entered",
        /// Computed from architecture, cluster and the best plan.
        Computed = "computed",
    }
}

choice! {
    /// How the accelerators are paid for. Bases never mix in one bill.
    Basis {
        /// Rented by the hour.
        OnDemand = "on-demand",
        /// Rented with a one-year commitment.
        Reserved = "reserved",
        /// Rented with a three-year commitment.
        Reserved3 = "reserved-3y",
        /// Rented while nobody else wants them.
        Spot = "spot",
        /// Bought, and written off over their life.
        Own = "own",
    }
}

choice! {
    /// How bought hardware loses its worth.
    Depreciation {
        /// The same amount every year.
        Straight = "straight",
        /// The same share every year.
        Declining = "declining",
        /// By the hour of work.
        Production = "production",
    }
}

choice! {
    /// Who writes synthetic text.
    Synthesis {
        /// A model behind an API, by the token.
        Api = "api",
        /// One's own, on the project's accelerators.
        OwnModel = "own",
    }
}

choice! {
    /// How answers are turned into training.
    Algorithm {
        /// Proximal policy optimisation: policy, value, reward and reference model.
        Ppo = "ppo",
        /// Group-relative policy optimisation: no value model.
        Grpo = "grpo",
        /// Direct preference optimisation: on given pairs, without sampling.
        Dpo = "dpo",
    }
}

choice! {
    /// What most of the text is.
    Language {
        /// English and the like.
        English = "en",
        /// Chinese.
        Chinese = "zh",
        /// Programs.
        Code = "code",
    }
}

choice! {
    /// The law of the loss.
    Law {
        /// Besiroglu et al. 2024 (<https://arxiv.org/abs/2404.10102>).
        Besiroglu = "besiroglu",
        /// Hoffmann et al. 2022 (<https://arxiv.org/abs/2203.15556>).
        Hoffmann = "hoffmann",
    }
}

choice! {
    /// What a budget has to pay for.
    Pays {
        /// The final run alone: accelerator-hours at their price.
        FinalRun = "final-run",
        /// The whole bill: experiments, data and the scenario's team too.
        Project = "project",
    }
}
