//! The build of `bill/*.toml`: what it makes of an entry, and that it refuses a wrong one with a message that names file and entry.
#![cfg(not(target_arch = "wasm32"))]
#![allow(dead_code, reason = "the build uses all of it, the tests a part")]

#[path = "../build/bill.rs"]
mod bill;
#[path = "../build/rule.rs"]
mod rule;
#[path = "../src/formula/unit.rs"]
mod unit;

use bill::{Bill, Control};
use rule::Rule;
use std::fs;
use toml::Table;

const ORDER: &str = r#"
files = ["power", "total"]
chapters = [["power"], ["total"]]
drivers = ["hours"]
"#;

const POWER: &str = r#"
[form]
choices = { region = "hours" }

[watts]
doc = "Power."
symbol = "W"
unit = "W"
fact = "chip.tdp"

[hours]
doc = "Hours."
symbol = "H"
unit = "h"
field = { link = "h", kind = "plain", limits = [0, 1e6], default = 0 }

[kwh-price]
doc = "Price."
symbol = "e"
unit = "USD/kWh"
field = { link = "kwh", kind = "money", limits = [0, 10], optional = true }

[energy]
doc = "Energy."
symbol = "E"
unit = "kWh"
formula = "watts * hours"
example = { watts = 500, hours = 2, gives = 1 }

[electricity]
doc = "Electricity."
symbol = "$"
unit = "USD"
formula = "energy * kwh-price"
line = { head = "power" }
example = { energy = 2000, kwh-price = 0.1, gives = 200 }
"#;

const TOTAL: &str = r#"
[power]
doc = "Power."
symbol = "B"
unit = "USD"
head = { basis = "owned" }

[total]
doc = "Total."
symbol = "T"
unit = "USD"
formula = "heads"
"#;

/// The tables with one text of the first file replaced.
fn read_with(from: &str, to: &str) -> Result<Bill, String> {
    assert!(POWER.contains(from), "{from}");
    let table = |text: &str| text.parse::<Table>().unwrap();
    let files = [("power".to_owned(), table(&POWER.replacen(from, to, 1))), ("total".to_owned(), table(TOTAL))];
    Bill::read(&table(ORDER), &files, &|place| if place == "chip.tdp" { Ok("W".to_owned()) } else { Err(format!("no {place}")) })
}

fn refused(from: &str, to: &str) -> String {
    read_with(from, to).err().unwrap_or_else(|| panic!("{to} passes"))
}

#[test]
fn an_entry_becomes_driver_field_figure_line_and_part_of_its_head() {
    let bill = read_with("Power.", "Power.").unwrap();
    let ids: Vec<&str> = bill.terms().map(|term| term.id.as_str()).collect();
    // The listed driver comes first.
    assert_eq!(ids, ["hours", "watts", "kwh-price", "energy", "electricity", "power", "total"]);
    assert_eq!(bill.chapters, [2, 2]);
    assert!(matches!(bill.form[0].1[..], [Control::Choice(_), Control::Field(0), Control::Field(1)]));
    let figure = |id: &str| bill.figures.iter().find(|figure| figure.term.id == id).unwrap();
    // The conversion follows from the units: W x h is kWh / 1000.
    let Rule::Sum(products) = &figure("energy").rule else { panic!("a sum") };
    assert_eq!((products[0].times, products[0].over), (1.0, 1000.0));
    assert_eq!(figure("power").rule, Rule::sum(&["electricity".to_owned()]));
    assert_eq!(figure("total").rule, Rule::sum(&["power".to_owned()]));
    assert_eq!((bill.lines[0].figure.as_str(), bill.lines[0].paid), ("electricity", "Owned"));
}

#[test]
fn a_unit_off_by_a_thousand_is_refused_by_the_worked_example() {
    // As a unit, and as an example worked in watt-hours.
    let error = refused("symbol = \"e\"\nunit = \"USD/kWh\"", "symbol = \"e\"\nunit = \"USD/TB\"");
    assert_eq!(error, "bill/power.toml, electricity: `energy * kwh-price` has another dimension than USD");
    let error = refused("hours = 2, gives = 1 ", "hours = 2, gives = 1000 ");
    assert_eq!(error, "bill/power.toml, energy: the example gives 1, not 1000");
    let error = refused("symbol = \"H\"\nunit = \"h\"", "symbol = \"H\"\nunit = \"day\"");
    assert_eq!(error, "bill/power.toml, energy: the example gives 24, not 1");
}

#[test]
fn a_conversion_without_a_worked_example_is_refused() {
    let error = refused("example = { watts = 500, hours = 2, gives = 1 }", "");
    assert_eq!(error, "bill/power.toml, energy: a formula that converts units needs a worked example of each branch that does");
}

#[test]
fn a_fact_in_another_unit_is_refused() {
    let error = refused("symbol = \"W\"\nunit = \"W\"", "symbol = \"W\"\nunit = \"kWh/year\"");
    assert_eq!(error, "bill/power.toml, watts: the fact chip.tdp is in W, not in kWh/year");
}

#[test]
fn a_conversion_by_hand_is_refused() {
    let error = refused("watts * hours", "watts * hours / 1000");
    assert!(error.starts_with("bill/power.toml, energy: ") && error.contains("conversions follow from units"), "{error}");
}

#[test]
fn a_formula_of_another_dimension_is_refused() {
    let error = refused("energy * kwh-price", "watts * kwh-price");
    assert_eq!(error, "bill/power.toml, electricity: `watts * kwh-price` has another dimension than USD");
}

#[test]
fn what_is_misspelt_or_unused_is_refused() {
    assert_eq!(refused("watts * hours", "wats * hours"), "bill/power.toml, energy: no term is called wats");
    assert_eq!(refused("formula = \"watts", "forumla = \"watts"), "bill/power.toml, energy: unknown key forumla");
    assert_eq!(
        refused("energy * kwh-price\"", "energy * kwh-price\"\nwhen = \"owned\""),
        "bill/power.toml, electricity: the example lacks `when`: whether the condition holds"
    );
    assert_eq!(refused("watts * hours", "watts * total"), "bill/power.toml, energy: total is computed later");
    assert_eq!(refused("chip.tdp", "chip.tpd"), "bill/power.toml, watts: no chip.tpd");
    assert_eq!(refused("link = \"kwh\"", "link = \"h\""), "bill: two fields are called h");
    assert_eq!(refused("head = \"power\"", "head = \"powder\""), "the line electricity has no head powder");
}

/// A unit that is off by 1000 in the real tables does not build either.
#[test]
fn the_tables_of_the_model_are_held_by_their_facts_and_examples() {
    let read = |folder: &str, file: &str| {
        let path = format!("{}/{folder}/{file}.toml", env!("CARGO_MANIFEST_DIR"));
        fs::read_to_string(path).unwrap().parse::<Table>().unwrap()
    };
    let order = read("bill", "order");
    let data = ["constants", "levers", "run_utilisation", "accelerators", "regions", "team"].map(|file| read("data", file));
    let [constants, levers, run_utilisation, accelerators, regions, team] = &data;
    let catalog = bill::Catalog { constants: &[constants, levers, run_utilisation], accelerators, regions, team };
    let files: Vec<(String, Table)> =
        bill::files(&order).unwrap().into_iter().map(|file| (file.clone(), read("bill", &file))).collect();
    let read = |files: &[(String, Table)]| Bill::read(&order, files, &|place| catalog.unit(place));
    let good = read(&files).unwrap();
    let mut planted = 0;
    for term in good.terms() {
        let slip = match term.unit.name() {
            "kWh" => "W",
            "USD/1e9 tokens" => "USD/1e6 tokens",
            "USD/TB-month" => "USD/TB",
            "USD/year" => "USD/h",
            _ => continue,
        };
        let mut files = files.clone();
        let entry = files.iter_mut().find_map(|(_, table)| table.get_mut(&term.id)).unwrap();
        entry["unit"] = slip.into();
        let error = read(&files).err().unwrap_or_else(|| panic!("{} in {slip} passes", term.id));
        assert!(error.starts_with("bill/"), "{error}");
        planted += 1;
    }
    assert!(planted > 10);
}
