//! The items of each select of the form, and the effect of picking one.

use crate::state::{Page, countries_by_name};
use leptos::prelude::*;
use traincost_locales::{Text, fill};
use traincost_model::bill::Drivers;
use traincost_model::catalog::{AcceleratorId, Group, PresetId, RegionId, Status};
use traincost_model::{Alternative, Basis, Choice, Driver, Field, MfuFrom, Scenario};

/// One option; consecutive options of one group have its name above them.
pub(super) struct Item {
    /// Stable id.
    pub(super) id: &'static str,
    /// Its name.
    pub(super) label: String,
    /// The name of its group; empty for none.
    pub(super) group: &'static str,
}

impl Item {
    pub(super) fn new(id: &'static str, label: impl Into<String>) -> Self {
        Self { id, label: label.into(), group: "" }
    }
}

/// A decision that a select offers.
#[derive(Clone, Copy)]
pub(super) enum Subject {
    /// The preset to start from.
    Preset,
    /// A choice of the scenario.
    Choice(Choice),
}

/// The market as an item of the select of providers: it is none of them.
const MARKET: &str = "market";

impl Subject {
    /// Stable name, for tests and styles.
    pub(super) fn id(self) -> String {
        match self {
            Self::Preset => "preset".to_owned(),
            Self::Choice(choice) => choice.id().replace('_', "-"),
        }
    }

    /// The label.
    pub(super) fn label(self, text: &Text) -> &'static str {
        match self {
            Self::Preset => text.preset_label,
            Self::Choice(choice) => (text.choice)(choice),
        }
    }

    /// The items it offers. Reactive.
    pub(super) fn items(self, page: &Page) -> Vec<Item> {
        match self {
            Self::Preset => presets(page),
            Self::Choice(Choice::Accelerator) => accelerators(page),
            Self::Choice(Choice::Provider) => providers(page),
            Self::Choice(Choice::Region) => regions(page),
            Self::Choice(choice) => choice.alternatives().into_iter().map(|one| item(page, one)).collect(),
        }
    }

    /// The id of the item that a scenario has.
    pub(super) fn chosen(self, scenario: &Scenario) -> &'static str {
        match self {
            Self::Preset => scenario.preset.get().id,
            Self::Choice(choice) => id(scenario.chosen(choice)),
        }
    }

    /// Takes the item of an id.
    pub(super) fn pick(self, page: &Page, picked: &str) {
        match self {
            Self::Preset => {
                if let Some(preset) = PresetId::from_id(picked) {
                    page.open(preset);
                }
            }
            Self::Choice(choice) => {
                if let Some(alternative) = choice.alternatives().into_iter().find(|one| id(*one) == picked) {
                    choose(page, alternative);
                }
            }
        }
    }
}

fn choose(page: &Page, alternative: Alternative) {
    let mut scenario = page.scenario.get_untracked();
    scenario.choose(alternative);
    // An entered MFU would keep the computed one from counting.
    if alternative == Alternative::MfuFrom(MfuFrom::Computed) {
        _ = scenario.set(Field::DenseMfu, None);
    }
    page.scenario.set(scenario);
    if matches!(alternative, Alternative::MfuFrom(_)) {
        page.fault(Field::DenseMfu, None);
    }
}

fn id(alternative: Alternative) -> &'static str {
    alternative.id().unwrap_or(MARKET)
}

fn item(page: &Page, alternative: Alternative) -> Item {
    Item::new(id(alternative), (page.text().alternative)(alternative))
}

fn presets(page: &Page) -> Vec<Item> {
    let text = page.text();
    let item = |id: PresetId| {
        let preset = id.get();
        let badge = match preset.status {
            Status::Leak => Some(text.status_leak),
            Status::Estimate => Some(text.status_estimate),
            Status::Published | Status::Example => None,
        };
        let name = page.lang().preset(id);
        let label = badge.map_or_else(|| name.to_owned(), |badge| page.lang().with_note(name, badge));
        Item { group: text.preset_groups[preset.group as usize], ..Item::new(preset.id, label) }
    };
    Group::ALL.iter().flat_map(|group| PresetId::all().filter(move |id| id.get().group == *group)).map(item).collect()
}

/// The accelerators by vendor; one without a public price on the basis has a remark.
fn accelerators(page: &Page) -> Vec<Item> {
    let basis = page.basis();
    let driver = if basis == Basis::Own { Driver::ChipPrice } else { Driver::Price };
    let scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| scenario.basis = basis);
    // Cards of personal computers and workstations are a group of their own, last.
    let is_card = |id: &AcceleratorId| id.get().id.starts_with("rtx-");
    let (cards, others): (Vec<_>, Vec<_>) = AcceleratorId::all().partition(is_card);
    let item = |accelerator: AcceleratorId| {
        let chip = accelerator.get();
        let drivers = Drivers::of(&scenario.with(|scenario| scenario.accelerator = accelerator), None);
        let item = item(page, Alternative::Accelerator(accelerator));
        let label = match drivers.get(driver).band {
            Some(_) => item.label,
            None => page.lang().with_note(&item.label, page.text().price_needed),
        };
        Item { label, group: if is_card(&accelerator) { "NVIDIA RTX" } else { page.lang().vendor(chip.vendor) }, ..item }
    };
    others.into_iter().chain(cards).map(item).collect()
}

/// The market and the providers; one without a price for the accelerator and basis has a remark.
fn providers(page: &Page) -> Vec<Item> {
    let (basis, accelerator) = (page.basis(), page.accelerator());
    let mut scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| {
        scenario.basis = basis;
        scenario.accelerator = accelerator;
    });
    let mut mark = |alternative: Alternative| {
        scenario.choose(alternative);
        let is_priced = scenario.provider.is_none() || Drivers::of(&scenario, None).get(Driver::Price).band.is_some();
        let item = item(page, alternative);
        if is_priced { item } else { Item { label: fill(page.text().no_offer, &[("name", &item.label)]), ..item } }
    };
    Choice::Provider.alternatives().into_iter().map(&mut mark).collect()
}

/// The world, then the countries by the names that the browser has for them.
fn regions(page: &Page) -> Vec<Item> {
    let countries: Vec<&str> = RegionId::all().filter(|id| *id != RegionId::WORLD).map(|id| id.get().iso2).collect();
    let named = countries_by_name(page.lang(), &countries).into_iter();
    let named = named.filter_map(|(iso2, name)| Some(Item::new(RegionId::from_id(&iso2)?.get().iso2, name)));
    std::iter::once(item(page, Alternative::Region(RegionId::WORLD))).chain(named).collect()
}
