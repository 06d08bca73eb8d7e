//! Accelerators and their prices.

use super::fact::Fact;
use super::table_id;
use super::tables::{ACCELERATORS, SCALE_OUTS, SCALE_UP_DOMAINS, SERVERS, SILICON};

/// A rental contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rent {
    /// By the hour.
    OnDemand,
    /// Committed for a year.
    Reserved1y,
    /// Committed for three years.
    Reserved3y,
    /// Interruptible, at the provider's discretion.
    Spot,
}

/// The price of an accelerator-hour under a contract.
#[derive(Clone, Copy, Debug)]
pub struct RentPrice {
    /// P10, median and P90 over providers, USD per hour.
    pub fact: Fact,
    /// Number of providers behind it.
    pub providers: u16,
    /// `true` if it is another contract's price times a usual discount.
    pub derived: bool,
}

/// An accelerator.
#[derive(Clone, Copy, Debug)]
pub struct Accelerator {
    /// Stable id.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// Its maker.
    pub vendor: &'static str,
    /// Year of its launch.
    pub year: u16,
    /// Dense BF16 peak (FP16 if it has no BF16), TFLOP/s.
    pub peak_bf16: Fact,
    /// Dense FP8 peak, TFLOP/s.
    pub peak_fp8: Fact,
    /// Rated power, W.
    pub tdp: Fact,
    /// Steady MFU of a dense model, as a share of the dense BF16 peak.
    pub mfu: Fact,
    /// Power of the server relative to that of its chips.
    pub server_power: Fact,
    /// Average power while training, as a share of the rated power.
    pub average_draw: Fact,
    /// Price of the chip alone, USD.
    pub purchase: Fact,
    /// Rents, in the order of [`Rent`].
    pub rent: [RentPrice; 4],
}

/// Facts about an accelerator that only the physics needs.
#[derive(Clone, Copy, Debug)]
pub struct Silicon {
    /// Memory, GiB.
    pub memory: Fact,
    /// Memory bandwidth, GB/s.
    pub memory_bandwidth: Fact,
    /// Bandwidth to its neighbours in the node or rack, GB/s per direction.
    pub scale_up: Fact,
    /// Share of the peak that large matrix multiplications reach.
    pub achievable: Fact,
}

impl Accelerator {
    /// The rent under a contract.
    pub const fn rent(&self, rent: Rent) -> &RentPrice {
        &self.rent[rent as usize]
    }
}

table_id! {
    /// An accelerator of the catalog.
    AcceleratorId, Accelerator, ACCELERATORS, id
}

/// Accelerators in the usual server, joined by its fast links.
const SERVER: f64 = 8.0;

/// Bandwidth out of the usual server, GB/s per accelerator and direction, before and from the year of [`NDR`]: InfiniBand HDR,
/// then NDR.
const SCALE_OUT: [f64; 2] = [25.0, 50.0];

/// The first year of accelerators with 400 Gbit/s per card.
const NDR: u16 = 2022;

impl AcceleratorId {
    /// Its memory and its links.
    pub fn silicon(self) -> &'static Silicon {
        &SILICON[usize::from(self.0)]
    }

    /// Number of accelerators joined by fast links: a server, a rack, or a pod.
    ///
    /// ```
    /// use traincost_model::catalog::AcceleratorId;
    /// assert_eq!(AcceleratorId::from_id("gb200").unwrap().scale_up_domain(), 72);
    /// ```
    pub fn scale_up_domain(self) -> u32 {
        self.own(SCALE_UP_DOMAINS).unwrap_or(SERVER) as u32
    }

    /// Accelerators per usual server.
    pub fn server(self) -> u32 {
        self.own(SERVERS).unwrap_or(SERVER) as u32
    }

    /// Bandwidth of one accelerator out of its scale-up domain in the usual cluster, GB/s per direction.
    ///
    /// ```
    /// use traincost_model::catalog::AcceleratorId;
    /// // 400 Gbit/s.
    /// assert_eq!(AcceleratorId::from_id("h100-sxm").unwrap().scale_out(), 50.0);
    /// ```
    pub fn scale_out(self) -> f64 {
        self.own(SCALE_OUTS).unwrap_or(SCALE_OUT[usize::from(self.get().year >= NDR)])
    }

    /// This accelerator's entry in a table of exceptions.
    fn own(self, table: &[(Self, Fact)]) -> Option<f64> {
        let (_, fact) = table.iter().find(|(accelerator, _)| *accelerator == self)?;
        fact.band().map(|band| band.mid)
    }
}
