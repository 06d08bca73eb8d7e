//! Long texts: reading takes steps in proportion to them, or fewer.

use traincost::number::steps;
use traincost::state::book::{LONGEST, read};
use traincost::state::link::decode;
use traincost_locales::{Currency, Money};
use traincost_model::Field;

/// Looks at each byte of a text, at most.
const LOOKS: usize = 64;

const UNITS: [&str; 8] = ["-", "5-", "+to", "~", "5~5", "%E2%80%8B", "5,", "%C2%B1"];

#[test]
fn a_link_of_8_kb_takes_steps_in_proportion_to_its_length() {
    for unit in UNITS {
        let one = format!("t=5{}", unit.repeat(8_000 / unit.len()));
        let many: Vec<String> =
            Field::ALL.iter().map(|field| format!("{}=5{}", field.link(), unit.repeat(60 / unit.len()))).collect();
        for link in [one, many.join("&")] {
            let steps = steps::of(|| decode(&link));
            assert!(steps <= LOOKS * link.len(), "{unit}: {steps} steps for {} bytes", link.len());
        }
    }
}

#[test]
fn the_longest_book_takes_steps_in_proportion_to_its_length() {
    for line in
        ["electricity,5-", "electricity,5-5-5-5-5-5-5-5-5-5-5-5-5-5-5-5-5-5", "h800-sxm,$1 to to to", ",", "electricity,\"5"]
    {
        for separator in ["\n", ""] {
            let text = format!("item,price\n{}", [line, separator].concat().repeat(LONGEST / (line.len() + 2)));
            let steps = steps::of(|| read(&text, Money { currency: Currency::Usd, cny_per_usd: 7.0 }));
            // A price may be read without a currency and with each, before it is refused.
            assert!(steps <= 3 * LOOKS * text.len(), "{line}: {steps} steps for {} bytes", text.len());
        }
    }
}
