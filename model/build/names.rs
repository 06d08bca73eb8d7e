//! The bill's tables as Rust: names of drivers, figures and fields, and what belongs to each.

use crate::bill::{Bill, Control, Fact, Term, camel};
use std::fmt::Write as _;

/// `names.rs`: the enums, by the macros of `src/names/`.
pub(crate) fn names(bill: &Bill) -> String {
    let mut code = String::new();
    let terms = |code: &mut String, head: &str, terms: &mut dyn Iterator<Item = &Term>| {
        let _ = writeln!(code, "terms! {{\n    {head};");
        for Term { doc, name, id, symbol, unit, .. } in terms {
            let _ = writeln!(code, "    #[doc = {doc:?}]\n    {name} = {id:?} {symbol:?} {unit:?},");
        }
        code.push_str("}\n");
    };
    let drivers =
        "/// An input of formulas: a number of the reader's or the preset's, or a fact of the catalog.\n    Driver from 0";
    terms(&mut code, drivers, &mut bill.drivers.iter().map(|driver| &driver.term));
    let figures = "/// A figure that the model computes.\n    Figure from Driver::COUNT as u16";
    terms(&mut code, figures, &mut bill.figures.iter().map(|figure| &figure.term));
    code.push_str("fields! {\n");
    for field in &bill.fields {
        let [min, max] = field.limits;
        let default = field.default.map_or("None".to_owned(), |default| format!("Some({default:?})"));
        let driver = bill.drivers.iter().find(|driver| driver.term.id == field.entry);
        let driver = driver.map_or("None".to_owned(), |driver| format!("Some(Driver::{})", driver.term.name));
        let _ = writeln!(
            code,
            "    #[doc = {:?}]\n    {} = {:?} {:?} {} {min:?} {max:?} {} {default}; {:?} {driver},",
            field.doc,
            field.name,
            field.id,
            field.link,
            camel(&field.kind),
            field.optional,
            field.preset.as_deref().unwrap_or("")
        );
    }
    code.push_str("}\n");
    let list =
        |name: &str, items: Vec<String>| format!("static {name}: [Option<Field>; Driver::COUNT] = [{}];\n", items.join(", "));
    let of_drivers = bill.drivers.iter().map(|driver| match driver.field {
        Some(field) => format!("Some(Field::{})", bill.fields[field].name),
        None => "None".to_owned(),
    });
    code += &list("FIELDS", of_drivers.collect());
    let paid = bill.fields.iter().map(|field| format!("Paid::{}", field.paid)).collect::<Vec<_>>().join(", ");
    let _ = writeln!(code, "static PAID: [Paid; Field::COUNT] = [{paid}];");
    let steps: Vec<String> = bill.figures.iter().map(|figure| figure.is_step.to_string()).collect();
    let _ = writeln!(code, "static STEPS: [bool; Figure::COUNT] = [{}];", steps.join(", "));
    let _ = writeln!(code, "const SETTLED: usize = {};", bill.settled);
    code.push_str("/// The groups of the form, in the order of the form.\npub static FORM: &[Group] = &[\n");
    for (id, controls) in &bill.form {
        let controls = controls.iter().map(|control| match control {
            Control::Choice(choice) if choice == "preset" => "Control::Preset".to_owned(),
            Control::Choice(choice) => format!("Control::Choice(Choice::{})", camel(choice)),
            Control::Field(field) => format!("Control::Number(Field::{})", bill.fields[*field].name),
        });
        let _ = writeln!(code, "    Group {{ id: {id:?}, controls: &[{}] }},", controls.collect::<Vec<_>>().join(", "));
    }
    code + "];\n"
}

/// `bill.rs`: formulas, lines, heads and facts.
pub(crate) fn bill(bill: &Bill) -> String {
    let index = |id: &str| bill.terms().position(|term| term.id == id).unwrap_or_default();
    let name = |id: &str| bill.terms().find(|term| term.id == id).map_or("", |term| term.name.as_str());
    let mut code = format!("static FORMULAS: [Formula; {}] = [\n", bill.figures.len());
    for figure in &bill.figures {
        let when = match &figure.when {
            Some((condition, otherwise)) => format!("Some((Condition::{condition}, {}))", otherwise.code(index)),
            None => "None".to_owned(),
        };
        let _ = writeln!(
            code,
            "    Formula {{ figure: Figure::{}, then: {}, when: {when} }},",
            figure.term.name,
            figure.rule.code(index)
        );
    }
    let _ = writeln!(code, "];\nconst LENGTHS: [usize; {}] = {:?};", bill.chapters.len(), bill.chapters);
    let _ =
        writeln!(code, "/// One of the heads of the bill.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\npub enum Head {{");
    for head in &bill.heads {
        let doc = bill.terms().find(|term| term.id == *head).map_or("", |term| term.doc.as_str());
        let _ = writeln!(code, "    #[doc = {doc:?}]\n    {},", camel(head));
    }
    let list = |prefix: &str| -> String { bill.heads.iter().map(|head| format!("{prefix}::{}, ", name(head))).collect() };
    let _ = writeln!(
        code,
        "}}\nimpl Head {{\n    /// The heads in the order of the bill.\n    pub const ALL: [Self; {}] = [{}];\n}}",
        bill.heads.len(),
        list("Self")
    );
    let _ = writeln!(code, "const HEAD_FIGURES: [Figure; {}] = [{}];", bill.heads.len(), list("Figure"));
    let _ = writeln!(code, "static LINES: [(Head, Figure, Share, Paid); {}] = [", bill.lines.len());
    for line in &bill.lines {
        let (head, figure) = (camel(&bill.heads[line.head]), name(&line.figure));
        let _ = writeln!(code, "    (Head::{head}, Figure::{figure}, {}, Paid::{}),", line.share, line.paid);
    }
    code.push_str("];\nfn fact_of(driver: Driver, scenario: &Scenario) -> Option<&'static Fact> {\n    Some(match driver {\n");
    for driver in &bill.drivers {
        if let Some(fact) = &driver.fact {
            let _ = writeln!(code, "        Driver::{} => {},", driver.term.name, expression(fact, "scenario."));
        }
    }
    code + "        _ => return None,\n    })\n}\n"
}

/// `deciding.rs`: facts behind fields that move no figure.
pub(crate) fn deciding(bill: &Bill) -> String {
    let head = "/// The catalog's fact of a field that moves no figure; `None` where a driver has it, or where it is unknown.\n\
        pub(crate) fn deciding_fact(field: Field, law: Law) -> Option<&'static Fact> {\n    Some(match field {\n";
    let mut code = head.to_owned();
    for field in &bill.fields {
        if let Some(fact) = &field.fact {
            let _ = writeln!(code, "        Field::{} => {},", field.name, expression(fact, ""));
        }
    }
    code + "        _ => return None,\n    })\n}\n"
}

/// A fact as Rust, which chooses by a choice of `of`.
fn expression(fact: &Fact, of: &str) -> String {
    match fact {
        Fact::One(place) => place_of(place),
        Fact::By { choice, places, otherwise } => {
            let arms = places.iter().map(|(variant, place)| format!("{}::{variant} => {}, ", camel(choice), place_of(place)));
            let rest = otherwise.iter().map(|place| format!("_ => {}, ", place_of(place)));
            format!("match {of}{choice} {{ {} }}", arms.chain(rest).collect::<String>())
        }
    }
}

/// A place of the catalog as Rust.
fn place_of(place: &str) -> String {
    match place.split_once('.') {
        Some(("chip", field)) => format!("&scenario.accelerator.get().{field}"),
        Some(("region", "electricity")) => "scenario.region.electricity()".to_owned(),
        Some(("region", field)) => format!("&scenario.region.get().{field}"),
        Some(("team", "load")) => "&scenario.team.get().load".to_owned(),
        Some(("team", role)) => format!("scenario.team.salary(Role::{})", camel(role)),
        Some(_) | None if place == "rent" => "rent(scenario)".to_owned(),
        _ => format!("&constants::{}", place.to_uppercase()),
    }
}
