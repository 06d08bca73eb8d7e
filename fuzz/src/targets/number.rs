//! The number grammar: any text is a number, a range or a refusal, and a number that is written comes back to the same bits.

use super::Target;
use traincost::number::{Entry, LONGEST, parse, parse_range, plain};

pub const TARGET: Target = Target { name: "number", names: Vec::new, check };

fn check(text: &str) {
    // The profiles of tests and of fuzzing count steps: a few dozen looks at each byte, however long the text.
    #[cfg(debug_assertions)]
    {
        let steps = traincost::number::steps::of(|| parse_range(text, Some('$')));
        assert!(steps <= 64 * (text.len() + 1), "{steps} steps for {} bytes", text.len());
    }
    if text.chars().filter(|c| !c.is_control() && !c.is_whitespace()).count() > 4 * LONGEST {
        assert!(parse_range(text, None).is_err());
    }
    let number = parse(text);
    if let Ok(number) = number {
        assert!(number.is_finite() && number.is_sign_positive(), "{number}");
        let written = plain(number);
        assert_eq!(parse(&written).map(f64::to_bits), Ok(number.to_bits()), "written as {written:?}");
    }
    for money in [None, Some('$'), Some('¥')] {
        match (number, parse_range(text, money)) {
            (Ok(number), entry) => assert_eq!(entry, Ok(Entry::Number(number)), "with {money:?}"),
            (Err(_), Ok(Entry::Number(number))) => {
                assert!(money.is_some(), "a number in a field, but not elsewhere");
                assert!(number.is_finite() && number.is_sign_positive(), "{number}");
            }
            (Err(_), Ok(Entry::Range(low, high))) => assert!(low.is_finite() && high.is_finite(), "{low} {high}"),
            (Err(_), Err(_)) => {}
        }
    }
    // No amount is of both currencies.
    if number.is_err() {
        assert!(
            parse_range(text, Some('$')).is_err() || parse_range(text, Some('¥')).is_err() || parse_range(text, None).is_ok()
        );
    }
}
