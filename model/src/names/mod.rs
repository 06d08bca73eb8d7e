//! The names that formulas, forms and texts share: drivers and figures with symbol and unit, fields with limits and link.
//!
//! The build writes them from `model/bill/*.toml`; a field and the driver that it sets have the same variant.
//!
//! ```
//! use traincost_model::formula::Term;
//! use traincost_model::names::{Driver, Field, Figure};
//! assert_eq!(Field::Tokens.driver(), Some(Driver::Tokens));
//! assert_eq!(Term::from_id("rent-final"), Some(Figure::RentFinal.term()));
//! ```

use crate::choice::{Basis, Choice};
use crate::formula::{Term, Unit};

macro_rules! terms {
    ($(#[$doc:meta])* $Name:ident from $first:expr; $(#[doc = $vdoc:literal] $variant:ident = $id:literal $symbol:literal $unit:ident,)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $Name { $(#[doc = $vdoc] $variant,)* }

        impl $Name {
            /// Every variant, in the order of computation.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];
            /// The number of variants.
            pub const COUNT: usize = Self::ALL.len();

            /// The stable id in files, links and tests.
            pub const fn id(self) -> &'static str {
                const IDS: &[&str] = &[$($id,)*];
                IDS[self as usize]
            }

            /// The symbol in formulas.
            pub const fn symbol(self) -> &'static str {
                const SYMBOLS: &[&str] = &[$($symbol,)*];
                SYMBOLS[self as usize]
            }

            /// The unit of its values.
            pub const fn unit(self) -> Unit {
                const UNITS: &[Unit] = &[$(Unit::$unit,)*];
                UNITS[self as usize]
            }

            /// The term in formulas.
            pub const fn term(self) -> Term {
                Term($first + self as u16)
            }

            /// The variant of a stable id.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.id() == id)
            }
        }
    };
}

/// The kind of number that a field holds: decides its unit and how it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A large count of things, best read as 70B or 700 亿.
    Count,
    /// A small whole number.
    Whole,
    /// A fraction, read as a percentage.
    Fraction,
    /// A plain factor.
    Factor,
    /// US dollars.
    Money,
    /// A number in a unit that its label names.
    Plain,
}

macro_rules! fields {
    ($(
        #[doc = $doc:literal]
        $variant:ident = $id:literal $link:literal $measure:ident $min:literal $max:literal $optional:literal $default:expr; $preset:literal $driver:expr,
    )*) => {
        /// One number of a scenario.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Field { $(#[doc = $doc] $variant,)* }

        impl Field {
            /// Every field, in the order of the form.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];
            /// The number of fields.
            pub const COUNT: usize = Self::ALL.len();

            const SPECS: &[Spec] = &[$(Spec {
                id: $id, link: $link, measure: Measure::$measure, min: $min, max: $max, optional: $optional, default: $default, preset: $preset,
                driver: $driver,
            },)*];
        }
    };
}

struct Spec {
    id: &'static str,
    link: &'static str,
    measure: Measure,
    min: f64,
    max: f64,
    optional: bool,
    default: Option<f64>,
    preset: &'static str,
    driver: Option<Driver>,
}

/// A group of the form.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The stable id.
    pub id: &'static str,
    /// The group's controls, in the order of the form.
    pub controls: &'static [Control],
}

/// One thing that the reader may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// The preset to start from.
    Preset,
    /// A choice.
    Choice(Choice),
    /// A number.
    Number(Field),
}

/// The bases on which a line or a field counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paid {
    /// Every basis.
    Always,
    /// Rented hardware alone.
    Rented,
    /// Owned hardware alone.
    Owned,
}

impl Paid {
    /// Whether it counts on a basis.
    pub fn counts_on(self, basis: Basis) -> bool {
        match self {
            Self::Always => true,
            Self::Rented => basis != Basis::Own,
            Self::Owned => basis == Basis::Own,
        }
    }
}

include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// The driver or figure that a [`Term`] names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// An input.
    Driver(Driver),
    /// A computed figure.
    Figure(Figure),
}

impl Term {
    /// The driver or figure.
    pub const fn named(self) -> Named {
        if self.index() < Driver::COUNT {
            Named::Driver(Driver::ALL[self.index()])
        } else {
            Named::Figure(Figure::ALL[self.index() - Driver::COUNT])
        }
    }

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self.named() {
            Named::Driver(driver) => driver.id(),
            Named::Figure(figure) => figure.id(),
        }
    }

    /// The symbol in formulas.
    pub const fn symbol(self) -> &'static str {
        match self.named() {
            Named::Driver(driver) => driver.symbol(),
            Named::Figure(figure) => figure.symbol(),
        }
    }

    /// The unit of its values.
    pub const fn unit(self) -> Unit {
        match self.named() {
            Named::Driver(driver) => driver.unit(),
            Named::Figure(figure) => figure.unit(),
        }
    }

    /// The term of a stable id.
    pub fn from_id(id: &str) -> Option<Self> {
        Driver::from_id(id).map(Driver::term).or_else(|| Figure::from_id(id).map(Figure::term))
    }
}

impl Driver {
    /// The field that sets the driver, or overrides the catalog; `None` where only the catalog or the model decides.
    pub const fn field(self) -> Option<Field> {
        FIELDS[self as usize]
    }

    /// A number that identifies the driver in draws, whatever other drivers there are. Those of `order.toml` have their places there, others a hash
    /// of their ids.
    pub const fn stream(self) -> usize {
        if (self as usize) < SETTLED {
            return self as usize;
        }
        // FNV-1a (Fowler, Noll and Vo, <https://datatracker.ietf.org/doc/draft-eastlake-fnv/>), past all places.
        let (mut hash, id, mut index) = (0x811c_9dc5_u32, self.id().as_bytes(), 0);
        while index < id.len() {
            hash = (hash ^ id[index] as u32).wrapping_mul(0x0100_0193);
            index += 1;
        }
        (hash >> 8) as usize + SETTLED
    }
}

impl Figure {
    /// Whether the bill and its summary show the figure. The others are intermediate steps, which only explanations show.
    pub const fn is_shown(self) -> bool {
        !STEPS[self as usize]
    }
}

impl Field {
    const fn spec(self) -> &'static Spec {
        &Self::SPECS[self as usize]
    }

    /// The stable id in files and tests.
    pub const fn id(self) -> &'static str {
        self.spec().id
    }

    /// The short name in links.
    pub const fn link(self) -> &'static str {
        self.spec().link
    }

    /// The field of that stable name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.id() == id)
    }

    /// The field of that short name in links.
    pub fn from_link(link: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.link() == link)
    }

    /// The kind of number.
    pub const fn measure(self) -> Measure {
        self.spec().measure
    }

    /// Whether the field may be left to the catalog.
    pub const fn is_optional(self) -> bool {
        self.spec().optional
    }

    /// Smallest and largest value that make sense, in the field's unit.
    pub const fn limits(self) -> (f64, f64) {
        (self.spec().min, self.spec().max)
    }

    /// The bases on which the field counts.
    pub const fn paid(self) -> Paid {
        PAID[self as usize]
    }

    /// The value that every project has until somebody changes it; `None` where the preset or the catalog decides.
    pub const fn default(self) -> Option<f64> {
        self.spec().default
    }

    /// The number of a preset that supplies the field, by its name in `data/models.toml`.
    pub fn preset(self) -> Option<&'static str> {
        Some(self.spec().preset).filter(|name| !name.is_empty())
    }

    /// The driver that the field sets; `None` where it moves no figure of the bill.
    pub const fn driver(self) -> Option<Driver> {
        self.spec().driver
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_drivers_lead_to_each_other() {
        for &field in Field::ALL {
            assert!(field.driver().is_none_or(|driver| driver.field() == Some(field)), "{field:?}");
        }
        for &driver in Driver::ALL {
            assert!(driver.field().is_none_or(|field| field.driver() == Some(driver)), "{driver:?}");
        }
    }

    #[test]
    fn ids_lead_back_to_their_terms() {
        let terms = Driver::ALL.iter().map(|driver| driver.term()).chain(Figure::ALL.iter().map(|figure| figure.term()));
        assert!(terms.enumerate().all(|(place, term)| term.index() == place && Term::from_id(term.id()) == Some(term)));
    }

    #[test]
    fn no_two_drivers_draw_the_same_numbers() {
        let mut streams: Vec<usize> = Driver::ALL.iter().map(|driver| driver.stream()).collect();
        streams.sort_unstable();
        assert!(streams.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn every_field_and_choice_is_in_the_form_once() {
        let numbers = Field::ALL.iter().map(|field| Control::Number(*field));
        let choices = Choice::ALL.iter().map(|choice| Control::Choice(*choice));
        for control in numbers.chain(choices).chain([Control::Preset]) {
            let controls = FORM.iter().flat_map(|group| group.controls);
            assert_eq!(controls.filter(|one| **one == control).count(), 1, "{control:?}");
        }
    }
}
