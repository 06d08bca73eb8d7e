//! Price books: how each text is read, or why not, whoever wrote it.

use traincost::number::NumberError;
use traincost::state::Fault;
use traincost::state::book::{BookError, Column, LONGEST, LineFault, MOST_NAMED, Price, Reads, read};
use traincost_locales::{Currency, Money};
use traincost_model::catalog::AcceleratorId;
use traincost_model::{Basis, Field, FieldError};

const DOLLARS: Money = Money { currency: Currency::Usd, cny_per_usd: 8.0 };
const YUAN: Money = Money { currency: Currency::Cny, cny_per_usd: 8.0 };

fn good(text: &str, money: Money) -> Reads {
    read(text, money).unwrap_or_else(|error| panic!("{error:?}: {text:?}"))
}

fn prices(text: &str) -> Vec<Price> {
    let reads = good(text, DOLLARS);
    assert_eq!(reads.bad, [], "{text:?}");
    reads.prices.into_iter().map(|reading| reading.price).collect()
}

/// The faults of a book that has no price.
fn faults(text: &str) -> Vec<(usize, LineFault)> {
    let reads = good(text, DOLLARS);
    assert_eq!(reads.prices, [], "{text:?}");
    assert_eq!(reads.bad_count, reads.bad.len());
    reads.bad.into_iter().map(|bad| (bad.line, bad.fault)).collect()
}

/// The fault of one line below `item,price`.
fn fault(line: &str) -> LineFault {
    match faults(&format!("item,price\n{line}"))[..] {
        [(2, fault)] => fault,
        ref other => panic!("{line:?}: {other:?}"),
    }
}

fn no_number(field: Field, error: NumberError) -> LineFault {
    LineFault::Price(field, Fault::Number(error))
}

fn rent(accelerator: &str, basis: Basis, price: f64) -> Price {
    Price::Rent(AcceleratorId::from_id(accelerator).unwrap(), basis, price)
}

const ELECTRICITY: Field = Field::ElectricityPrice;

#[test]
fn a_book_names_every_bad_line_by_number_and_column() {
    let lines =
        ["electricity,,,0.06", "beer,,,5", "", "electricity,,,-1", ",h100-sxm,own,2", ",abacus,,1", ",h100-sxm,,", "tokens,,,5"];
    let reads = good(&format!("item,accelerator,basis,price\n{}\n", lines.join("\n")), DOLLARS);
    assert_eq!(reads.prices.iter().map(|reading| reading.price).collect::<Vec<_>>(), [Price::Of(ELECTRICITY, 0.06)]);
    let expected = [
        (3, LineFault::Name(Column::Item)),
        (5, no_number(ELECTRICITY, NumberError::Negative)),
        (6, LineFault::Name(Column::Basis)),
        (7, LineFault::Name(Column::Accelerator)),
        (8, no_number(Field::Price, NumberError::Empty)),
        (9, LineFault::Name(Column::Item)),
    ];
    assert_eq!(reads.bad.iter().map(|bad| (bad.line, bad.fault)).collect::<Vec<_>>(), expected);
    assert_eq!(reads.bad_count, expected.len());
}

#[test]
fn a_blank_price_is_refused_and_not_free() {
    for line in ["electricity,", "electricity", "electricity,  ", "electricity,\"\"", "electricity,\u{200b}"] {
        assert_eq!(fault(line), no_number(ELECTRICITY, NumberError::Empty), "{line:?}");
    }
}

#[test]
fn a_price_is_a_number_within_its_limits() {
    for (price, error) in [
        ("NaN", NumberError::NotANumber),
        ("five", NumberError::NotANumber),
        ("0x1", NumberError::NotANumber),
        ("0b1", NumberError::NotANumber),
        ("-0", NumberError::Negative),
        ("-1", NumberError::Negative),
        ("inf", NumberError::Infinite),
        ("Infinity", NumberError::Infinite),
        ("1e400", NumberError::Infinite),
        ("$", NumberError::Incomplete),
        ("5€", NumberError::WrongUnit),
        ("1 to 2", NumberError::Range),
        ("0.05 USD/kWh", NumberError::WrongUnit),
    ] {
        assert_eq!(fault(&format!("electricity,{price}")), no_number(ELECTRICITY, error), "{price}");
    }
    let large = fault("electricity,1e99");
    assert!(matches!(large, LineFault::Price(ELECTRICITY, Fault::Field(FieldError::TooLarge { .. }))), "{large:?}");
}

#[test]
fn a_decimal_comma_is_refused_and_no_part_of_it_becomes_the_price() {
    assert_eq!(fault("electricity,0,10"), LineFault::Surplus);
    assert_eq!(fault("electricity,\"0,10\""), no_number(ELECTRICITY, NumberError::AmbiguousSeparator));
    assert_eq!(faults("accelerator,basis,price\nh800-sxm,on-demand,$1,200"), [(2, LineFault::Surplus)]);
    // A column without a name has no meaning for its cells.
    assert_eq!(faults("item,price,\nelectricity,0,10"), [(2, LineFault::Surplus)]);
    assert_eq!(prices("item,price,\nelectricity,0.1,\n"), [Price::Of(ELECTRICITY, 0.1)]);
    assert_eq!(prices("accelerator,basis,price\nh800-sxm,on-demand,\"$1,200\""), [rent("h800-sxm", Basis::OnDemand, 1200.0)]);
}

#[test]
fn a_yuan_sign_means_yuan_and_never_dollars() {
    for price in ["¥0.8", "￥0.8", "CN¥0.8", "0.8元", "0.8 CNY", "RMB 0.8", "０．８元"] {
        for money in [DOLLARS, YUAN] {
            let reads = good(&format!("item,price\nelectricity,{price}"), money);
            let [reading] = reads.prices[..] else { panic!("{price}: {reads:?}") };
            assert_eq!(reading.price, Price::Of(ELECTRICITY, 0.1), "{price}");
            assert_eq!((reading.written, reading.currency), (0.8, Some(Currency::Cny)), "{price}");
        }
    }
    for price in ["$0.1", "US$0.1", "0.1 USD", "USD 0.1", "0.1美元"] {
        for money in [DOLLARS, YUAN] {
            let reads = good(&format!("item,price\nelectricity,{price}"), money);
            assert_eq!(reads.prices[0].price, Price::Of(ELECTRICITY, 0.1), "{price}");
        }
    }
}

#[test]
fn a_price_without_a_currency_is_in_that_of_the_page() {
    let reads = good("item,price\nelectricity,0.8\npue,1.2", YUAN);
    assert_eq!(reads.prices[0].price, Price::Of(ELECTRICITY, 0.1));
    assert_eq!(reads.prices[0].currency, Some(Currency::Cny));
    // A factor is no money.
    assert_eq!((reads.prices[1].price, reads.prices[1].currency), (Price::Of(Field::Pue, 1.2), None));
}

#[test]
fn a_column_names_currencies() {
    let text = "item,price,currency\nelectricity,0.8,CNY\ncolocation,5,usd\npue,1.2,\nexpert-price,8,元\n";
    let expected = [(ELECTRICITY, 0.1), (Field::ColocationPrice, 5.0), (Field::Pue, 1.2), (Field::ExpertPrice, 1.0)];
    assert_eq!(prices(text), expected.map(|(field, price)| Price::Of(field, price)));
    for line in ["electricity,$0.8,CNY", "electricity,0.8,EUR", "electricity,0.8,5", "pue,1.2,USD"] {
        assert_eq!(faults(&format!("item,price,currency\n{line}")), [(2, LineFault::Currency)], "{line}");
    }
    assert_eq!(fault("pue,¥1.2"), LineFault::Currency);
}

#[test]
fn the_first_line_decides_what_separates_cells() {
    let expected = [Price::Of(ELECTRICITY, 0.06), Price::Of(Field::Pue, 1.2)];
    for separator in [",", ";", "\t", "，", "；", " ; "] {
        let text = ["item,price", "electricity,0.06", "pue,1.2"].join("\n").replace(',', separator);
        assert_eq!(prices(&text), expected, "{separator:?}");
    }
    // A comma is part of the price there, and decides nothing.
    assert_eq!(faults("item;price\nelectricity;0,06"), [(2, no_number(ELECTRICITY, NumberError::AmbiguousSeparator))]);
    assert_eq!(prices("item\tprice\nhardware-price\t1,200"), [Price::Of(Field::ChipPrice, 1200.0)]);
    assert_eq!(faults("item;price\nelectricity,0.06"), [(2, LineFault::Name(Column::Item))]);
}

#[test]
fn headings_come_in_any_order_with_quotes_tabs_and_a_byte_order_mark() {
    let h800 = rent("h800-sxm", Basis::OnDemand, 3.5);
    assert_eq!(prices("\u{feff}PRICE\tBasis\tAccelerator\r\n\"$3.5\"\ton-demand\t\"H800 SXM 80GB\"\r\n"), [h800]);
    // Old spreadsheets end lines so.
    assert_eq!(prices("item,price\relectricity,0.06\rpue,1.2").len(), 2);
}

#[test]
fn a_heading_that_says_something_else_is_refused() {
    let headings = [
        "item,value",
        "price",
        "basis,price",
        "item,price,price",
        "item,price,note",
        "item;price,currency",
        "electricity,0.06",
        "\"item,price",
        "item price",
    ];
    for heading in headings {
        assert_eq!(read(&format!("{heading}\nelectricity,1"), DOLLARS), Err(BookError::Heading), "{heading}");
    }
}

#[test]
fn a_text_without_prices_says_what_is_missing() {
    for text in ["", " \n\n", "\u{feff}", "\r\n"] {
        assert_eq!(read(text, DOLLARS), Err(BookError::Empty), "{text:?}");
    }
    for text in ["item,price", "item,price\r\n\r\n", "\u{feff}accelerator,basis,price\n \n"] {
        assert_eq!(read(text, DOLLARS), Err(BookError::NoPrices), "{text:?}");
    }
    assert_eq!(faults("item,price\n,"), [(2, LineFault::Name(Column::Item))]);
}

#[test]
fn a_file_in_another_encoding_is_refused_as_a_whole() {
    let gbk = String::from_utf8_lossy(b"item,price\n\xb5\xe7\xb7\xd1,0.06\n").into_owned();
    let utf_16: String = "item,price\nelectricity,0.06".chars().flat_map(|c| [c, '\0']).collect();
    for text in [gbk, utf_16] {
        assert_eq!(read(&text, DOLLARS), Err(BookError::Encoding), "{text:?}");
    }
}

#[test]
fn quotes_close_and_stand_around_a_whole_cell() {
    for line in [
        "\"electricity,0.06",
        "electricity,\"0.06",
        "\"electric\"ity,0.06",
        "electricity,\"0.06\" USD",
        "electricity,\"0\"\"",
        "\"",
    ] {
        assert_eq!(fault(line), LineFault::Quote, "{line}");
    }
    assert_eq!(fault("electri\"city,1"), LineFault::Name(Column::Item));
    assert_eq!(fault("\"elec\"\"tricity\",1"), LineFault::Name(Column::Item));
    assert_eq!(prices("\"item\" ,\"price\"\n \"electricity\" , \"0.06\" "), [Price::Of(ELECTRICITY, 0.06)]);
}

#[test]
fn a_line_has_one_subject_and_each_subject_one_price() {
    let text = "item,accelerator,basis,price\nelectricity,h100-sxm,,5\nelectricity,,spot,5\n";
    assert_eq!(faults(text), [(2, LineFault::Both), (3, LineFault::Name(Column::Basis))]);
    let reads =
        good("item,accelerator,basis,price\n,h100-sxm,,5\nelectricity,,,1\n\n,H100-SXM,on-demand,6\nelectricity,,,1", DOLLARS);
    assert_eq!(reads.prices.len(), 2);
    let repeated: Vec<_> = reads.bad.iter().map(|bad| (bad.line, bad.fault)).collect();
    assert_eq!(repeated, [(5, LineFault::Repeated { first: 2 }), (6, LineFault::Repeated { first: 3 })]);
}

#[test]
fn a_long_name_is_a_bad_item() {
    assert_eq!(fault(&format!("{},1", "x".repeat(20_000))), LineFault::Name(Column::Item));
}

#[test]
fn a_long_book_is_refused_and_bad_lines_are_counted_and_few_are_named() {
    let lines = |count: usize| format!("item,price\n{}", "x,\n".repeat(count));
    let most = (LONGEST - "item,price\n".len()) / 3;
    let reads = good(&lines(most), DOLLARS);
    assert_eq!((reads.bad_count, reads.bad.len()), (most, MOST_NAMED));
    assert_eq!(reads.bad[MOST_NAMED - 1].line, MOST_NAMED + 1);
    for text in [lines(most + 1), lines(1_400_000), "x".repeat(10_000_000)] {
        assert_eq!(read(&text, DOLLARS), Err(BookError::TooLong));
    }
}

#[test]
fn prices_survive_the_way_from_the_worker_to_the_page() {
    let prices = [Price::Of(ELECTRICITY, 0.1 + 0.2), Price::Of(Field::Pue, 1.0), rent("h800-sxm", Basis::Spot, 1.0 / 3.0)];
    assert_eq!(Price::list(&Price::write(prices)), prices);
    for text in ["", " ", "electricity", "beer=1", "h800-sxm/never=1", "chip/spot=1", "="] {
        assert_eq!(Price::list(text), [], "{text:?}");
    }
}
