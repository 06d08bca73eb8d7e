//! The architecture of a scenario: its preset's, adapted to the numbers that the reader changed.

use super::count;
use crate::names::Field;
use crate::scenario::Scenario;
use crate::training::{Architecture, Experts};

/// The largest change of the preset's proportion of feed-forward to hidden size; beyond it, layers and hidden size are adapted too.
const MOST_BENT: f64 = 3.0;

/// The largest relative error of the parameters of an adapted architecture.
const MOST_OFF: f64 = 0.02;

/// Experts of a model whose preset has none: many small ones, as in DeepSeekMoE (Dai et al. 2024, <https://arxiv.org/abs/2401.06066>).
const USUAL_EXPERTS: Experts = Experts { count: 64, top_k: 8, shared: 0, ffn: 1, dense_first: 0, every: 1 };

/// The most experts that a router chooses from, as a search allows.
const MOST_EXPERTS: f64 = 4_096.0;

/// Target numbers of parameters.
#[derive(Clone, Copy)]
struct Wanted {
    total: f64,
    active: f64,
    sparse: bool,
}

/// The architecture of a scenario: its preset's if none of its numbers was changed. Otherwise heads follow the hidden size, the feed-forward size (of each
/// expert) the parameters, and the number of experts total over active. Where layers and hidden size leave no sensible room for that, both scale
/// together, in the preset's proportion. `None` if no architecture has that many parameters, for example because the vocabulary alone has more.
pub(super) fn shape(scenario: &Scenario) -> Option<Architecture> {
    let preset = Scenario::from_preset(scenario.preset);
    let base = Architecture { seq: count(scenario.number(Field::Seq)), ..Architecture::of(scenario.preset) };
    let is_kept = |field: &Field| scenario.get(*field) == preset.get(*field);
    if [Field::Params, Field::Active, Field::Layers, Field::Hidden].iter().all(is_kept) {
        return Some(base);
    }
    let wanted = Wanted { total: scenario.number(Field::Params), active: scenario.params_active(), sparse: scenario.is_sparse() };
    let base = match (wanted.sparse, base.experts) {
        (true, Some(_)) => base,
        (true, None) => {
            let ffn = (base.ffn / USUAL_EXPERTS.top_k).max(1);
            Architecture { experts: Some(Experts { ffn, ..USUAL_EXPERTS }), ..base }
        }
        (false, _) => Architecture { experts: None, ..base },
    };
    let usual = proportion(&base);
    let as_entered = resized(&base, scenario.number(Field::Layers), scenario.number(Field::Hidden));
    let is_sensible = |model: &Architecture| (usual / MOST_BENT..=usual * MOST_BENT).contains(&proportion(model));
    let bent = filled(&as_entered, wanted).filter(is_sensible).or_else(|| scaled(&base, wanted, usual))?;
    ((bent.params_total() / wanted.total - 1.0).abs() <= MOST_OFF).then_some(bent)
}

/// Feed-forward size that a token passes in a layer over the hidden size.
fn proportion(model: &Architecture) -> f64 {
    let passed = model
        .experts
        .map_or(f64::from(model.ffn), |experts| (f64::from(experts.top_k) + f64::from(experts.shared)) * f64::from(experts.ffn));
    passed / f64::from(model.hidden)
}

/// The preset's proportions at the scale that has the parameters, by bisection: a larger frame leaves less to its feed-forward layers.
fn scaled(base: &Architecture, wanted: Wanted, usual: f64) -> Option<Architecture> {
    let at = |scale: f64| {
        let hidden = f64::from(base.hidden) * scale;
        // Sizes that many accelerators can share.
        let unit = if hidden >= 2_048.0 { 1_024.0 } else { 64.0 };
        filled(&resized(base, f64::from(base.layers) * scale, multiple(hidden, unit)), wanted)
    };
    let (mut small, mut large) = (1e-3_f64, 1e3_f64);
    for _ in 0..40 {
        let middle = (small * large).sqrt();
        match at(middle) {
            Some(model) if proportion(&model) >= usual => small = middle,
            _ => large = middle,
        }
    }
    at(small)
}

/// The preset with other layers and hidden size; heads and feed-forward sizes follow the hidden size, groups of heads stay whole.
fn resized(base: &Architecture, layers: f64, hidden: f64) -> Architecture {
    let wider = hidden / f64::from(base.hidden);
    let grouped = base.kv_heads < base.heads;
    let heads = f64::from(base.heads) * wider;
    let unit = match grouped {
        true => f64::from(base.kv_heads),
        // A number of heads that many accelerators can share, where none follows by itself.
        false if heads % 1.0 != 0.0 && heads >= 8.0 => 8.0,
        false => 1.0,
    };
    let heads = count(multiple(heads, unit));
    let layers = count(layers);
    let experts = base.experts.map(|experts| Experts {
        ffn: count(f64::from(experts.ffn) * wider),
        dense_first: experts.dense_first.min(layers - 1),
        every: experts.every.min(layers),
        ..experts
    });
    Architecture {
        layers,
        hidden: count(hidden),
        heads,
        kv_heads: if grouped { base.kv_heads } else { heads },
        ffn: count(f64::from(base.ffn) * wider),
        experts,
        ..*base
    }
}

/// The architecture with feed-forward layers that give it the target parameters; `None` if the rest already has more.
fn filled(model: &Architecture, wanted: Wanted) -> Option<Architecture> {
    model.experts.map_or_else(|| dense(model, wanted), |experts| sparse(model, experts, wanted))
}

fn dense(model: &Architecture, wanted: Wanted) -> Option<Architecture> {
    let of = |ffn: u32| Architecture { ffn, ..*model };
    let size = (wanted.total - of(0).params_total()) / (of(1).params_total() - of(0).params_total());
    (size >= 1.0).then(|| of(count(size)))
}

/// Experts that reach both parameter counts: one decides their size, the other their number, which is whole and which many accelerators can
/// share. If none is close, each expert is split in two.
fn sparse(model: &Architecture, experts: Experts, wanted: Wanted) -> Option<Architecture> {
    let of = |experts: Experts| Architecture { experts: Some(experts), ..*model };
    let off = |model: &Architecture| (model.params_active() / wanted.active - 1.0).abs();
    let finer = [1, 2, 4].into_iter().flat_map(|split| [8.0, 4.0, 2.0, 1.0].map(|unit| (split, unit)));
    let tries = finer.filter_map(|(split, unit)| {
        let [top_k, shared] = [experts.top_k, experts.shared].map(|chosen| chosen.saturating_mul(split));
        let bare = |count: u32| of(Experts { count, top_k, shared, ffn: 0, ..experts });
        let frame = bare(experts.count);
        let passed = f64::from(top_k) + f64::from(shared);
        let [total, active] = [wanted.total - frame.params_total(), wanted.active - frame.params_active()];
        if active <= 0.0 || total <= 0.0 {
            return None;
        }
        let number = multiple(passed * total / active - f64::from(shared), unit).max(f64::from(top_k)).min(MOST_EXPERTS);
        let frame = bare(count(number));
        // The parameters that one more unit of every expert's size adds.
        let unit_size = f64::from(frame.expert_layers()) * frame.ffn_matrices() * f64::from(frame.hidden);
        let size = (wanted.total - frame.params_total()) / (unit_size * (number + f64::from(shared)));
        let ffn = (size >= 1.0).then(|| count(size))?;
        Some(of(Experts { count: count(number), top_k, shared, ffn, ..experts }))
    });
    let mut nearest: Option<Architecture> = None;
    for model in tries {
        if nearest.is_none_or(|nearest| off(&model) < off(&nearest)) {
            nearest = Some(model);
        }
        if off(&model) < MOST_OFF / 2.0 {
            break;
        }
    }
    nearest
}

/// The nearest multiple of a unit above zero.
fn multiple(number: f64, unit: f64) -> f64 {
    (number / unit).round().max(1.0) * unit
}
