//! The published runs as a table, with compute and cost.

use super::Reader;
use super::html::{Column, Html};
use crate::decimal::power;
use traincost_model::catalog::RUNS;

/// The published runs whose cost and compute are known, as a table. The page supplies the heading.
pub fn runs(reader: &Reader) -> String {
    let (text, page) = (reader.text(), reader.lang.text());
    let columns = [
        Column::Words(text.column_run),
        Column::Words(text.column_year),
        Column::Words(text.column_compute),
        Column::Words(text.column_cost),
        Column::Words(text.column_basis),
        Column::Words(text.column_source),
    ];
    let rows = RUNS.iter().map(|run| {
        let cost = run.cost.band().map_or_else(|| page.unknown.to_owned(), |band| reader.cash(band.mid, 2));
        let basis = (page.run_basis)(run.basis).to_owned();
        (
            "",
            vec![
                run.name.to_owned(),
                run.year.to_string(),
                power(run.flop, 2),
                cost,
                basis,
                run.cost.source.citation().to_owned(),
            ],
        )
    });
    let mut html = Html::default();
    html.table(&columns, rows);
    html.finish()
}
