//! A price book: the reader's own prices. [`read`] reads them from CSV; a [`Book`] holds those that apply, and undoes them.

mod csv;

pub use csv::{BadLine, BookError, Column, LONGEST, LineFault, MOST_NAMED, Reading, Reads, read};

use crate::decimal;
use traincost_model::catalog::AcceleratorId;
use traincost_model::{Basis, Field, MfuFrom, Scenario};

/// A price of the reader's, in dollars or the field's own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Price {
    /// Of a field.
    Of(Field, f64),
    /// Of an hour of an accelerator on a basis.
    Rent(AcceleratorId, Basis, f64),
}

impl Price {
    /// Prices as a text for [`Self::list`].
    pub fn write(prices: impl IntoIterator<Item = Self>) -> String {
        let write = |price| match price {
            Self::Of(field, value) => [field.id(), "=", &decimal::shortest(value)].concat(),
            Self::Rent(chip, basis, value) => [chip.get().id, "/", basis.id(), "=", &decimal::shortest(value)].concat(),
        };
        prices.into_iter().map(write).collect::<Vec<_>>().join(" ")
    }

    /// The prices that [`Self::write`] wrote.
    pub fn list(text: &str) -> Vec<Self> {
        text.split(' ').filter_map(Self::read).collect()
    }

    fn read(text: &str) -> Option<Self> {
        let (name, value) = text.split_once('=')?;
        let value = decimal::read(value);
        match name.split_once('/') {
            Some((chip, basis)) => Some(Self::Rent(AcceleratorId::from_id(chip)?, Basis::from_id(basis)?, value)),
            None => Field::ALL.iter().find(|field| field.id() == name).map(|field| Self::Of(*field, value)),
        }
    }

    /// The field that it is for.
    pub fn field(self) -> Field {
        match self {
            Self::Of(field, _) => field,
            Self::Rent(..) => Field::Price,
        }
    }

    /// Whether both are prices of the same thing.
    pub fn is_of_the_same(self, other: Self) -> bool {
        match (self, other) {
            (Self::Of(one, _), Self::Of(other, _)) => one == other,
            (Self::Rent(chip, basis, _), Self::Rent(other, on, _)) => (chip, basis) == (other, on),
            (Self::Of(..), Self::Rent(..)) | (Self::Rent(..), Self::Of(..)) => false,
        }
    }
}

/// An accelerator and a basis, whose rent a book may have.
type Place = (AcceleratorId, Basis);

fn place(scenario: &Scenario) -> Place {
    (scenario.accelerator, scenario.basis)
}

/// The prices of the reader that apply. Those of fields are in the scenario; a rent applies when its accelerator and basis are chosen.
#[derive(Clone, Debug, Default)]
pub struct Book {
    rents: Vec<(Place, f64)>,
    /// The accelerator and basis that the scenario had last.
    at: Option<Place>,
    applied: Vec<Applied>,
}

/// A change by a book: the scenario on both sides of it, and the rents before.
#[derive(Clone, Debug, PartialEq)]
struct Applied {
    before: Scenario,
    after: Scenario,
    rents: Vec<(Place, f64)>,
}

/// The same prices, wherever the scenario was last.
impl PartialEq for Book {
    fn eq(&self, other: &Self) -> bool {
        (&self.rents, &self.applied) == (&other.rents, &other.applied)
    }
}

impl Book {
    /// Whether there is a change to undo.
    pub fn can_undo(&self) -> bool {
        !self.applied.is_empty()
    }

    /// The scenario at these prices. They replace earlier ones of the same things.
    #[must_use]
    pub fn apply(&mut self, before: Scenario, prices: &[Price]) -> Scenario {
        let (mut after, rents) = (before, self.rents.clone());
        for price in prices {
            match *price {
                // Checked when it was read.
                Price::Of(field, value) => {
                    _ = after.set(field, Some(value));
                    if field == Field::DenseMfu {
                        after.mfu_from = MfuFrom::Entered;
                    }
                }
                Price::Rent(accelerator, basis, value) => {
                    self.rents.retain(|(place, _)| *place != (accelerator, basis));
                    self.rents.push(((accelerator, basis), value));
                }
            }
        }
        if prices.iter().any(|price| matches!(price, Price::Rent(chip, basis, _) if (*chip, *basis) == place(&before))) {
            self.set_rent(&mut after);
        }
        self.at = Some(place(&after));
        self.applied.push(Applied { before, after, rents });
        after
    }

    /// The scenario without the last change by a book. Anything entered since stays.
    #[must_use]
    pub fn undo(&mut self, mut now: Scenario) -> Scenario {
        let Some(Applied { before, after, rents }) = self.applied.pop() else { return now };
        // The rent may be that of another accelerator by now.
        let is_ours = now.agrees(&after, Field::Price) && !before.agrees(&after, Field::Price) || self.has_set_rent(&now);
        // Another preset has replaced the whole project, and these prices with it.
        if now.preset == before.preset {
            for &field in Field::ALL {
                if field != Field::Price && !before.agrees(&after, field) && now.agrees(&after, field) {
                    copy(&before, &mut now, field);
                }
            }
            if now.mfu_from == after.mfu_from {
                now.mfu_from = before.mfu_from;
            }
        }
        self.rents = rents;
        if is_ours {
            if now.preset == before.preset {
                copy(&before, &mut now, Field::Price);
            } else {
                _ = now.set(Field::Price, None);
            }
            if place(&now) != place(&before) || now.preset != before.preset {
                self.choose_rent(&mut now);
            }
        }
        self.at = Some(place(&now));
        now
    }

    /// The scenario at the rent of its accelerator and basis, once one of these has changed; `None` where nothing changes. A price that was typed
    /// stays.
    pub fn follow(&mut self, now: &Scenario) -> Option<Scenario> {
        let was = self.at.replace(place(now))?;
        let mut next = *now;
        if was != place(now) {
            self.choose_rent(&mut next);
        }
        (next != *now).then_some(next)
    }

    /// Replaces a price of the book, or none, by the book's price of the accelerator and basis.
    fn choose_rent(&self, scenario: &mut Scenario) {
        let price = scenario.get(Field::Price).filter(|_| scenario.range(Field::Price).is_none());
        if self.rents.iter().any(|(_, rent)| price == Some(*rent)) {
            _ = scenario.set(Field::Price, None);
        }
        if scenario.get(Field::Price).is_none() {
            self.set_rent(scenario);
        }
    }

    fn set_rent(&self, scenario: &mut Scenario) {
        if let Some(rent) = self.rent(scenario) {
            _ = scenario.set(Field::Price, Some(rent));
        }
    }

    /// Whether the scenario's price is the book's.
    fn has_set_rent(&self, scenario: &Scenario) -> bool {
        let rent = self.rent(scenario);
        rent.is_some() && rent == scenario.get(Field::Price) && scenario.range(Field::Price).is_none()
    }

    /// The book's rent of the scenario's accelerator and basis.
    fn rent(&self, scenario: &Scenario) -> Option<f64> {
        self.rents.iter().find(|(at, _)| *at == place(scenario)).map(|(_, rent)| *rent)
    }
}

/// Copies the content of a field. Every scenario accepts a price that another has: a book has none of the fields that bound each other.
fn copy(from: &Scenario, to: &mut Scenario, field: Field) {
    _ = to.fill(field, from.content(field));
}
