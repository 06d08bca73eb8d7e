//! Round tick values for axes.

/// `mantissa × 10^exponent`, correctly rounded: repeated multiplication by powers of ten leaves floating-point noise that would
/// show in labels.
fn decimal(mantissa: i64, exponent: i32) -> Option<f64> {
    Some(crate::decimal::read(&format!("{mantissa}e{exponent}"))).filter(|value| value.is_finite())
}

/// Round values of a log axis from `low` to `high`, at most about `want` of them.
///
/// 1-2-5 in each decade if they fit, else whole decades, else every second, third ... decade. Empty unless the bounds are
/// positive, finite and ascending.
pub fn log_ticks(low: f64, high: f64, want: usize) -> Vec<f64> {
    let ascending = low.is_finite() && high.is_finite() && 0.0 < low && low < high;
    if !ascending || want == 0 {
        return Vec::new();
    }
    // One decade of margin on either side makes the rounding of log10 harmless.
    let (first, last) = (low.log10().floor() as i32 - 1, high.log10().ceil() as i32 + 1);
    let values = |mantissas: &[i64], step: i32| -> Vec<f64> {
        (first..=last)
            .filter(|exponent| exponent.rem_euclid(step) == 0)
            .flat_map(|exponent| mantissas.iter().filter_map(move |&mantissa| decimal(mantissa, exponent)))
            .filter(|value| (low..=high).contains(value))
            .collect()
    };
    let fine = values(&[1, 2, 5], 1);
    if fine.len() <= want {
        return fine;
    }
    (1..=last - first).map(|step| values(&[1], step)).find(|ticks| ticks.len() <= want).unwrap_or(fine)
}

/// Round values of a linear axis from zero to `max`, at most `want` steps of 1, 2 or 5 times a power of ten.
///
/// Only zero if `max` is not positive and finite.
pub fn nice_ticks(max: f64, want: usize) -> Vec<f64> {
    if !max.is_finite() || max <= 0.0 || want == 0 {
        return vec![0.0];
    }
    let coarsest = max.log10().floor() as i32;
    // Two decades down gives more than `want` steps on any readable axis.
    let steps = (coarsest - 2..=coarsest + 1).flat_map(|exponent| [1, 2, 5].map(|mantissa| (mantissa, exponent)));
    for (mantissa, exponent) in steps {
        let Some(step) = decimal(mantissa, exponent).filter(|step| *step > 0.0) else { continue };
        let count = (max / step * (1.0 + 1e-12)).floor() as i64;
        if count <= want as i64 {
            return (0..=count).filter_map(|i| decimal(mantissa * i, exponent)).collect();
        }
    }
    vec![0.0]
}
