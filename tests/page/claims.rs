//! A claim's calculation opens in the calculator as what the claim says of it.

use traincost::report::{Context, Reader, Today, claims, explain};
use traincost::state::link::decode;
use traincost_locales::{Currency, Lang, Money};
use traincost_model::Figure;
use traincost_model::claims::CLAIMS;
use traincost_model::estimate::estimate_all;

/// The part of a text between two others.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    text.split_once(start)?.1.split_once(end).map(|(within, _)| within)
}

/// The factor of each scale; the longer names first.
const SCALES: [(&str, f64); 10] = [
    ("万亿", 1e12),
    ("亿", 1e8),
    ("万", 1e4),
    ("兆", 1e12),
    ("億", 1e8),
    ("萬", 1e4),
    ("K", 1e3),
    ("M", 1e6),
    ("B", 1e9),
    ("T", 1e12),
];

/// Every number in a text: 5.1, 30K, 3万, 2.37×10²⁵.
fn numbers(text: &str) -> Vec<f64> {
    let raised = |one: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == one);
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|one: char| one.is_ascii_digit()) {
        rest = &rest[start..];
        let end = rest.find(|one: char| !one.is_ascii_digit() && !".,".contains(one)).unwrap_or(rest.len());
        let digits: f64 = rest[..end].trim_end_matches(['.', ',']).replace(',', "").parse().unwrap_or(f64::NAN);
        rest = &rest[end..];
        let scale = match rest.strip_prefix("×10") {
            Some(power) => {
                let digits: Vec<usize> = power.chars().map_while(raised).collect();
                rest = power.trim_start_matches(|one| raised(one).is_some());
                10_f64.powi(digits.iter().fold(0, |power, digit| 10 * power + *digit as i32))
            }
            None => SCALES.iter().find(|(name, _)| rest.trim_start().starts_with(name)).map_or(1.0, |(_, scale)| *scale),
        };
        found.push(digits * scale);
    }
    found
}

/// Two numbers of two digits each are the same.
fn are_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 0.051 * one.abs().max(other.abs())
}

#[test]
fn the_calculation_of_a_claim_says_the_same_in_every_language() {
    for lang in Lang::ALL {
        let reader = Reader { lang, money: Money { currency: Currency::Usd, cny_per_usd: 7.1 }, dark: false, width: 640.0 };
        let html = claims(&reader);
        let mut calculations = 0;
        for claim in CLAIMS {
            let article = between(&html, &format!("<article class=\"claim\" id=\"{}\">", claim.id.id()), "</article>").unwrap();
            let Some(link) = between(article, "href=\"./?", "\"") else {
                assert!((claim.scenario)().is_none() || claim.figure.is_none(), "{:?} has no link", claim.id);
                continue;
            };
            calculations += 1;
            let link = link.replace("&amp;", "&");
            let (query, figure) = link.split_once("#figure-").unwrap();
            let decoded = decode(query);
            assert_eq!(decoded.ignored, [], "{query}");
            assert_eq!((Some(decoded.scenario), decoded.view.lang), ((claim.scenario)(), Some(lang)), "{query}");
            let figure = Figure::from_id(figure).unwrap();
            let explained =
                explain(&estimate_all(&decoded.scenario, None), figure, &Context { today: Today::of_data(), query }, &reader);
            let formula = explained.split("<dd>").nth(3).and_then(|rest| rest.split("</dd>").next()).unwrap();
            let computed = numbers(formula.split(" = ").next().unwrap())[0];
            let said = article.split("href=\"./?").next().and_then(|before| before.rsplit("<h3>").next()).unwrap();
            assert!(
                numbers(said).iter().any(|one| are_same(*one, computed)),
                "{:?}: the claim says {said}, the calculator {formula}",
                claim.id
            );
        }
        assert_eq!(calculations, 11, "claims with a calculation");
    }
}
