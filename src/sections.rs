//! The page's sections that a worker fills: one row for each.

/// A section.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Section {
    /// The plan that a search finds for the scenario.
    Plan,
    /// What moves the total, and how likely each total is.
    Drivers,
    /// Measures that make the run cheaper.
    Levers,
    /// The best model for a budget and a deadline.
    Solver,
    /// The scaling law: inputs alone, inside those of [`Section::Solver`].
    Law,
    /// Cost against time over all offers.
    Frontier,
    /// Training, fine-tuning, and buying from an API side by side.
    Routes,
    /// When owning becomes cheaper than renting.
    RentOrBuy,
    /// The same capability in other years.
    Years,
    /// The model's record on published runs.
    Validation,
    /// Accelerators compared by performance per watt and per dollar.
    Chips,
    /// The project as JSON.
    Export,
    /// The published runs as a table.
    Runs,
    /// The ranges of all figures on the page: data for the page, without a place of its own.
    Ranges,
}

impl Section {
    /// Every section.
    pub const ALL: &[Self] = &[
        Self::Plan,
        Self::Drivers,
        Self::Levers,
        Self::Solver,
        Self::Law,
        Self::Frontier,
        Self::Routes,
        Self::RentOrBuy,
        Self::Years,
        Self::Validation,
        Self::Chips,
        Self::Export,
        Self::Runs,
        Self::Ranges,
    ];

    /// The stable name: the id of the section's place, and what the worker is asked for.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Drivers => "drivers",
            Self::Levers => "levers",
            Self::Solver => "solver",
            Self::Law => "law",
            Self::Frontier => "frontier",
            Self::Routes => "routes",
            Self::RentOrBuy => "rent-or-buy",
            Self::Years => "years",
            Self::Validation => "validation",
            Self::Chips => "chips",
            Self::Export => "export",
            Self::Runs => "runs",
            Self::Ranges => "ranges",
        }
    }

    /// The section of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|section| section.id() == id)
    }
}
