//! Bounded, robust least squares: Levenberg and Marquardt on the logarithms of few constants. Deterministic.

/// Relative error up to which a residual counts as a square; beyond it counts about as its size, so that outliers do not dominate.
const ROBUST: f64 = 0.03;
/// Pull of a constant towards where it starts, in residuals over half its bounds: it decides only what the rows leave open.
const PULL: f64 = 0.03;
/// Rounds at most; far fewer are needed.
const ROUNDS: usize = 60;

/// A free constant: its physical bounds and its start, all above zero.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    pub low: f64,
    pub start: f64,
    pub high: f64,
}

/// The constants that make the residuals small: `residuals` are logarithms of predicted over measured, each with its weight.
pub fn fit(bounds: &[Bounds], residuals: impl Fn(&[f64]) -> Vec<(f64, f64)>) -> Vec<f64> {
    let limits: Vec<[f64; 3]> = bounds.iter().map(|bound| [bound.low, bound.start, bound.high].map(f64::ln)).collect();
    let evaluate = |at: &[f64]| {
        let constants: Vec<f64> = at.iter().map(|log| log.exp()).collect();
        let mut all: Vec<f64> = residuals(&constants).into_iter().map(|(residual, weight)| weight * softened(residual)).collect();
        all.extend(at.iter().zip(&limits).map(|(log, [low, start, high])| PULL * (log - start) / ((high - low) / 2.0).max(1e-9)));
        all
    };
    let cost = |residuals: &[f64]| residuals.iter().map(|residual| residual * residual).sum::<f64>();

    let mut at: Vec<f64> = limits.iter().map(|[_, start, _]| *start).collect();
    let mut now = evaluate(&at);
    let mut damping = 1e-2;
    for _ in 0..ROUNDS {
        let columns: Vec<Vec<f64>> = (0..at.len()).map(|index| slope(&evaluate, &at, &now, index, limits[index][2])).collect();
        let mut is_better = false;
        while damping < 1e9 && !is_better {
            let step = normal_step(&columns, &now, damping);
            let next: Vec<f64> =
                at.iter().zip(step).zip(&limits).map(|((at, step), [low, _, high])| (at - step).clamp(*low, *high)).collect();
            let then = evaluate(&next);
            is_better = cost(&then) < cost(&now);
            if is_better {
                let gain = 1.0 - cost(&then) / cost(&now);
                (at, now) = (next, then);
                damping = (damping / 3.0).max(1e-9);
                if gain < 1e-7 {
                    return at.iter().map(|log| log.exp()).collect();
                }
            } else {
                damping *= 4.0;
            }
        }
        if !is_better {
            break;
        }
    }
    at.iter().map(|log| log.exp()).collect()
}

/// A residual whose square is the soft absolute value of the original.
fn softened(residual: f64) -> f64 {
    let scaled = residual / ROBUST;
    let squared = 2.0 * ((1.0 + scaled * scaled).sqrt() - 1.0);
    ROBUST * squared.sqrt().copysign(residual)
}

/// The slope of all residuals along one constant, taken towards the inside of its bounds.
fn slope(evaluate: &impl Fn(&[f64]) -> Vec<f64>, at: &[f64], now: &[f64], index: usize, high: f64) -> Vec<f64> {
    let width = if at[index] + 1e-4 > high { -1e-4 } else { 1e-4 };
    let mut moved = at.to_vec();
    moved[index] += width;
    evaluate(&moved).iter().zip(now).map(|(then, now)| (then - now) / width).collect()
}

/// Solves `(J'J + damping diag) step = J' r` by elimination.
fn normal_step(columns: &[Vec<f64>], residuals: &[f64], damping: f64) -> Vec<f64> {
    let count = columns.len();
    let dot = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(one, other)| one * other).sum::<f64>();
    let mut rows: Vec<Vec<f64>> = (0..count)
        .map(|row| {
            let mut line: Vec<f64> = columns.iter().map(|column| dot(&columns[row], column)).collect();
            line[row] += damping * line[row].max(1e-9);
            line.push(dot(&columns[row], residuals));
            line
        })
        .collect();
    for pivot in 0..count {
        let line = rows[pivot].clone();
        for (_, row) in rows.iter_mut().enumerate().filter(|(row, _)| *row != pivot) {
            let factor = row[pivot] / line[pivot];
            row.iter_mut().zip(&line).for_each(|(cell, above)| *cell -= factor * above);
        }
    }
    (0..count).map(|row| rows[row][count] / rows[row][row]).collect()
}
