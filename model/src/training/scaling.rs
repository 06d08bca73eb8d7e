//! The model size and number of tokens that reach the lowest loss for a given compute.

use crate::band::Band;
use crate::choice::Law;
use crate::names::Field;
use crate::scenario::{Scenario, deciding_fact};
use crate::units::{Flop, Tokens};
use libm::pow;

use super::parameter_flops_per_token;

/// A scaling law: the loss of a model of size `N` on data `D`, in nats per token, is `E + A / N^alpha + B / D^beta`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScalingLaw {
    /// E: the loss that no model falls below.
    pub irreducible: f64,
    /// A.
    pub size: f64,
    /// B.
    pub data: f64,
    /// alpha.
    pub size_exponent: f64,
    /// beta.
    pub data_exponent: f64,
}

impl ScalingLaw {
    /// The law of Besiroglu et al. 2024 (<https://arxiv.org/abs/2404.10102>), the default.
    pub fn besiroglu() -> Self {
        Self::with(|field| deciding_fact(field, Law::Besiroglu)?.band())
    }

    /// The law of Hoffmann et al. 2022 (<https://arxiv.org/abs/2203.15556>), approach 3, with the constants as printed. At
    /// Chinchilla's compute they give 93 tokens per parameter, where Chinchilla itself had 20.
    pub fn hoffmann() -> Self {
        Self::with(|field| deciding_fact(field, Law::Hoffmann)?.band())
    }

    /// The law that a scenario chooses, with the reader's own constants if entered.
    pub fn of(scenario: &Scenario) -> Self {
        Self::with(|field| scenario.deciding(field))
    }

    fn with(constant: impl Fn(Field) -> Option<Band<f64>>) -> Self {
        let constant = |field| constant(field).map_or(1.0, |band| band.mid);
        Self {
            irreducible: constant(Field::LawIrreducible),
            size: constant(Field::LawSize),
            data: constant(Field::LawData),
            size_exponent: constant(Field::LawSizeExponent),
            data_exponent: constant(Field::LawDataExponent),
        }
    }
}

/// Loss in nats per token of a dense model of `params` trained on `tokens`, both at least 1, by a law.
///
/// ```
/// use traincost_model::{training::{ScalingLaw, loss}, units::Tokens};
/// // Chinchilla, 70B on 1.4T tokens: 1.8172 + 0.0815 + 0.0752 after Besiroglu, 1.69 + 0.0837 + 0.1631 after Hoffmann.
/// let chinchilla = |law| loss(70e9, Tokens::new(1.4e12), law);
/// assert!((chinchilla(ScalingLaw::besiroglu()) - 1.974).abs() < 0.001);
/// assert!((chinchilla(ScalingLaw::hoffmann()) - 1.937).abs() < 0.001);
/// ```
pub fn loss(params: f64, tokens: Tokens, law: ScalingLaw) -> f64 {
    law.irreducible
        + law.size / pow(params.max(1.0), law.size_exponent)
        + law.data / pow(tokens.get().max(1.0), law.data_exponent)
}

/// Parameters and tokens that reach the lowest loss with `flops` of training: `N = G (C/6)^(beta / (alpha + beta))` with `G =
/// (alpha A / (beta B))^(1 / (alpha + beta))`, and `D = C / (6 N)` (Hoffmann et al. 2022, equation 4,
/// <https://arxiv.org/abs/2203.15556>).
///
/// ```
/// use traincost_model::{training::{ScalingLaw, compute_optimal}, units::Flop};
/// // Chinchilla's compute, 5.76e23 FLOP: 72.2B parameters on 1.33T tokens; it had 70B and 1.4T.
/// let (params, tokens) = compute_optimal(Flop::new(5.76e23), ScalingLaw::besiroglu());
/// assert!((params / 72.2e9 - 1.0).abs() < 0.001 && (tokens.get() / 1.33e12 - 1.0).abs() < 0.001);
/// ```
pub fn compute_optimal(flops: Flop, law: ScalingLaw) -> (f64, Tokens) {
    let both = law.size_exponent + law.data_exponent;
    let balance = pow(law.size_exponent * law.size / (law.data_exponent * law.data), 1.0 / both);
    // Number of tokens on which one parameter would use all of the compute.
    let parameter_tokens = flops / parameter_flops_per_token(1.0);
    let params = balance * pow(parameter_tokens, law.data_exponent / both);
    (params, Tokens::new(parameter_tokens / params))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens per parameter at 1e21 FLOP and at the compute of GPT-3, Chinchilla and Llama 3.1 405B.
    #[test]
    fn eight_optima() {
        let expected = [(1e21, 21.6, 50.0), (3.14e23, 18.7, 87.0), (5.76e23, 18.4, 93.0), (3.8e25, 16.5, 139.0)];
        for (flop, besiroglu, hoffmann) in expected {
            for (law, expected) in [(ScalingLaw::besiroglu(), besiroglu), (ScalingLaw::hoffmann(), hoffmann)] {
                let (params, tokens) = compute_optimal(Flop::new(flop), law);
                let got = tokens.get() / params;
                assert!((got / expected - 1.0_f64).abs() < 0.01, "{flop:e}: {got} for {expected}");
                assert!((6.0 * params * tokens.get() / flop - 1.0).abs() < 1e-12);
            }
        }
    }
}
