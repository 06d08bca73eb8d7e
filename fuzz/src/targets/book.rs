//! Price books: every line is a price within its limits or a bad line, and a price that is written comes back to the same bits.

use super::Target;
use traincost::state::book::{LONGEST, MOST_NAMED, Price, Reading, read};
use traincost_locales::{Currency, Money};
use traincost_model::Field;
use traincost_model::catalog::AcceleratorId;

pub const TARGET: Target = Target { name: "book", names, check };

/// Items and accelerators.
fn names() -> Vec<String> {
    let items = Field::ALL.iter().map(|field| field.id().to_owned());
    let accelerators = AcceleratorId::all().flat_map(|chip| [chip.get().id.to_owned(), format!("\"{}\"", chip.get().name)]);
    items.chain(accelerators).collect()
}

fn check(text: &str) {
    for currency in [Currency::Usd, Currency::Cny] {
        let money = Money { currency, cny_per_usd: 7.1 };
        let Ok(reads) = read(text, money) else { continue };
        assert!(text.len() <= LONGEST, "a book of {} bytes", text.len());
        let lines = 1 + text.matches(['\n', '\r']).count();
        assert!(reads.prices.len() + reads.bad_count < lines, "{} prices, {} bad lines", reads.prices.len(), reads.bad_count);
        assert_eq!(reads.bad.len(), reads.bad_count.min(MOST_NAMED));
        assert!(reads.bad.is_sorted_by(|one, other| one.line < other.line) && reads.bad.iter().all(|bad| bad.line <= lines));
        for (index, reading) in reads.prices.iter().enumerate() {
            assert!(
                !reads.prices[..index].iter().any(|other| other.price.is_of_the_same(reading.price)),
                "{reading:?} stands twice"
            );
            means_what_it_says(text, reading, money);
        }
        let prices: Vec<Price> = reads.prices.iter().map(|reading| reading.price).collect();
        assert_eq!(Price::list(&Price::write(prices.iter().copied())), prices, "as storage keeps them");
    }
}

fn means_what_it_says(text: &str, reading: &Reading, money: Money) {
    let (subject, value) = match reading.price {
        Price::Of(field, value) => (format!("{},,", field.id()), value),
        Price::Rent(chip, basis, value) => (format!(",{},{}", chip.get().id, basis.id()), value),
    };
    assert!(reading.price.field().check(value).is_ok(), "{reading:?}");
    let currency = match reading.currency {
        Some(Currency::Usd) => "USD",
        Some(Currency::Cny) => "CNY",
        None => "",
    };
    let book = format!("item,accelerator,basis,price,currency\n{subject},{:e},{currency}\n", reading.written);
    let again = read(&book, money).unwrap_or_else(|error| panic!("{error:?} in {book}"));
    assert_eq!((again.prices, again.bad_count), (vec![*reading], 0), "{book}");
    // No price comes from a blank cell: one begins with a digit of the text, in whatever script.
    let first = format!("{:e}", reading.written).chars().next();
    assert!(text.chars().any(|c| Some(c) == first || (!c.is_ascii() && c.is_numeric())), "{reading:?} is not in the text");
}
