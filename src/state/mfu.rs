//! The MFU of the plan that the worker found, as text.

use crate::decimal;
use traincost_model::Band;

/// Reads P10, mid and P90, separated by spaces; `None` for anything else.
pub fn read(text: &str) -> Option<Band<f64>> {
    let mut numbers = text.split(' ').map(decimal::read);
    let mut next = || numbers.next().filter(|number| *number > 0.0);
    next().zip(next()).zip(next()).map(|((low, mid), high)| Band::new(low, mid, high))
}

/// Writes what [`read`] reads.
pub fn write(mfu: &Band<f64>) -> String {
    [mfu.low, mfu.mid, mfu.high].map(decimal::shortest).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_mfu_is_read_as_it_was_written() {
        let mfu = Band::new(0.31, 0.38, 0.453_2);
        assert_eq!(read(&write(&mfu)), Some(mfu));
        for text in ["", "0.3", "0.3 0.4", "0.3 -1 0.5", "a b c"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
