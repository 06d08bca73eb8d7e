//! Providers of rented accelerators, and their prices.

use super::accelerator::{AcceleratorId, Rent};
use super::fact::Fact;
use super::table_id;
use super::tables::{NO_OFFER, OFFERS, PROVIDERS};
use crate::choice::Alternatives;
use core::iter;

/// A provider of rented accelerators.
#[derive(Clone, Copy, Debug)]
pub struct Provider {
    /// Stable id.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
}

table_id! {
    /// A provider of the catalog.
    ProviderId, Provider, PROVIDERS, id
}

impl Alternatives for Option<ProviderId> {
    const DEFAULT: Self = None;

    /// The market first, then every provider.
    fn all() -> impl Iterator<Item = Self> {
        iter::once(None).chain(ProviderId::all().map(Some))
    }

    fn name(self) -> Option<&'static str> {
        Some(self?.get().id)
    }
}

impl ProviderId {
    /// Hourly rent of an accelerator at this provider, USD: lowest, median and highest of its regions on the newest day; unknown
    /// if it publishes none.
    pub fn rent(self, accelerator: AcceleratorId, rent: Rent) -> &'static Fact {
        let own = |(provider, chip, basis, _): &&(Self, AcceleratorId, u8, Fact)| {
            *provider == self && *chip == accelerator && *basis == rent as u8
        };
        OFFERS.iter().find(own).map_or(&NO_OFFER, |(.., fact)| fact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_is_a_price_and_no_offer_is_unknown() {
        let id = |id| ProviderId::from_id(id).expect("a provider");
        let h100 = AcceleratorId::from_id("h100-sxm").expect("an accelerator");
        for provider in ["aws", "gcp", "azure", "oracle", "lambda", "coreweave", "runpod", "vast"] {
            assert!(id(provider).rent(h100, Rent::OnDemand).band().is_some(), "{provider}");
        }
        for provider in ["alibaba", "huawei", "baidu"] {
            assert!(id(provider).rent(h100, Rent::OnDemand).band().is_none(), "{provider}");
        }
        assert!(ProviderId::all().all(|id| ProviderId::from_id(id.get().id) == Some(id)));
    }
}
