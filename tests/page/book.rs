//! A price book: what its lines say, whoever wrote it.

use traincost::state::book::{BadLine, Column, Price, read};
use traincost_model::catalog::AcceleratorId;
use traincost_model::{Basis, Field};

#[test]
fn a_book_names_every_bad_line_by_number_and_column() {
    let lines =
        ["electricity,,,0.06", "beer,,,5", "", "electricity,,,-1", ",h100-sxm,own,2", ",abacus,,1", ",h100-sxm,,", "tokens,,,5"];
    let (prices, bad) = read(&format!("item,accelerator,basis,price\n{}\n", lines.join("\n")));
    assert_eq!(prices, [Price::Of(Field::ElectricityPrice, 0.06)]);
    let expected = [
        (3, Column::Item),
        (5, Column::Price),
        (6, Column::Basis),
        (7, Column::Accelerator),
        (8, Column::Price),
        (9, Column::Item),
    ];
    assert_eq!(bad, expected.map(|(line, column)| BadLine { line, column }));
}

#[test]
fn a_price_is_a_number_within_its_limits() {
    for price in ["NaN", "1e99", "", "-1", "inf", "five"] {
        let (prices, bad) = read(&format!("item,price\nelectricity,{price}"));
        assert_eq!((prices, bad), (vec![], vec![BadLine { line: 2, column: Column::Price }]), "{price}");
    }
}

#[test]
fn headings_come_in_any_order_with_quotes_tabs_and_a_byte_order_mark() {
    let (prices, bad) = read("\u{feff}PRICE\tBasis\tAccelerator\r\n\"$3.5\"\ton-demand\t\"H800 SXM 80GB\"\r\n");
    let h800 = AcceleratorId::from_id("h800-sxm").unwrap();
    assert_eq!((prices, bad), (vec![Price::Rent(h800, Basis::OnDemand, 3.5)], vec![]));
}

#[test]
fn a_long_name_is_a_bad_item() {
    let (prices, bad) = read(&format!("item,price\n{},1", "x".repeat(20_000)));
    assert_eq!((prices, bad), (vec![], vec![BadLine { line: 2, column: Column::Item }]));
}
