//! Sorting by numbers.

/// Sorts by a number of each thing, the smallest first; equals stay in their order.
///
/// A sort of every type's own would be some kilobytes of wasm each: here numbers are sorted, once for all, and the things follow.
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
    // The place decides between equals, so that the sort need not be a stable one.
    keys.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
}
