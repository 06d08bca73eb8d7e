//! Holds the house's order: no circle between modules of one parent, and no arrow from a room to one of its own layer or above.
//!
//! [`rules`] is the table of layers. A module and its children form one room, so arrows between them are free.

mod rules;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rules::{CRATES, Rules};
use source::Crate;

/// An import from one module, through a path, of another.
struct Arrow<'a> {
    from: &'a [String],
    to: &'a [String],
    sentence: String,
}

/// Arrows between the modules of one parent, by importing and imported module.
type Graph<'a> = BTreeMap<(&'a str, &'a str), Arrow<'a>>;

/// The graphs of a crate, by the parent of their modules. A module inside a file belongs to that file.
fn graphs(modules: &Crate) -> BTreeMap<&[String], Graph<'_>> {
    let mut graphs: BTreeMap<&[String], Graph> = BTreeMap::new();
    for (from, module) in &modules.0 {
        let from = modules.of_file(from);
        for path in &module.paths {
            let Some((target, imported)) = modules.0.get_key_value(&modules.target(path)) else { continue };
            let to = modules.of_file(target);
            let common = from.iter().zip(to).take_while(|(one, other)| one == other).count();
            let (Some(one), Some(other)) = (from.get(common), to.get(common)) else { continue };
            let (importing, imported) = (module.file.display(), imported.file.display());
            let sentence = format!("{importing} imports crate::{} of {imported}", path.join("::"));
            let arrow = Arrow { from, to, sentence };
            graphs.entry(&from[..common]).or_default().entry((one, other)).or_insert(arrow);
        }
    }
    graphs
}

/// One shortest circle through every module that is on one, each as its arrows.
fn circles<'a>(graph: &'a Graph<'a>) -> Vec<Vec<&'a Arrow<'a>>> {
    let mut seen: BTreeSet<BTreeSet<&str>> = BTreeSet::new();
    let mut circles = Vec::new();
    let names: BTreeSet<&str> = graph.keys().map(|(from, _)| *from).collect();
    for start in names {
        // Breadth first, from a module back to itself.
        let mut routes: Vec<Vec<&str>> = vec![vec![start]];
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut next = 0;
        while let Some(route) = routes.get(next).cloned() {
            next += 1;
            let last = route[route.len() - 1];
            for (_, to) in graph.keys().filter(|(from, _)| *from == last) {
                if *to == start {
                    if seen.insert(route.iter().copied().collect()) {
                        let ends = route.iter().skip(1).copied().chain([start]);
                        let arrow = |(from, to): (&&'a str, &'a str)| &graph[&(*from, to)];
                        circles.push(route.iter().zip(ends).map(arrow).collect());
                    }
                    next = routes.len();
                    break;
                }
                if reached.insert(to) {
                    routes.push(route.iter().copied().chain([*to]).collect());
                }
            }
        }
    }
    circles
}

/// Every breach of the order in one crate, as a sentence, and every exception without need.
fn breaches(modules: &Crate, rules: &Rules) -> Vec<String> {
    let mut breaches = Vec::new();
    let mut needed: BTreeSet<&(&str, &str)> = BTreeSet::new();
    let mut excepted = |arrow: &Arrow| {
        let is_within = |path: &[String], module: &str| {
            path.iter().map(String::as_str).zip(module.split("::")).all(|(one, other)| one == other)
                && path.len() >= module.split("::").count()
        };
        let exception = rules.exceptions.iter().find(|(from, to)| is_within(arrow.from, from) && is_within(arrow.to, to));
        needed.extend(exception);
        exception.is_some()
    };
    let graphs = graphs(modules);
    for (parent, graph) in &graphs {
        for circle in circles(graph) {
            if !circle.iter().any(|arrow| excepted(arrow)) {
                let arrows: Vec<&str> = circle.iter().map(|arrow| arrow.sentence.as_str()).collect();
                breaches.push(format!("a circle in crate::{}: {}", parent.join("::"), arrows.join(", and ")));
            }
        }
    }
    let layer = |room: &str| {
        let of = |room: &str| rules.layers.iter().position(|layer| layer.split(' ').any(|name| name == room));
        of(room).or_else(|| of("*"))
    };
    for room in modules.0.keys().filter_map(|path| modules.of_file(path).first()).collect::<BTreeSet<_>>() {
        if layer(room).is_none() {
            breaches.push(format!("{}: the room {room} has no layer in xtask/tests/layers/rules.rs", rules.root));
        }
    }
    let between_rooms = graphs.iter().filter(|(parent, _)| parent.is_empty()).flat_map(|(_, graph)| graph);
    for ((from, to), arrow) in between_rooms {
        if let (Some(lower), Some(upper)) = (layer(from), layer(to))
            && lower <= upper
            && !excepted(arrow)
        {
            let relation = if lower == upper { "beside" } else { "below" };
            breaches.push(format!("{}, but {from} is {relation} {to}", arrow.sentence));
        }
    }
    for (path, module) in &modules.0 {
        let of_room = |(room, _): &&(&str, &str)| path.first().is_some_and(|first| first == room);
        for name in rules.may_not_know.iter().filter(of_room).flat_map(|(_, names)| names.split(' ')) {
            if module.externals.iter().any(|path| path == name || path.starts_with(&format!("{name}::"))) {
                breaches.push(format!("{} names {name}, which its room may not know", module.file.display()));
            }
        }
    }
    for (from, to) in rules.exceptions.iter().filter(|exception| !needed.contains(exception)) {
        breaches.push(format!("{}: no arrow {from} -> {to} is left: remove the exception", rules.root));
    }
    breaches
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

#[test]
fn no_circle_and_no_upward_arrow() {
    let mut all = Vec::new();
    for rules in &CRATES {
        let modules = Crate::read(&root().join(rules.root));
        all.extend(breaches(&modules, rules).into_iter().map(|text| text.replace(&format!("{}/", root().display()), "")));
    }
    assert!(all.is_empty(), "\n{}\n", all.join("\n"));
}

/// Breaches of a small crate made of these files, with `a` below `b`.
fn planted(name: &str, files: &[(&str, &str)], exceptions: &'static [(&'static str, &'static str)]) -> Vec<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("layers-{name}"));
    for (file, text) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let rules = Rules { root: "lib.rs", layers: &["a", "b"], may_not_know: &[("a", "leptos")], exceptions };
    let breaches = breaches(&Crate::read(&folder.join("lib.rs")), &rules);
    std::fs::remove_dir_all(&folder).unwrap();
    breaches
}

#[test]
fn a_planted_circle_is_named_with_both_files() {
    let files = [
        ("lib.rs", "pub mod a; pub mod b;"),
        ("a.rs", "fn f() { crate::b::go(); }"),
        ("b.rs", "use crate::a::{self, f as other}; pub fn go() {}"),
    ];
    let breaches = planted("circle", &files, &[]);
    let circle = breaches.iter().find(|text| text.starts_with("a circle in crate::")).unwrap();
    assert!(circle.contains("a.rs imports crate::b::go of") && circle.contains("b.rs imports crate::a"), "{circle}");
}

#[test]
fn a_planted_upward_arrow_is_named_with_both_files() {
    let files = [("lib.rs", "pub mod a; pub mod b;"), ("a.rs", "use crate::b::B;"), ("b/mod.rs", "pub struct B;")];
    let [breach] = planted("upward", &files, &[]).try_into().unwrap();
    assert!(breach.contains("a.rs imports crate::b::B of") && breach.contains("b/mod.rs, but a is below b"), "{breach}");
    assert_eq!(planted("excepted", &files, &[("a", "b")]), [""; 0]);
}

#[test]
fn a_circle_of_siblings_shows_through_re_exports() {
    let files = [
        ("lib.rs", "mod b;"),
        ("b/mod.rs", "mod field; mod slider; pub use slider::*;"),
        ("b/field.rs", "pub fn put(_: super::Slider) {}"),
        ("b/slider.rs", "use super::field; pub struct Slider;"),
    ];
    let [breach] = planted("siblings", &files, &[]).try_into().unwrap();
    assert!(breach.starts_with("a circle in crate::b: ") && breach.contains("b/slider.rs"), "{breach}");
}

#[test]
fn tests_comments_and_children_are_free() {
    let a = "//! crate::b\nmod inside { use super::up; }\nfn up() { \"crate::b::B\"; }\n\
             #[cfg(test)] use crate::b::{B};\n#[cfg(test)]\nmod tests { use crate::b::B; }";
    let files = [("lib.rs", "mod a; mod b; pub use b::B;"), ("a.rs", a), ("b.rs", "use crate::a; pub struct B;")];
    assert_eq!(planted("free", &files, &[]), [""; 0]);
}

#[test]
fn an_unneeded_exception_and_a_forbidden_crate_are_breaches() {
    let files = [("lib.rs", "mod a;"), ("a.rs", "use leptos::prelude::*;")];
    let breaches = planted("forbidden", &files, &[("a", "b")]);
    assert!(breaches[0].ends_with("a.rs names leptos, which its room may not know"), "{breaches:?}");
    assert!(breaches[1].contains("no arrow a -> b is left"), "{breaches:?}");
}
