//! The state of the page: the scenario, its presentation, and the estimate that follows from them.

pub mod book;
mod drawn;
mod fault;
mod intl;
pub mod link;
pub(crate) mod mfu;
mod project;
mod screen;
pub(crate) mod storage;
mod today;
pub mod view;

pub use drawn::Drawn;
pub use fault::Fault;
pub use intl::{IntlNumbers, countries_by_name, this_month};
pub use project::Project;
pub use today::Today;
pub use view::{Theme, View};

use crate::number::Entry;
use book::Book;
use leptos::prelude::*;
use link::{Decoded, Ignored};
use traincost_locales::{Currency, Lang, Money, Text};
use traincost_model::catalog::{AcceleratorId, PresetId};
use traincost_model::estimate::FieldStatus;
use traincost_model::{Band, Basis, Estimate, Field, MfuFrom, Scenario, estimate_with};

/// The faults of all fields.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Faults {
    fields: [Option<Fault>; Field::COUNT],
    /// The fault of the exchange rate.
    pub rate: Option<Fault>,
}

impl Default for Faults {
    fn default() -> Self {
        Self { fields: [None; Field::COUNT], rate: None }
    }
}

impl Faults {
    /// The fault of a field.
    pub fn of(&self, field: Field) -> Option<Fault> {
        self.fields[field as usize]
    }

    /// Whether there is no fault.
    pub fn is_empty(&self) -> bool {
        self.rate.is_none() && self.fields.iter().all(Option::is_none)
    }
}

/// The state of a field of the form. Small and comparable: a field whose state did not change stays as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldState {
    /// Its value and the value's origin.
    pub status: FieldStatus,
    /// The fault of the text in it.
    pub fault: Option<Fault>,
}

/// The page's state; copied freely, for it holds only signals.
#[derive(Clone, Copy)]
pub struct Page {
    /// The scenario: always valid.
    pub scenario: RwSignal<Scenario>,
    /// Language, currency, theme and mode.
    pub view: RwSignal<View>,
    /// The reader's own prices that apply.
    pub book: RwSignal<Book>,
    /// The project before the reader started over, until they undo that.
    pub left: RwSignal<Option<Project>>,
    /// Change with the basis and the accelerator and with nothing else of the scenario: long lists hang on them.
    basis_changed: RwSignal<u32>,
    accelerator_changed: RwSignal<u32>,
    /// The estimate of the scenario.
    pub estimate: Memo<Estimate>,
    /// The MFU of the plan that the worker found.
    pub found: RwSignal<Option<Band<f64>>>,
    /// The ranges that the worker has drawn; until they come for a new scenario a rule of thumb stands in.
    pub drawn: RwSignal<Option<Drawn>>,
    /// While anything is wrong with any field, the results stay those of the last valid inputs.
    pub faults: RwSignal<Faults>,
    /// The state of every field, in the order of [`Field::ALL`]. Only fields whose state changed re-render.
    fields: StoredValue<Vec<RwSignal<FieldState>>>,
    /// Counts what replaced the scenario as a whole (a preset, a reset), so that fields show its values.
    pub replaced: RwSignal<u32>,
    /// The parts of the link that the page ignored.
    pub ignored: StoredValue<Vec<Ignored>>,
    /// The version of the data and the total that an older shared link names.
    pub shared: StoredValue<(Option<&'static str>, Option<f64>)>,
    /// The language that boot.js found, for readers who choose none.
    found_lang: Lang,
    prefers_dark: RwSignal<bool>,
    /// Device pixels a CSS pixel.
    pub pixel_ratio: RwSignal<f64>,
    /// Whether the page is a compact view inside another.
    pub embed: bool,
}

impl Page {
    /// The state that a link, the saved choices and the browser ask for, in that order.
    pub fn provide(decoded: Decoded) -> Self {
        let Decoded { scenario, mut view, data, was, ignored } = decoded;
        let embed = view.embed;
        if !embed {
            view.currency = view.currency.or_else(|| match storage::kept(storage::key::CURRENCY)?.as_str() {
                "cny" => Some(Currency::Cny),
                _ => None,
            });
        }
        if view.theme.is_none() && !embed {
            view.theme = storage::kept(storage::key::THEME).as_deref().and_then(Theme::from_id);
        }
        let scenario = RwSignal::new(scenario);
        let view = RwSignal::new(view);
        let faults = RwSignal::new(Faults::default());
        let found = RwSignal::new(None);
        let drawn = RwSignal::new(served(&scenario.get_untracked()));
        let now = move || {
            let found = found.get();
            let estimate = estimate_with(&scenario.get(), found);
            drawn.with(|drawn| drawn.as_ref().map_or(estimate, |drawn| drawn.onto(estimate, found)))
        };
        let estimate = Memo::new_with_compare(move |_| now(), |_, _| true);
        let fields: Vec<_> = field_states(estimate, faults).into_iter().map(RwSignal::new).collect();
        let page = Self {
            scenario,
            view,
            book: RwSignal::new(Book::default()),
            left: RwSignal::new(None),
            basis_changed: RwSignal::new(0),
            accelerator_changed: RwSignal::new(0),
            estimate,
            found,
            drawn,
            faults,
            fields: StoredValue::new(fields),
            replaced: RwSignal::new(0),
            ignored: StoredValue::new(ignored),
            shared: StoredValue::new((data, was)),
            found_lang: document_lang(),
            prefers_dark: screen::prefers_dark(),
            pixel_ratio: screen::pixel_ratio(),
            embed,
        };
        provide_context(page);
        watch(move || {
            let (basis, accelerator) = page.scenario.with(|scenario| (scenario.basis, scenario.accelerator));
            let place = AcceleratorId::all().position(|one| one == accelerator).unwrap_or_default();
            for (signal, now) in [(page.basis_changed, basis as u32), (page.accelerator_changed, place as u32)] {
                if signal.get_untracked() != now {
                    signal.set(now);
                }
            }
            page.fields.with_value(|signals| {
                for (signal, now) in signals.iter().zip(field_states(estimate, faults)) {
                    if signal.get_untracked() != now {
                        signal.set(now);
                    }
                }
            });
        });
        page
    }

    /// The page's state, from inside a component.
    pub fn here() -> Self {
        expect_context()
    }

    /// The language in use, whoever chose it. Reactive.
    pub fn lang(&self) -> Lang {
        self.view.with(|view| view.lang).unwrap_or(self.found_lang)
    }

    /// The currency and exchange rate of all amounts. Reactive.
    pub fn money(&self) -> Money {
        self.view.with(|view| Money { currency: view.currency.unwrap_or(Currency::Usd), cny_per_usd: view.rate() })
    }

    /// The basis of payment. Reactive, and quiet while other things change.
    pub fn basis(&self) -> Basis {
        self.basis_changed.track();
        self.scenario.with_untracked(|scenario| scenario.basis)
    }

    /// The accelerator. Reactive, and quiet while other things change.
    pub fn accelerator(&self) -> AcceleratorId {
        self.accelerator_changed.track();
        self.scenario.with_untracked(|scenario| scenario.accelerator)
    }

    /// The state of a field. Reactive, and quiet while only other fields change.
    pub fn field(&self, field: Field) -> FieldState {
        self.fields.with_value(|signals| signals[field as usize].get())
    }

    /// Whether the reader's system prefers dark. Reactive.
    pub fn prefers_dark(&self) -> bool {
        self.prefers_dark.get()
    }

    /// Whether charts are drawn on dark paper. Reactive.
    pub fn dark(&self) -> bool {
        self.view.with(|view| view.theme).map_or_else(|| self.prefers_dark.get(), |theme| theme == Theme::Dark)
    }

    /// The texts of the language in use. Reactive.
    pub fn text(&self) -> &'static Text {
        self.lang().text()
    }

    /// A text of the language in use, as one type of signal: each closure in a view would be compiled with a renderer of its own.
    pub fn say(&self, pick: fn(&'static Text) -> &'static str) -> Signal<String> {
        let page = *self;
        live(move || pick(page.text()).to_owned())
    }

    /// The formatter of the language in use. Reactive.
    pub fn numbers(&self) -> IntlNumbers {
        IntlNumbers(self.lang())
    }

    /// Opens a preset as a whole, keeping how it is shown.
    pub fn open(&self, preset: PresetId) {
        self.replace(Scenario::from_preset(preset));
    }

    /// Replaces the scenario as a whole: every field shows what it holds now.
    pub fn replace(&self, scenario: Scenario) {
        self.scenario.set(scenario);
        self.faults.set(Faults::default());
        self.replaced.update(|count| *count += 1);
    }

    /// Changes the scenario; a field whose content changes loses its fault, and others keep what is typed there.
    pub fn change(&self, scenario: Scenario) {
        let before = self.scenario.get_untracked();
        self.scenario.set(scenario);
        for &field in Field::ALL.iter().filter(|field| !scenario.agrees(&before, **field)) {
            self.fault(field, None);
        }
    }

    /// Enters a number or a range into a field, or with `None` empties it; a value the field refuses becomes its fault.
    pub fn enter(&self, field: Field, entry: Option<Entry>) {
        let mut next = self.scenario.get_untracked();
        let outcome = match entry {
            Some(Entry::Range(low, high)) => next.set_range(field, low, high),
            Some(Entry::Number(value)) => next.set(field, Some(value)),
            None => next.set(field, None),
        };
        if field == Field::DenseMfu && entry.is_some() {
            next.mfu_from = MfuFrom::Entered;
        }
        if outcome.is_ok() && next != self.scenario.get_untracked() {
            self.scenario.set(next);
        }
        self.fault(field, outcome.err().map(Fault::Field));
    }

    /// Notes or clears what is wrong with a field.
    pub fn fault(&self, field: Field, fault: Option<Fault>) {
        if self.faults.with_untracked(|faults| faults.of(field) != fault) {
            self.faults.update(|faults| faults.fields[field as usize] = fault);
        }
    }
}

fn field_states(estimate: Memo<Estimate>, faults: RwSignal<Faults>) -> Vec<FieldState> {
    estimate.with(|estimate| {
        let preset = Scenario::from_preset(estimate.scenario().preset);
        let faults = faults.get();
        let state = |field: &Field| FieldState { status: estimate.status(*field, &preset), fault: faults.of(*field) };
        Field::ALL.iter().map(state).collect()
    })
}

/// The text of a closure, as one type of signal; see [`Page::say`].
pub fn live(say: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(say)
}

/// Runs now and whenever what it read has changed; one type for all, so that the machinery is compiled once.
pub fn watch(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(run);
}

/// A handler of an event, as one type for each kind of event; see [`Page::say`].
pub fn on<E>(handle: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handle)
}

/// Text made safe inside HTML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Text that lives as long as the page: the names of its elements, a few hundred bytes in all.
pub fn forever(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// The ranges of the default scenario, which the served page contains.
fn served(scenario: &Scenario) -> Option<Drawn> {
    let ranges = document().get_element_by_id("drawn")?.get_attribute("content")?;
    let is_default = *scenario == Scenario::from_preset(PresetId::DEFAULT);
    is_default.then(|| Drawn::read(&ranges, *scenario, None))
}

/// The language that boot.js chose before the first paint.
fn document_lang() -> Lang {
    document()
        .document_element()
        .and_then(|root| root.get_attribute("lang"))
        .and_then(|tag| Lang::from_tag(&tag))
        .unwrap_or(Lang::DEFAULT)
}
