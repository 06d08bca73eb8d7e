//! The constants of a software stack on an accelerator: fitted if steps were measured on it, otherwise derived from its
//! datasheet.

use super::{Chip, Stack, StackConstants};
use crate::catalog::{AcceleratorId, STACKS, StackRow};

/// The constants of a stack on an accelerator, and their basis.
#[derive(Clone, Copy, Debug)]
pub struct Calibration {
    /// The constants.
    pub constants: StackConstants,
    /// `true` if the constants were fitted on steps measured on this accelerator, `false` if they derive from those of another.
    pub is_fitted: bool,
    /// The catalog row that holds the constants, or that they derive from.
    pub row: &'static StackRow,
}

impl Stack {
    /// The constants of this stack on an accelerator.
    ///
    /// Without measured steps they derive from the stack's newest measured accelerator that is not newer than this one, or else
    /// from its oldest. Shares of the datasheet's figures carry over. The share that large matrix multiplications reach scales
    /// with the measured shares of the two chips (Bekman 2026, <https://github.com/stas00/ml-engineering>), or with the median of
    /// all measured chips. A chip with a higher peak needs proportionally more outputs to be filled.
    pub fn on(self, accelerator: AcceleratorId) -> Calibration {
        let rows = || STACKS.iter().filter(|row| row.stack == self.id());
        if let Some(row) = rows().find(|row| row.accelerators.contains(&accelerator)) {
            return Calibration { constants: StackConstants::of_row(row), is_fitted: row.is_fitted, row };
        }
        let year = |row: &StackRow| row.accelerators.first().map_or(0, |first| first.get().year);
        let not_newer = rows().filter(|row| year(row) <= accelerator.get().year).max_by_key(|row| year(row));
        // The build refuses a table without a row for each stack.
        let row = not_newer.or_else(|| rows().min_by_key(|row| year(row))).unwrap_or(&STACKS[0]);
        Calibration { constants: derived(row, accelerator), is_fitted: false, row }
    }
}

/// Share of the peak that large matrix multiplications reach on a chip without a measurement: the median of the measured chips
/// (Bekman 2026).
const USUAL_SHARE: f64 = 0.74;

/// Carries the constants of a row over to another accelerator. Equal peaks mean the same silicon, as with the A800 and the A100.
fn derived(row: &StackRow, accelerator: AcceleratorId) -> StackConstants {
    let measured = StackConstants::of_row(row);
    let Some(reference) = row.accelerators.first() else { return measured };
    let peak = Chip::of(accelerator).zip(Chip::of(*reference)).map_or(1.0, |(new, old)| new.peak / old.peak);
    let achievable = |id: AcceleratorId| id.silicon().achievable.band().map_or(USUAL_SHARE, |band| band.mid);
    let share = if peak == 1.0 { 1.0 } else { achievable(accelerator) / achievable(*reference) };
    StackConstants {
        matmul: (measured.matmul * share).min(1.0),
        matmul_fp8: (measured.matmul_fp8 * share).min(1.0),
        attention: (measured.attention * share).min(1.0),
        tile: measured.tile * peak,
        ..measured
    }
}
