//! Undo of a price book: the book alone goes, and whatever was entered since stays.

use traincost::state::book::{Book, Price};
use traincost_model::catalog::{AcceleratorId, PresetId};
use traincost_model::{Basis, Field, MfuFrom, Scenario};

fn chip(id: &str) -> AcceleratorId {
    AcceleratorId::from_id(id).unwrap()
}

fn start() -> Scenario {
    Scenario::from_preset(PresetId::DEFAULT).with(|scenario| {
        (scenario.accelerator, scenario.basis) = (chip("h800-sxm"), Basis::OnDemand);
    })
}

fn set(mut scenario: Scenario, field: Field, value: f64) -> Scenario {
    scenario.set(field, Some(value)).unwrap();
    scenario
}

/// A reader chooses another accelerator, and the book follows.
fn choose(book: &mut Book, mut scenario: Scenario, accelerator: &str) -> Scenario {
    scenario.accelerator = chip(accelerator);
    book.follow(&scenario).unwrap_or(scenario)
}

const RENTS: [(&str, Basis, f64); 3] =
    [("h800-sxm", Basis::OnDemand, 3.5), ("h200-sxm", Basis::OnDemand, 4.25), ("h800-sxm", Basis::Spot, 1.25)];

fn prices() -> Vec<Price> {
    let rents = RENTS.map(|(id, basis, price)| Price::Rent(chip(id), basis, price));
    [Price::Of(Field::ElectricityPrice, 0.06)].into_iter().chain(rents).collect()
}

#[test]
fn undo_keeps_what_was_entered_after_the_book() {
    let (mut book, before) = (Book::default(), set(start(), Field::Price, 2.2));
    let after = book.apply(before, &prices());
    assert_eq!((after.get(Field::Price), after.get(Field::ElectricityPrice)), (Some(3.5), Some(0.06)));
    let edited = set(after, Field::Tokens, 3e12);
    assert_eq!(book.undo(edited), set(before, Field::Tokens, 3e12));
    assert!(!book.can_undo());
    // A price that was edited since is not the book's.
    let mut book = Book::default();
    let edited = set(set(book.apply(before, &prices()), Field::ElectricityPrice, 0.2), Field::Price, 9.0);
    assert_eq!(book.undo(edited), edited);
}

#[test]
fn undo_restores_exactly_ranges_and_empty_fields_included() {
    let mut before = start();
    before.set_range(Field::Price, 1.5, 2.5).unwrap();
    before.mfu_from = MfuFrom::Computed;
    let mut book = Book::default();
    let mfu = [Price::Of(Field::DenseMfu, 0.3)];
    let after = book.apply(before, &[&prices()[..], &mfu].concat());
    assert_eq!((after.range(Field::Price), after.mfu_from), (None, MfuFrom::Entered));
    assert_eq!(book.undo(after), before);
}

#[test]
fn a_book_undone_sets_no_rent_any_more() {
    let mut book = Book::default();
    let mut scenario = book.apply(start(), &prices());
    scenario = book.undo(scenario);
    scenario.basis = Basis::Spot;
    assert_eq!(book.follow(&scenario), None);
    assert_eq!(choose(&mut book, scenario, "h200-sxm").get(Field::Price), None);
}

#[test]
fn undo_after_another_accelerator_gives_the_price_that_would_stand_without_the_book() {
    for typed in [None, Some(2.2)] {
        let mut before = start();
        before.set(Field::Price, typed).unwrap();
        let mut book = Book::default();
        let after = book.apply(before, &prices());
        let moved = choose(&mut book, after, "h200-sxm");
        assert_eq!(moved.get(Field::Price), Some(4.25));
        let undone = book.undo(moved);
        assert_eq!((undone.accelerator, undone.get(Field::Price)), (chip("h200-sxm"), typed));
        assert_eq!(undone.get(Field::ElectricityPrice), before.get(Field::ElectricityPrice));
    }
    // An earlier book has a rent for it.
    let mut book = Book::default();
    let first = book.apply(start(), &[Price::Rent(chip("h200-sxm"), Basis::OnDemand, 4.0)]);
    let second = book.apply(first, &prices());
    let moved = choose(&mut book, second, "h200-sxm");
    assert_eq!(moved.get(Field::Price), Some(4.25));
    assert_eq!(book.undo(moved).get(Field::Price), Some(4.0));
}

#[test]
fn books_are_undone_one_after_another() {
    let mut book = Book::default();
    let first = book.apply(start(), &prices());
    let second = book.apply(first, &[Price::Of(Field::Pue, 1.4)]);
    // The second book has no rents, and the first one's stay.
    assert_eq!(choose(&mut book.clone(), second, "h200-sxm").get(Field::Price), Some(4.25));
    assert_eq!(book.undo(second), first);
    assert_eq!(book.undo(first), start());
    assert!(!book.can_undo());
    assert_eq!(book.undo(start()), start());
}

#[test]
fn undo_leaves_another_preset_as_it_is() {
    let mut book = Book::default();
    let _ = book.apply(set(start(), Field::Price, 2.2), &prices());
    let other = PresetId::all().find(|preset| *preset != PresetId::DEFAULT).unwrap();
    let opened = Scenario::from_preset(other);
    let opened = book.follow(&opened).unwrap_or(opened);
    assert_eq!(book.undo(opened), Scenario::from_preset(other));
}
