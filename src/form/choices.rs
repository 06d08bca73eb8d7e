//! The choices of a scenario that are not numbers, as selects.

use super::select::{Choice, Options};
use crate::state::{Page, countries_by_name};
use leptos::prelude::*;
use traincost_locales::{Text, fill};
use traincost_model::bill::Drivers;
use traincost_model::catalog::{AcceleratorId, Group, PresetId, ProviderId, RegionId, Status, TeamId};
use traincost_model::{
    Algorithm, Basis, Depreciation, Driver, Field, Kind, Language, Law, MfuFrom, Pays, Precision, Scenario, Synthesis,
};

fn change(page: &Page, change: impl FnOnce(&mut Scenario)) {
    page.scenario.set(page.scenario.get_untracked().with(change));
}

/// A name with a remark in brackets.
fn with_note(text: &Text, name: &str, note: &str) -> String {
    fill(text.with_note, &[("name", name), ("note", note)])
}

/// Where to start from.
pub(super) const PRESET: Options = Options {
    name: "preset",
    label: |text| text.preset_label,
    choices: |page| {
        let text = page.text();
        let choice = |id: PresetId| {
            let preset = id.get();
            let badge = match preset.status {
                Status::Leak => Some(text.status_leak),
                Status::Estimate => Some(text.status_estimate),
                Status::Published | Status::Example => None,
            };
            let name = page.lang().preset(id);
            let label = badge.map_or_else(|| name.to_owned(), |badge| with_note(text, name, badge));
            Choice { id: preset.id, label, group: text.preset_groups[preset.group as usize] }
        };
        Group::ALL.iter().flat_map(|group| PresetId::all().filter(move |id| id.get().group == *group)).map(choice).collect()
    },
    chosen: |scenario| scenario.preset.get().id,
    pick: |page, id| {
        if let Some(preset) = PresetId::from_id(id) {
            page.open(preset);
        }
    },
};

/// The accelerator; one without a public price says so.
pub(super) const ACCELERATOR: Options = Options {
    name: "accelerator",
    label: |text| text.accelerator_label,
    choices: |page| {
        let text = page.text();
        let basis = page.basis();
        let driver = if basis == Basis::Own { Driver::ChipPrice } else { Driver::Price };
        let scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| scenario.basis = basis);
        // Cards of personal computers and workstations stand by themselves, last.
        let is_card = |id: &AcceleratorId| id.get().id.starts_with("rtx-");
        let (cards, others): (Vec<_>, Vec<_>) = AcceleratorId::all().partition(is_card);
        others
            .into_iter()
            .chain(cards)
            .map(|accelerator| {
                let chip = accelerator.get();
                let drivers = Drivers::of(&scenario.with(|scenario| scenario.accelerator = accelerator), None);
                let name = page.lang().accelerator(accelerator);
                let label = match drivers.get(driver).band {
                    Some(_) => name.to_owned(),
                    None => with_note(text, name, text.price_needed),
                };
                let group = if is_card(&accelerator) { "NVIDIA RTX" } else { page.lang().vendor(chip.vendor) };
                Choice { id: chip.id, label, group }
            })
            .collect()
    },
    chosen: |scenario| scenario.accelerator.get().id,
    pick: |page, id| {
        if let Some(accelerator) = AcceleratorId::from_id(id) {
            change(page, |scenario| scenario.accelerator = accelerator);
        }
    },
};

/// The market is nobody in particular.
const MARKET: &str = "market";

/// Whom the accelerators are rented from.
pub(super) const PROVIDER: Options = Options {
    name: "provider",
    label: |text| text.provider_label,
    choices: |page| {
        let lang = page.lang();
        let text = page.text();
        let (basis, accelerator) = (page.basis(), page.accelerator());
        let scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| {
            scenario.basis = basis;
            scenario.accelerator = accelerator;
        });
        let offers = |provider| {
            let scenario = scenario.with(|scenario| scenario.provider = Some(provider));
            Drivers::of(&scenario, None).get(Driver::Price).band.is_some()
        };
        let label = |provider| {
            let name = lang.provider(provider);
            if offers(provider) { name.to_owned() } else { fill(text.no_offer, &[("name", name)]) }
        };
        let market = Choice::new(MARKET, text.provider_market);
        std::iter::once(market).chain(ProviderId::all().map(|provider| Choice::new(provider.get().id, label(provider)))).collect()
    },
    chosen: |scenario| scenario.provider.map_or(MARKET, |provider| provider.get().id),
    pick: |page, id| change(page, |scenario| scenario.provider = ProviderId::from_id(id)),
};

/// Where the electricity comes from.
pub(super) const REGION: Options = Options {
    name: "region",
    label: |text| text.region_label,
    choices: |page| {
        let countries: Vec<&str> = RegionId::all().filter(|id| *id != RegionId::WORLD).map(|id| id.get().iso2).collect();
        let named = countries_by_name(page.lang(), &countries).into_iter();
        let mut named: Vec<Choice> =
            named.filter_map(|(iso2, name)| Some(Choice::new(RegionId::from_id(&iso2)?.get().iso2, name))).collect();
        named.insert(0, Choice::new(RegionId::WORLD.get().iso2, page.text().region_world));
        named
    },
    chosen: |scenario| scenario.region.get().iso2,
    pick: |page, id| {
        if let Some(region) = RegionId::from_id(id) {
            change(page, |scenario| scenario.region = region);
        }
    },
};

/// Where the team is paid.
pub(super) const TEAM: Options = Options {
    name: "team",
    label: |text| text.team_label,
    choices: |page| {
        let text = page.text();
        TeamId::all().map(|team| Choice::new(team.get().id, (text.team)(team))).collect()
    },
    chosen: |scenario| scenario.team.get().id,
    pick: |page, id| {
        if let Some(team) = TeamId::from_id(id) {
            change(page, |scenario| scenario.team = team);
        }
    },
};

/// Where the MFU comes from. Computing it leaves no number of the reader's in the field.
pub(super) const MFU_FROM: Options = Options {
    name: "mfu-from",
    label: |text| text.mfu_from_label,
    choices: |page| {
        let text = page.text();
        MfuFrom::ALL.iter().map(|choice| Choice::new(choice.id(), (text.mfu_from)(*choice))).collect()
    },
    chosen: |scenario| scenario.mfu_from.id(),
    pick: |page, id| {
        change(page, |scenario| {
            scenario.mfu_from = MfuFrom::from_id(id).unwrap_or(scenario.mfu_from);
            if scenario.mfu_from == MfuFrom::Computed {
                _ = scenario.set(Field::Mfu, None);
            }
        });
        page.fault(Field::Mfu, None);
    },
};

macro_rules! plain_choice {
    ($(#[$doc:meta])* $NAME:ident, $name:literal, $Choice:ident, $field:ident, $label:ident, $word:ident) => {
        $(#[$doc])*
        pub(super) const $NAME: Options = Options {
            name: $name,
            label: |text| text.$label,
            choices: |page| {
                let text = page.text();
                $Choice::ALL.iter().map(|choice| Choice::new(choice.id(), (text.$word)(*choice))).collect()
            },
            chosen: |scenario| scenario.$field.id(),
            pick: |page, id| {
                if let Some(choice) = $Choice::from_id(id) {
                    change(page, |scenario| scenario.$field = choice);
                }
            },
        };
    };
}

plain_choice! {
    /// What is done to the model.
    KIND, "kind", Kind, kind, kind_label, kind
}
plain_choice! {
    /// The number format.
    PRECISION, "precision", Precision, precision, precision_label, precision
}
plain_choice! {
    /// How the accelerators are paid.
    BASIS, "basis", Basis, basis, basis_label, basis
}
plain_choice! {
    /// What most of the text is.
    LANGUAGE, "language", Language, language, text_language_label, text_language
}
plain_choice! {
    /// Who writes synthetic text.
    SYNTHESIS, "synthesis", Synthesis, synthesis, synthesis_label, synthesis
}
plain_choice! {
    /// How alignment learns.
    ALGORITHM, "algorithm", Algorithm, algorithm, algorithm_label, algorithm
}
plain_choice! {
    /// What is predicted of the loss.
    LAW, "law", Law, law, law_label, law
}
plain_choice! {
    /// What a budget has to pay for.
    PAYS, "pays", Pays, pays, pays_label, pays
}
plain_choice! {
    /// How bought hardware loses its worth.
    DEPRECIATION, "depreciation", Depreciation, depreciation, depreciation_label, depreciation
}
