//! The model's accuracy: computed step times against measured ones, forecast accelerator-hours against published ones, the accuracy of other models,
//! and where this one is wrong.

use super::hours::hours;
use super::html::{Column, Html};
use super::{Reader, filled};
use traincost_model::catalog::ACCURACY;

/// A peer's mean error over a corpus: the corpus's id, the peer, the error. An empty name is a plain rule: eight FLOPs per parameter and token
/// at a fixed utilisation of 45%.
///
/// We ran Calculon (Isaev et al., SC 2023) and the rule on all rows of each corpus, 109, 1,440 and 8; vTrain's error is from its paper (Bang et al.
/// 2023, <https://arxiv.org/abs/2312.12391>).
const PEERS: &[(&str, Option<&str>, f64)] = &[
    ("vtrain_a100_multi", Some("Calculon"), 0.129),
    ("vtrain_a100_multi", Some("vTrain"), 0.147),
    ("vtrain_a100_multi", None, 0.22),
    ("vtrain_a100_single", Some("Calculon"), 0.42),
    ("vtrain_a100_single", Some("vTrain"), 0.084),
    ("vtrain_a100_single", None, 0.59),
    ("selene", Some("Calculon"), 0.0365),
];

/// The model's accuracy, and where it is wrong. The page supplies the heading.
pub fn validation(reader: &Reader) -> String {
    let mut html = Html::default();
    steps(&mut html, reader);
    hours(&mut html, reader);
    html.finish()
}

/// Computed step times against measured ones.
fn steps(html: &mut Html, reader: &Reader) {
    let text = reader.text();
    let steps: u32 = ACCURACY.iter().map(|corpus| u32::from(corpus.rows)).sum();
    let values = [("rows", reader.plain(f64::from(steps), 9)), ("corpora", reader.plain(ACCURACY.len() as f64, 9))];
    html.paragraph(&filled(text.validation_says, &values));
    html.element("h3", text.steps);
    let columns = [
        Column::Words(text.column_corpus),
        Column::Number(text.column_rows),
        Column::Number(text.column_mean),
        Column::Number(text.column_median),
        Column::Number(text.column_largest),
        Column::Words(text.column_peers),
    ];
    let rows = ACCURACY.iter().map(|corpus| {
        let share = |share| reader.percent(share, 3);
        let rows = reader.plain(f64::from(corpus.rows), 9);
        let name = described(reader, corpus.id).map_or(corpus.id, |(name, _)| name).to_owned();
        ("", vec![name, rows, share(corpus.mean), share(corpus.median), share(corpus.max), peers(reader, corpus.id)])
    });
    html.table(&columns, rows);
    html.element("p class=\"fine\"", text.steps_note);
    html.element("h3", text.wrong);
    html.raw("<ul>");
    for (name, wrong) in ACCURACY.iter().filter_map(|corpus| described(reader, corpus.id)) {
        html.raw("<li>");
        html.element("strong", name);
        html.raw(" ");
        html.element("span", wrong);
        html.raw("</li>");
    }
    html.raw("</ul>");
}

/// A corpus's name, and the case in which the model is worst.
fn described(reader: &Reader, id: &str) -> Option<(&'static str, &'static str)> {
    reader.text().corpora.iter().find(|(known, ..)| *known == id).map(|(_, name, wrong)| (*name, *wrong))
}

/// The errors of peers on a corpus.
fn peers(reader: &Reader, id: &str) -> String {
    let text = reader.text();
    let peers: Vec<String> = PEERS
        .iter()
        .filter(|(corpus, ..)| *corpus == id)
        .map(|(_, peer, error)| format!("{} {}", peer.unwrap_or(text.peer_fixed), reader.percent(*error, 3)))
        .collect();
    if peers.is_empty() { text.no_peers.to_owned() } else { peers.join(" · ") }
}
