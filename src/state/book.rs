//! A price book: the reader's own prices as CSV. Good lines apply, bad ones are named by line and column.
//!
//! Columns by name, in any order: `item` and `price`, or `accelerator`, `basis` and `price`. An item is a field's id, such as `electricity`; an
//! accelerator its id or name; the basis is `on-demand` where none stands.

use crate::decimal;
use traincost_model::catalog::AcceleratorId;
use traincost_model::names::Measure;
use traincost_model::{Basis, Field};

/// A price of the reader's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Price {
    /// Of a field.
    Of(Field, f64),
    /// Of an hour of an accelerator on a basis.
    Rent(AcceleratorId, Basis, f64),
}

/// The columns a book may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// A field's id.
    Item,
    /// An accelerator's id or name.
    Accelerator,
    /// A basis's id.
    Basis,
    /// Dollars, or the field's own unit.
    Price,
}

impl Column {
    const ALL: [Self; 4] = [Self::Item, Self::Accelerator, Self::Basis, Self::Price];

    /// Its name in the first line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Accelerator => "accelerator",
            Self::Basis => "basis",
            Self::Price => "price",
        }
    }
}

/// A line that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, from 1.
    pub line: usize,
    /// The column that is wrong or missing.
    pub column: Column,
}

/// The prices of a book and the lines that are none.
pub fn read(text: &str) -> (Vec<Price>, Vec<BadLine>) {
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let (mut prices, mut bad) = (Vec::new(), Vec::new());
    let Some((_, head)) = lines.next() else { return (prices, bad) };
    let head: Vec<String> = cells(head).iter().map(|name| name.to_ascii_lowercase()).collect();
    let place = |column: Column| head.iter().position(|name| name == column.name());
    if place(Column::Price).is_none() {
        bad.push(BadLine { line: 1, column: Column::Price });
        return (prices, bad);
    }
    let [item, accelerator, basis, price] = Column::ALL.map(place);
    for (index, line) in lines {
        let cells = cells(line);
        let cell = |place: Option<usize>| place.and_then(|place| cells.get(place)).map_or("", String::as_str);
        match price_of(cell(item), cell(accelerator), cell(basis), cell(price)) {
            Ok(price) => prices.push(price),
            Err(column) => bad.push(BadLine { line: index + 1, column }),
        }
    }
    (prices, bad)
}

fn price_of(item: &str, accelerator: &str, basis: &str, price: &str) -> Result<Price, Column> {
    let number = decimal::read(price.trim_start_matches(['$', '¥']));
    if accelerator.is_empty() {
        let field = Field::ALL.iter().copied().find(|field| field.id() == item).ok_or(Column::Item)?;
        // A book has prices and factors; what a run is made of is no price.
        let is_price = field.is_optional() && field.measure() != Measure::Count;
        return match is_price && field.check(number).is_ok() {
            true => Ok(Price::Of(field, number)),
            false if is_price => Err(Column::Price),
            false => Err(Column::Item),
        };
    }
    let is_named = |id: &AcceleratorId| id.get().id == accelerator || id.get().name.eq_ignore_ascii_case(accelerator);
    let id = AcceleratorId::all().find(is_named).ok_or(Column::Accelerator)?;
    let basis = if basis.is_empty() { Some(Basis::OnDemand) } else { Basis::from_id(basis) };
    // Owned hardware pays no rent.
    let basis = basis.filter(|basis| *basis != Basis::Own).ok_or(Column::Basis)?;
    Field::Price.check(number).map(|()| Price::Rent(id, basis, number)).map_err(|_| Column::Price)
}

/// The cells of a line: commas part them, quotes keep commas, two quotes are one.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    let mut characters = line.trim_end_matches('\r').chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => {
                cells.last_mut().into_iter().for_each(|cell| cell.push('"'))
            }
            '"' => quoted = !quoted,
            ',' | '，' | '\t' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().into_iter().for_each(|cell| cell.push(character)),
        }
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_lines_apply_and_bad_ones_are_named() {
        let text = "\u{feff}Item,accelerator,basis,PRICE\r\nelectricity,,,0.06\n,\"H100 SXM 80GB\",spot,$1.20\n,h200-sxm,,3\nbeer,,,5\nelectricity,,,-1\n,h100-sxm,own,2\n,abacus,,1\n";
        let (prices, bad) = read(text);
        let id = |id| AcceleratorId::from_id(id).expect("an accelerator");
        let rent = |chip, basis, price| Price::Rent(id(chip), basis, price);
        assert_eq!(prices[0], Price::Of(Field::ElectricityPrice, 0.06));
        assert!(prices[1..].contains(&rent("h200-sxm", Basis::OnDemand, 3.0)));
        let named = |line, column| bad.contains(&BadLine { line, column });
        assert!(
            named(5, Column::Item) && named(6, Column::Price) && named(7, Column::Basis) && named(8, Column::Accelerator),
            "{bad:?}"
        );
    }

    #[test]
    fn a_book_needs_a_price() {
        assert_eq!(read("item,value\nelectricity,1"), (vec![], vec![BadLine { line: 1, column: Column::Price }]));
        assert_eq!(read(""), (vec![], vec![]));
    }
}
