//! Rent of accelerators, and of what keeps their data.

use crate::formula::{Formula, formulas};

pub(crate) const FORMULAS: &[Formula] = formulas! {
    CleanTokens = if FromCrawl { RawEntered / CrawlRate * 1e12 } else { Gathered };
    DatasetSize = { CleanTokens * BytesPerToken / 1e12 };
    CheckpointSize = { Params * CheckpointBytes * CheckpointsKept / 1e12 };
    RawSize = { CleanTokens * CrawlRate / 1e12 };
    Storage = { DatasetSize * StoragePrice * Months + CheckpointSize * StoragePrice * Months };
    /// One checkpoint leaves the provider.
    Egress = { Params * CheckpointBytes * EgressPrice / 1e12 };
    RentFinal = { FinalHours * Price };
    RentExperiments = { ExperimentHours * Price };
    RentFailed = { FailedHours * Price };
    RentEvaluation = { EvaluationHours * Price };
    RentAlignment = { AlignmentHours * Price };
    RentIdle = { TotalHours * IdleShare * Price };
    RentSetup = { Count * SetupDays * Price * 24.0 };
    Rent = { RentFinal + RentExperiments + RentFailed + RentEvaluation + RentAlignment + RentIdle + RentSetup };
    Support = { Rent * SupportShare };
};
