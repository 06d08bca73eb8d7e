//! Names of what the catalog lists, and what changed in it.

use crate::shape::NameText;

pub(crate) static NAMES: NameText = NameText {
    providers: &[],
    vendors: &[],
    accelerators: &[],
    presets: &[],
    changes: &[
        (
            "2026.11.2",
            "The whole bill: storage, labels, alignment, salaries by role, ownership; 27 more accelerators, 24 more presets, rents by provider; \
             TPU v4's measured power.",
        ),
        ("2026.11", "First tables: accelerators, rents, grids, people, data and presets."),
    ],
};
