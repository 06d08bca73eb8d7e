//! Alignment: quantities that the heads price. Its compute, labels and people are lines of theirs.

use crate::formula::{Formula, formulas};

pub(crate) const FORMULAS: &[Formula] = formulas! {
    /// Supervised fine-tuning on what people wrote: one pass (Ouyang et al. 2022, <https://arxiv.org/abs/2203.02155>).
    SftFlops = { Demonstrations * ItemTokens * FlopsPerToken };
    /// A reward model of the policy's own size, trained once on both answers of each pair.
    RewardFlops = { 2.0 * Pairs * ItemTokens * FlopsPerToken };
    /// Sampled answers times the work of the algorithm on a token of them, over that of training on it.
    RlFlops = { Prompts * Samples * ItemTokens * FlopsPerToken * RlPasses };
    /// Reinforcement learning of reasoning as a share of the final run: 0.18 for DeepSeek-R1 over V3 (Epoch AI 2025).
    ReasoningFlops = { Flops * ReasoningShare };
    AlignmentFlops = { SftFlops + RewardFlops + RlFlops + ReasoningFlops };
    /// As long as the final run's work takes, and longer: generation is bound by memory.
    AlignmentHours = { FinalHours * AlignmentFlops / Flops / RlEfficiency };
    /// Everything that runs: final run, development and alignment.
    TotalHours = { FinalHours + DevelopmentHours + AlignmentHours };
};
