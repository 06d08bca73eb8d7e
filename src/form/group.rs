//! The fields in the order a reader needs them: a few essentials, and the rest by subject, folded away.

use super::field::NumberField;
use super::select::{Choice, Select};
use crate::state::{Page, live, region_name};
use leptos::prelude::*;
use traincost_locales::Text;
use traincost_model::catalog::{AcceleratorId, PresetId, RegionId, Status};
use traincost_model::estimate::{Driver, Drivers};
use traincost_model::{Basis, Field, Kind, Precision, Scenario};

/// Preset, size, tokens, accelerators and how they are paid: enough for an answer.
#[component]
pub fn Essentials() -> impl IntoView {
    let page = Page::here();
    view! {
        <section class="form essentials" aria-labelledby="essentials-title">
            <h2 id="essentials-title">{page.say(|text| text.group_essentials)}</h2>
            <PresetSelect />
            <NumberField field=Field::Params />
            <NumberField field=Field::Tokens />
            <AcceleratorSelect />
            <NumberField field=Field::Count />
            <BasisSelect />
            <NumberField field=Field::Price />
        </section>
    }
    .into_any()
}

/// Everything else, by subject.
#[component]
pub fn Advanced() -> impl IntoView {
    let page = Page::here();
    view! {
        <section class="form advanced" aria-label=page.say(|text| text.inputs)>
            <Group title=|text| text.group_model fields=&[Field::Active, Field::Layers, Field::Hidden, Field::Seq]>
                <KindSelect />
                <PrecisionSelect />
            </Group>
            <Group title=|text| text.group_speed fields=&[Field::Mfu, Field::Goodput, Field::Experiments, Field::Peak]>{()}</Group>
            <Group title=|text| text.group_power fields=&[Field::Pue, Field::Electricity, Field::Carbon]>
                <RegionSelect />
            </Group>
            <Group title=|text| text.group_data fields=&[Field::Gathered, Field::CleanPrice, Field::Annotated, Field::ItemPrice]>{()}</Group>
            <Group title=|text| text.group_people fields=&[Field::People, Field::Months, Field::Salary]>{()}</Group>
            <Group title=|text| text.group_hardware fields=&[Field::HardwarePrice, Field::Life, Field::Residual, Field::Utilisation]>{()}</Group>
        </section>
    }
    .into_any()
}

#[component]
fn Group(
    /// Its title.
    title: fn(&'static Text) -> &'static str,
    /// Its numbers.
    fields: &'static [Field],
    /// Its choices, above the numbers.
    children: Children,
) -> impl IntoView {
    let page = Page::here();
    // A fault inside a folded group would be a mystery: the group says so on its lid.
    let is_wrong = Signal::derive(move || page.faults.with(|faults| fields.iter().any(|field| faults.contains_key(&(*field as u8)))));
    view! {
        <details class="group" class:wrong=is_wrong>
            <summary>{live(move || title(page.text()).to_owned())}</summary>
            <div class="group-body">
                {children()}
                {fields.iter().map(|&field| view! { <NumberField field /> }).collect_view()}
            </div>
        </details>
    }
    .into_any()
}

fn change(page: Page, change: impl FnOnce(&mut Scenario)) {
    let mut next = page.scenario.get_untracked();
    change(&mut next);
    page.scenario.set(next);
}

#[component]
fn PresetSelect() -> impl IntoView {
    let page = Page::here();
    let choices = Signal::derive_local(move || {
        let text = page.text();
        PresetId::all()
            .map(|id| {
                let preset = id.get();
                let badge = match preset.status {
                    Status::Leak => Some(text.status_leak),
                    Status::Estimate => Some(text.status_estimate),
                    Status::Published | Status::Example => None,
                };
                let name = preset.name;
                Choice::new(preset.id, badge.map_or_else(|| name.to_owned(), |badge| format!("{name} ({badge})")))
            })
            .collect()
    });
    let pick = Callback::new(move |id: String| {
        if let Some(preset) = PresetId::from_id(&id) {
            page.open(preset);
        }
    });
    let chosen = Signal::derive(move || page.scenario.with(|scenario| scenario.preset.get().id));
    view! { <Select name="preset" label=page.say(|text| text.preset_label) choices chosen on_pick=pick /> }
}

#[component]
fn AcceleratorSelect() -> impl IntoView {
    let page = Page::here();
    // Only the basis and the language change this list: not every edit of the scenario.
    let basis = Memo::new(move |_| page.scenario.with(|scenario| scenario.basis));
    let choices = Signal::derive_local(move || {
        let text = page.text();
        let mut chips: Vec<AcceleratorId> = AcceleratorId::all().collect();
        // Stable: within a vendor the catalog's own order, oldest first.
        chips.sort_by_key(|id| (VENDORS.iter().position(|vendor| *vendor == id.get().vendor).unwrap_or(VENDORS.len()), id.get().vendor));
        let scenario = page.scenario.get_untracked().with(|scenario| scenario.basis = basis.get());
        chips
            .into_iter()
            .map(|accelerator| {
                let chip = accelerator.get();
                let driver = if scenario.basis == Basis::Own { Driver::ChipPrice } else { Driver::Price };
                let is_priced = Drivers::of(&scenario.with(|scenario| scenario.accelerator = accelerator)).get(driver).band.is_some();
                let label = if is_priced { chip.name.to_owned() } else { format!("{} ({})", chip.name, text.price_needed) };
                Choice { id: chip.id, label, group: chip.vendor }
            })
            .collect()
    });
    let pick = Callback::new(move |id: String| {
        if let Some(accelerator) = AcceleratorId::from_id(&id) {
            change(page, |scenario| scenario.accelerator = accelerator);
        }
    });
    let chosen = Signal::derive(move || page.scenario.with(|scenario| scenario.accelerator.get().id));
    view! { <Select name="accelerator" label=page.say(|text| text.accelerator_label) choices chosen on_pick=pick /> }
}

/// Vendors in the order most readers look for them; others follow by name.
const VENDORS: &[&str] = &["NVIDIA", "Google", "AMD", "Huawei"];

#[component]
fn RegionSelect() -> impl IntoView {
    let page = Page::here();
    let choices = Signal::derive_local(move || {
        let lang = page.lang.get();
        let mut named: Vec<Choice> = RegionId::all()
            .filter(|id| *id != RegionId::WORLD)
            .map(|id| Choice::new(id.get().iso2, region_name(lang, id.get().iso2, id.get().name)))
            .collect();
        named.sort_by(|a, b| a.label.cmp(&b.label));
        named.insert(0, Choice::new(RegionId::WORLD.get().iso2, page.text().region_world));
        named
    });
    let pick = Callback::new(move |id: String| {
        if let Some(region) = RegionId::from_id(&id) {
            change(page, |scenario| scenario.region = region);
        }
    });
    let chosen = Signal::derive(move || page.scenario.with(|scenario| scenario.region.get().iso2));
    view! { <Select name="region" label=page.say(|text| text.region_label) choices chosen on_pick=pick /> }
}

macro_rules! choice_select {
    ($component:ident, $name:literal, $Choice:ident, $field:ident, $label:ident, $word:ident) => {
        #[component]
        fn $component() -> impl IntoView {
            let page = Page::here();
            let choices = Signal::derive_local(move || {
                let text = page.text();
                $Choice::ALL.iter().map(|choice| Choice::new(choice.id(), (text.$word)(*choice))).collect()
            });
            let pick = Callback::new(move |id: String| {
                if let Some(choice) = $Choice::from_id(&id) {
                    change(page, |scenario| scenario.$field = choice);
                }
            });
            let chosen = Signal::derive(move || page.scenario.with(|scenario| scenario.$field.id()));
            view! { <Select name=$name label=Signal::derive(move || page.text().$label) choices chosen on_pick=pick /> }
        }
    };
}

choice_select!(KindSelect, "kind", Kind, kind, kind_label, kind);
choice_select!(PrecisionSelect, "precision", Precision, precision, precision_label, precision);
choice_select!(BasisSelect, "basis", Basis, basis, basis_label, basis);
