//! Text and labels.

use crate::formula::{Formula, formulas};

pub(crate) const FORMULAS: &[Formula] = formulas! {
    RawStorage = { RawSize * StoragePrice * RawMonths };
    Gathering = { CleanTokens * CleanPrice / 1e9 };
    Purchase = { Purchased * TokenPrice / 1e6 };
    Licences = { LicenceFees };
    /// One's own model writes at the price of the accelerators; an API by the token.
    Synthesis = if OwnModel { Synthetic * SyntheticHours * Price / 1e6 } else { Synthetic * SyntheticPrice / 1e6 };
    Labelling = { Labels * LabelPrice };
    Annotation = { Demonstrations * DemonstrationPrice };
    PairCost = { PairPrice - PairPrice * AiShare + PairPrice * AiShare * AiRatio };
    Preferences = { Pairs * PairCost };
    Expertise = { ExpertItems * ExpertPrice };
    Labour = { Labelling + Annotation + Preferences + Expertise };
    Review = { Labour * ReviewShare };
    Accepted = { 1.0 - RejectedShare };
    /// Of items thrown away the work is paid all the same.
    Rejected = { Labour * RejectedShare / Accepted };
    EvaluationSets = { EvaluationItems * ExpertPrice };
    RedTeam = { RedTeamHours * RedTeamPrice };
};
