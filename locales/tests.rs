//! Rules that the texts of all languages keep.

use crate::Lang;
use traincost_model::catalog::{AcceleratorId, CHANGES, PresetId, ProviderId};
use traincost_model::claims::CLAIMS;
use traincost_model::formula::Term;
use traincost_model::{Driver, Figure};

fn terms() -> impl Iterator<Item = Term> {
    Driver::ALL.iter().map(|driver| driver.term()).chain(Figure::ALL.iter().map(|figure| figure.term()))
}

/// In a formula in words, two terms of one name could not be told apart.
#[test]
fn no_two_terms_share_a_name() {
    for lang in Lang::ALL {
        let mut names: Vec<_> = terms().map(|term| lang.term(term).name).collect();
        names.sort_unstable();
        let twins: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twins.is_empty(), "{lang:?}: {twins:?}");
    }
}

#[test]
fn a_term_says_the_same_in_every_language() {
    for term in terms() {
        let texts = Lang::ALL.map(|lang| lang.term(term));
        let name = texts[0].name;
        assert!(texts.iter().all(|text| text.ignores.is_empty() == texts[0].ignores.is_empty()), "{name}");
        assert!(texts.iter().all(|text| !text.name.is_empty() && !text.name.ends_with(['.', '。'])), "{name}");
    }
}

/// Each text names the figures that its claim has, and no others.
#[test]
fn claims_name_the_figures_they_have() {
    for claim in CLAIMS {
        for lang in Lang::ALL {
            let text = lang.claim(claim.id).ours;
            let names = ["{ours}", "{claimed}", "{other}"].map(|name| text.contains(name));
            assert_eq!(names, [claim.figure.is_some(), claim.claimed.is_some(), (claim.other)().is_some()], "{:?}", claim.id);
        }
    }
}

#[test]
fn names_are_those_of_the_catalog_and_every_change_is_told() {
    let known = |names: &[(&str, &str)], ids: &[&str]| {
        assert!(names.iter().all(|(id, _)| ids.contains(id)), "{names:?}");
    };
    for lang in Lang::ALL {
        let names = lang.names();
        known(names.providers, &ProviderId::all().map(|id| id.get().id).collect::<Vec<_>>());
        known(names.vendors, &AcceleratorId::all().map(|id| id.get().vendor).collect::<Vec<_>>());
        known(names.accelerators, &AcceleratorId::all().map(|id| id.get().id).collect::<Vec<_>>());
        known(names.presets, &PresetId::all().map(|id| id.get().id).collect::<Vec<_>>());
        known(names.changes, &CHANGES.iter().map(|change| change.version).collect::<Vec<_>>());
        assert!(CHANGES.iter().all(|change| !lang.change(change.version).is_empty()), "{lang:?}");
    }
}
