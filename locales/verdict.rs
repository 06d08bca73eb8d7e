//! The verdict: the sentences that answer before anyone touches the page. Said by the native model at build, and by the page after.

use crate::{Currency, Lang, Money, Numbers, digits, fill, scaled, spaced};
use traincost_model::bill::Origin;
use traincost_model::catalog::{Status, constants::USD_CNY};
use traincost_model::estimate::Note;
use traincost_model::{Band, Basis, Driver, Estimate, Field, Figure, Scenario};

/// A named piece of the verdict; the name is its element's `data-slot`.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Stable name.
    pub name: &'static str,
    /// The text; empty if the slot is not shown.
    pub text: String,
}

/// `$19M to $62M`, with the same number of digits at both ends.
pub fn fill_range(lang: Lang, band: &Band<f64>, say: impl Fn(f64) -> String) -> String {
    fill(lang.text().range_plain, &[("low", &say(band.low)), ("high", &say(band.high))])
}

/// The name of the scenario's model: the preset's while it is that model, else its size and tokens.
pub fn model_name(lang: Lang, numbers: &dyn Numbers, scenario: &Scenario) -> String {
    let preset = Scenario::from_preset(scenario.preset);
    let same = |field| scenario.get(field) == preset.get(field);
    if [Field::Params, Field::Active, Field::Tokens].into_iter().all(same) && scenario.kind == preset.kind {
        return lang.preset(scenario.preset).to_owned();
    }
    let text = lang.text();
    let count = |field| numbers.compact(scenario.get(field).unwrap_or_default(), 3);
    let (params, active, tokens) = (count(Field::Params), count(Field::Active), count(Field::Tokens));
    let template = if scenario.is_sparse() { text.custom_sparse_model } else { text.custom_model };
    fill(template, &[("params", &params), ("active", &active), ("tokens", &tokens)])
}

/// `2,048 × NVIDIA H100 SXM`.
pub fn chips(lang: Lang, numbers: &dyn Numbers, scenario: &Scenario) -> String {
    let count = numbers.plain(scenario.get(Field::Count).unwrap_or_default(), 9);
    fill(lang.text().chips, &[("count", &count), ("chip", lang.accelerator(scenario.accelerator))])
}

/// A sentence for a chosen provider without a price; `None` if it has one, or for the market.
pub fn unknown_offer(lang: Lang, estimate: &Estimate) -> Option<String> {
    let scenario = estimate.scenario();
    let provider = scenario.provider.filter(|_| estimate.notes().contains(&Note::PriceUnknown))?;
    Some(fill(
        lang.text().unknown_offer,
        &[("provider", lang.provider(provider)), ("chip", lang.accelerator(scenario.accelerator))],
    ))
}

/// Everything the verdict says of an estimate, in a language and a currency.
pub fn verdict(lang: Lang, numbers: &dyn Numbers, money: Money, estimate: &Estimate) -> Vec<Slot> {
    let text = lang.text();
    let scenario = estimate.scenario();
    let cash = |dollars: f64, digits| numbers.currency(money.from_dollars(dollars), money.currency, digits);
    let span = |band: &Band<f64>| fill_range(lang, band, |dollars| cash(dollars, digits(band)));
    let model = model_name(lang, numbers, scenario);
    let intro = if model == lang.preset(scenario.preset) { text.intro_preset } else { text.intro };
    let chip = lang.accelerator(scenario.accelerator);

    let (total, range) = match estimate.figure(Figure::Total) {
        Some(band) => {
            (fill(text.about, &[("cost", &cash(band.mid, digits(&band)))]), fill(text.range, &[("range", &span(&band))]))
        }
        None => match estimate.notes().into_iter().find(|note| matches!(note, Note::DoesNotFit | Note::EndlessDepreciation)) {
            // An impossible project has no cost, not even a lower bound.
            Some(note) => (text.unknown_cost.to_owned(), fill((text.note)(note), &[("chips", &chips(lang, numbers, scenario))])),
            None => {
                let why = unknown_offer(lang, estimate).unwrap_or_else(|| fill(text.unknown_total, &[("chip", chip)]));
                (fill(text.at_least, &[("cost", &cash(estimate.known_part(), 2))]), why)
            }
        },
    };
    let days = estimate.figure(Figure::Days).map_or_else(
        || text.days_unknown.to_owned(),
        |band| {
            let (scale, unit) = scaled(text.time_units, band.mid);
            let say = |days: f64| numbers.compact(days / scale, digits(&band));
            fill(text.days, &[("time", &spaced(&say(band.mid), unit)), ("range", &fill_range(lang, &band, say))])
        },
    );
    let final_run = estimate.figure(Figure::FinalRun).map_or_else(String::new, |band| {
        fill(text.final_alone, &[("cost", &cash(band.mid, digits(&band))), ("range", &span(&band))])
    });
    let priced = if scenario.basis == Basis::Own { Driver::ChipPrice } else { Driver::Price };
    let dated = match estimate.drivers().get(priced).origin {
        Origin::Catalog(fact) => fill(text.prices_of, &[("date", &fact.date.to_string())]),
        _ => text.prices_yours.to_owned(),
    };
    let dated = match money.currency {
        Currency::Usd => dated,
        Currency::Cny => {
            let rate = numbers.plain(money.cny_per_usd, 4);
            format!("{dated} · {}", fill(text.converted, &[("rate", &rate), ("date", &USD_CNY.date.to_string())]))
        }
    };
    vec![
        // A word joiner: a name does not break at its hyphen.
        Slot { name: "intro", text: fill(intro(scenario.kind), &[("model", &model.replace('-', "-\u{2060}"))]) },
        Slot { name: "total", text: total },
        Slot { name: "range", text: range },
        Slot { name: "basis", text: (text.basis_says)(scenario.basis).to_owned() },
        Slot { name: "gpus", text: chips(lang, numbers, scenario) },
        Slot { name: "days", text: days },
        Slot { name: "rest", text: if final_run.is_empty() { String::new() } else { text.final_rest.to_owned() } },
        Slot { name: "final", text: final_run },
        Slot { name: "published", text: published(lang, numbers, money, scenario) },
        Slot { name: "dated", text: dated },
    ]
}

/// The published figures of the preset's own run; empty if there are none, or if the model has been changed.
fn published(lang: Lang, numbers: &dyn Numbers, money: Money, scenario: &Scenario) -> String {
    let text = lang.text();
    let preset = scenario.preset.get();
    if model_name(lang, numbers, scenario) != lang.preset(scenario.preset) {
        return String::new();
    }
    let doubt = match preset.status {
        Status::Leak => text.preset_leaked,
        Status::Estimate => text.preset_estimated,
        Status::Published | Status::Example => "",
    };
    let mid = |fact: Option<traincost_model::catalog::Fact>| fact.and_then(|fact| fact.band()).map(|band| band.mid);
    // Hours say nothing of other chips, nor of other work.
    let own = Scenario::from_preset(scenario.preset);
    let is_own = scenario.accelerator == own.accelerator && scenario.kind == own.kind;
    let hours = mid(preset.published.gpu_hours)
        .filter(|_| is_own)
        .map(|hours| fill(text.published_hours, &[("hours", &numbers.compact(hours, 3))]));
    let cost = mid(preset.published.cost_usd).map(|dollars| {
        let cost = numbers.currency(money.from_dollars(dollars), money.currency, 2);
        // Nobody published it in this currency.
        let cost = if money.currency == Currency::Usd { cost } else { format!("≈{cost}") };
        fill(text.published_cost, &[("cost", &cost)])
    });
    let said: Vec<String> = [hours, cost].into_iter().flatten().collect();
    let said = match said.is_empty() {
        true => String::new(),
        false => fill(text.published, &[("what", &said.join(text.comma))]),
    };
    format!("{said}{}{doubt}", if said.is_empty() || doubt.is_empty() { "" } else { " " })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NativeNumbers;
    use traincost_model::catalog::PresetId;
    use traincost_model::{Kind, estimate};

    fn first_sentence(lang: Lang, scenario: &Scenario) -> String {
        let money = Money { currency: Currency::Usd, cny_per_usd: 1.0 };
        let slots = verdict(lang, &NativeNumbers(lang), money, &estimate(scenario));
        slots.iter().take(3).map(|slot| slot.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_preset_has_a_sentence() {
        for preset in PresetId::all() {
            for lang in Lang::ALL {
                let said = first_sentence(lang, &Scenario::from_preset(preset)).replace('\u{2060}', "");
                assert!(
                    said.contains(&lang.preset(preset).replace('\u{2060}', "")) && !said.contains('{') && !said.contains("  "),
                    "{said}"
                );
                let is_kind = |word| said.starts_with(word);
                assert!(!is_kind("Fine-tuning") && !is_kind("Fully") && !is_kind("Continuing"), "{said}");
            }
        }
    }

    #[test]
    fn every_kind_has_a_sentence_of_its_own() {
        let of = |kind| {
            let llama = PresetId::from_id("llama-65b").expect("a preset");
            let mut scenario = Scenario::from_preset(llama).with(|scenario| scenario.kind = kind);
            scenario.set(Field::Params, Some(7e9)).expect("a size");
            first_sentence(Lang::En, &scenario)
        };
        assert!(of(Kind::Pretrain).starts_with("Training a 7B model on 1.4T tokens costs about $"));
        assert!(of(Kind::Continue).starts_with("Continuing to pretrain a 7B model on 1.4T tokens costs about $"));
        assert!(of(Kind::FineTune).starts_with("Fully fine-tuning a 7B model on 1.4T tokens costs about $"));
        assert!(of(Kind::Lora).starts_with("Fine-tuning a 7B model on 1.4T tokens with adapters costs about $"));
    }
}
