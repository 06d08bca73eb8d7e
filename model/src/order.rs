//! Sorting by numbers.

/// Sorts by one number per item, smallest first. Items with equal numbers keep their order.
///
/// A generic sort would cost a few kilobytes of wasm for each type. This one sorts the numbers, in one instance for all types,
/// and then reorders the items.
///
/// ```
/// let mut words = vec!["four", "a", "two", "b"];
/// traincost_model::order::sort_by_number(&mut words, |word| word.len() as f64);
/// assert_eq!(words, ["a", "b", "two", "four"]);
/// ```
pub fn sort_by_number<T: Clone>(things: &mut Vec<T>, number: impl Fn(&T) -> f64) {
    let mut keys: Vec<(f64, usize)> = things.iter().map(number).zip(0..).collect();
    sort(&mut keys);
    *things = keys.into_iter().filter_map(|(_, place)| things.get(place).cloned()).collect();
}

#[inline(never)]
fn sort(keys: &mut [(f64, usize)]) {
    // Equal numbers compare by position, so an unstable sort is enough.
    keys.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
}
