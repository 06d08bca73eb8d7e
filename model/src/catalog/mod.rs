//! The data tables: accelerators and their prices, regions, presets, published runs, constants, and the source of each fact.
//!
//! `build.rs` writes the tables from `model/data/*.toml`, where every fact has its unit, source and date.
//!
//! ```
//! use traincost_model::catalog::{AcceleratorId, Rent};
//!
//! let h100 = AcceleratorId::from_id("h100-sxm").unwrap().get();
//! let rent = h100.rent(Rent::OnDemand).fact;
//! assert!(rent.band().unwrap().mid > 1.0);
//! assert!(!h100.peak_bf16.source.citation().is_empty());
//! ```

mod accelerator;
mod efficiency;
mod fact;
mod hours;
mod name;
mod preset;
mod provider;
mod region;
mod run;
mod stack;
mod team;

pub use accelerator::{Accelerator, AcceleratorId, Rent, RentPrice, Silicon};
pub use efficiency::Trend;
pub use fact::{Date, Fact, SourceId};
pub use hours::{LeftOut, RunHours};
pub use preset::{Group, Preset, PresetId, Published, Status};
pub use provider::{Provider, ProviderId};
pub use region::{Region, RegionId};
pub use run::{Change, CostBasis, Run};
pub use stack::{Accuracy, StackRow};
pub use tables::{ACCURACY, CHANGES, DATA_VERSION, HOURS, RUNS, STACKS, TEAMS, constants};
pub use team::{Role, Team, TeamId};

/// An index into one of the tables: small, and always valid, because only the table creates it.
macro_rules! table_id {
    ($(#[$doc:meta])* $Id:ident, $Row:ty, $TABLE:path, $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $Id(pub(super) u16);

        impl $Id {
            /// The row.
            pub fn get(self) -> &'static $Row {
                &$TABLE[usize::from(self.0)]
            }

            /// Every row, in the table's order.
            pub fn all() -> impl Iterator<Item = Self> {
                (0..$TABLE.len() as u16).map(Self)
            }

            /// The row with a stable id.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::all().find(|row| row.get().$name == id)
            }
        }

        impl crate::choice::Alternatives for $Id {
            const DEFAULT: Self = Self(0);

            fn all() -> impl Iterator<Item = Self> {
                Self::all()
            }

            fn name(self) -> Option<&'static str> {
                Some(self.get().$name)
            }
        }
    };
}
use table_id;

mod tables {
    use super::accelerator::{Accelerator, AcceleratorId, RentPrice, Silicon};
    use super::fact::{Date, Fact, SourceId};
    use super::hours::{LeftOut, RunHours};
    use super::preset::{Group, Preset, Published, Status};
    use super::provider::{Provider, ProviderId};
    use super::region::{Region, RegionId};
    use super::run::{Change, CostBasis, Run};
    use super::stack::{Accuracy, StackRow};
    use super::team::Team;
    use crate::choice::{Kind, Precision};

    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}
