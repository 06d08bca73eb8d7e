//! The tables of `bill/`: every input, figure and line of the bill, each an entry of its own. CONTRIBUTING.md says how to add one.

use crate::rule::Rule;
use crate::unit::Unit;
use toml::{Table, Value};

/// A field of the form.
pub(crate) struct Field {
    pub(crate) doc: String,
    /// The id in files and tests: that of the entry, unless `id` gives another.
    pub(crate) id: String,
    /// The enum variant, that of the driver too.
    pub(crate) name: String,
    pub(crate) link: String,
    pub(crate) kind: String,
    pub(crate) limits: [f64; 2],
    /// Whether an empty field means that the catalog decides.
    pub(crate) optional: bool,
    /// The value in every project until somebody changes it.
    pub(crate) default: Option<f64>,
    /// The number of a preset that supplies the value.
    pub(crate) preset: Option<String>,
    /// `Paid` of the model: on which basis the field counts.
    pub(crate) paid: &'static str,
    /// The entry, which is a driver's too unless the field only decides.
    pub(crate) entry: String,
    /// The place of the catalog's value; only of a field without driver.
    pub(crate) fact: Option<Fact>,
}

/// An input of formulas.
pub(crate) struct Driver {
    pub(crate) term: Term,
    pub(crate) fact: Option<Fact>,
    /// The index of its field.
    pub(crate) field: Option<usize>,
}

/// The common part of drivers and figures.
pub(crate) struct Term {
    pub(crate) doc: String,
    pub(crate) id: String,
    /// The enum variant.
    pub(crate) name: String,
    pub(crate) symbol: String,
    pub(crate) unit: Unit,
    /// The file, for messages.
    file: String,
}

/// Something that a formula computes.
pub(crate) struct Figure {
    pub(crate) term: Term,
    /// The rule where the condition holds, or always.
    pub(crate) rule: Rule,
    /// A condition, and the rule where it does not hold.
    pub(crate) when: Option<(String, Rule)>,
    /// Whether only explanations show it.
    pub(crate) is_step: bool,
    /// Worked examples.
    examples: Vec<Table>,
}

/// A line of the bill.
pub(crate) struct Line {
    /// The head, by its place.
    pub(crate) head: usize,
    /// The id of the figure.
    pub(crate) figure: String,
    /// `Share` of the model, as Rust.
    pub(crate) share: String,
    /// `Paid` of the model: on which basis it is a line.
    pub(crate) paid: &'static str,
}

/// The place of a fact.
pub(crate) enum Fact {
    /// One place of the catalog.
    One(String),
    /// One place for each variant of a choice, and perhaps one for all others.
    By { choice: String, places: Vec<(String, String)>, otherwise: Option<String> },
}

/// A control of the form.
pub(crate) enum Control {
    Choice(String),
    Field(usize),
}

/// All tables, checked.
pub(crate) struct Bill {
    pub(crate) drivers: Vec<Driver>,
    /// The number of drivers that `order.toml` lists: these come first.
    pub(crate) settled: usize,
    pub(crate) figures: Vec<Figure>,
    pub(crate) fields: Vec<Field>,
    /// The figures of the heads, in the order of the bill.
    pub(crate) heads: Vec<String>,
    pub(crate) lines: Vec<Line>,
    /// The groups of the form by id.
    pub(crate) form: Vec<(String, Vec<Control>)>,
    /// The number of figures in each chapter of the methodology.
    pub(crate) chapters: Vec<usize>,
}

/// The files of `bill/` in the order of the form.
pub(crate) fn files(order: &Table) -> Result<Vec<String>, String> {
    let files = order.get("files").and_then(Value::as_array).ok_or("bill/order.toml: no files")?;
    Ok(files.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// The tables of `data/` that hold facts of the bill.
pub(crate) struct Catalog<'a> {
    pub(crate) constants: &'a [&'a Table],
    pub(crate) accelerators: &'a Table,
    pub(crate) regions: &'a Table,
    pub(crate) team: &'a Table,
}

impl Catalog<'_> {
    /// The unit of a place: a constant, `chip.`, `region.` or `team.` with a column of their tables, or `rent`.
    ///
    /// # Errors
    /// Says that there is no such place, or that its rows are in different units.
    pub(crate) fn unit(&self, place: &str) -> Result<String, String> {
        let unit_of = |row: &Value, column: &str| row.get(column)?.get("unit")?.as_str().map(str::to_owned);
        let (table, rows, column) = match place.split_once('.') {
            Some(("chip", column)) => (self.accelerators, "accelerator", column),
            Some(("region", column)) => (self.regions, "region", column),
            Some(("team", column)) => (self.team, "team", column),
            _ if place == "rent" => return Ok("USD/h".to_owned()),
            _ => {
                let constant = self.constants.iter().find_map(|table| table.get(place));
                return constant.and_then(|row| unit_of(row, "fact")).ok_or(format!("the catalog has no constant {place}"));
            }
        };
        let rows = table.get(rows).and_then(Value::as_array).into_iter().flatten();
        let mut units: Vec<String> = rows.filter_map(|row| unit_of(row, column)).collect();
        units.dedup();
        match &units[..] {
            [unit] => Ok(unit.clone()),
            [] => Err(format!("the catalog has no column {place}")),
            _ => Err(format!("{place} is in several units: {units:?}")),
        }
    }
}

/// All that an entry may say; a misspelt key would otherwise be ignored.
const KEYS: [&str; 12] =
    ["doc", "symbol", "unit", "field", "fact", "formula", "when", "otherwise", "step", "line", "head", "example"];
const FIELD_KEYS: [&str; 9] = ["id", "link", "kind", "limits", "optional", "default", "preset", "group", "basis"];
const KINDS: [&str; 6] = ["count", "whole", "fraction", "factor", "money", "plain"];

/// A line before the order of the bill is known.
struct Draft {
    head: String,
    /// The sum within the head that it belongs to.
    within: Option<String>,
    figure: String,
    share: String,
    paid: Option<&'static str>,
    /// Lines that add come first, then others; a figure's second line after all first ones.
    rank: (usize, usize),
}

impl Bill {
    /// Reads the tables by file name; `fact_unit` gives the unit of a place in the catalog.
    ///
    /// # Errors
    /// Names file and entry of what is wrong.
    pub(crate) fn read(
        order: &Table,
        files: &[(String, Table)],
        fact_unit: &dyn Fn(&str) -> Result<String, String>,
    ) -> Result<Self, String> {
        let mut bill = Self {
            drivers: vec![],
            settled: 0,
            figures: vec![],
            fields: vec![],
            heads: vec![],
            lines: vec![],
            form: vec![],
            chapters: vec![],
        };
        let mut drafts = Vec::new();
        let mut head_paid = Vec::new();
        let mut grouped: Vec<(String, Control)> = Vec::new();
        let mut ends = Vec::new();
        for (file, table) in files {
            let own_group = table.get("form").and_then(|form| form.get("group")).and_then(Value::as_str).unwrap_or(file);
            let empty = Table::new();
            let choices = table.get("form").and_then(|form| form.get("choices")).and_then(Value::as_table).unwrap_or(&empty);
            for (id, entry) in table.iter().filter(|(id, _)| *id != "form") {
                let at = |error: String| format!("bill/{file}.toml, {id}: {error}");
                let entry = entry.as_table().ok_or_else(|| at("no table".to_owned()))?;
                let entry = Entry { file, id, table: entry };
                entry.known(entry.table, &KEYS).map_err(at)?;
                let fields = bill.fields.len();
                if let Some(field) = entry.field().map_err(at)? {
                    let group = entry.sub("field", "group").unwrap_or(own_group);
                    for (choice, _) in choices.iter().filter(|(_, before)| before.as_str() == Some(id)) {
                        grouped.push((group.to_owned(), Control::Choice(choice.clone())));
                    }
                    grouped.push((group.to_owned(), Control::Field(fields)));
                    bill.fields.push(field);
                }
                if entry.table.contains_key("formula") || entry.table.contains_key("head") {
                    if let Some(head) = entry.table.get("head") {
                        bill.heads.push(id.clone());
                        head_paid.push(paid(head.get("basis")).map_err(at)?.unwrap_or("Always"));
                    }
                    drafts.extend(entry.lines().map_err(at)?);
                    bill.figures.push(entry.figure().map_err(at)?);
                } else if entry.table.contains_key("symbol") {
                    let fact = entry.fact(fact_unit, true).map_err(at)?;
                    let field = (bill.fields.len() > fields).then_some(fields);
                    bill.drivers.push(Driver { term: entry.term().map_err(at)?, fact, field });
                } else if bill.fields.len() > fields {
                    bill.fields[fields].fact = entry.fact(fact_unit, false).map_err(at)?;
                } else {
                    return Err(at("neither a field, nor a driver with a symbol, nor a figure with a formula".to_owned()));
                }
            }
            ends.push((file.clone(), bill.figures.len()));
        }
        bill.settle(order, grouped, &ends)?;
        bill.add_up(drafts, &head_paid)?;
        bill.check()?;
        Ok(bill)
    }

    /// Takes the orders of `order.toml`: drivers as listed, then the others; figures by chapters; the form by groups.
    fn settle(&mut self, order: &Table, grouped: Vec<(String, Control)>, ends: &[(String, usize)]) -> Result<(), String> {
        let list = |key: &str| -> Result<Vec<Value>, String> {
            order.get(key).and_then(Value::as_array).cloned().ok_or_else(|| format!("bill/order.toml: no {key}"))
        };
        let texts = |value: &Value| -> Vec<String> {
            value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        let listed: Vec<String> = list("drivers")?.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        if let Some(lost) = listed.iter().find(|id| self.drivers.iter().all(|driver| driver.term.id != **id)) {
            return Err(format!("bill/order.toml: no driver is called {lost}"));
        }
        self.drivers.sort_by_key(|driver| listed.iter().position(|id| *id == driver.term.id).unwrap_or(listed.len()));
        self.settled = listed.len();
        let mut figures: Vec<Option<Figure>> = std::mem::take(&mut self.figures).into_iter().map(Some).collect();
        for chapter in list("chapters")? {
            let before = self.figures.len();
            for file in texts(&chapter) {
                let place = ends.iter().position(|(name, _)| *name == file);
                let place = place.ok_or_else(|| format!("bill/order.toml: no file {file}"))?;
                let start = if place == 0 { 0 } else { ends[place - 1].1 };
                self.figures.extend(figures[start..ends[place].1].iter_mut().filter_map(Option::take));
            }
            self.chapters.push(self.figures.len() - before);
        }
        if let Some(lost) = figures.iter().flatten().next() {
            return Err(format!("bill/order.toml: no chapter has the file {} with {}", lost.term.file, lost.term.id));
        }
        for (group, control) in grouped {
            match self.form.iter_mut().find(|(id, _)| *id == group) {
                Some((_, controls)) => controls.push(control),
                None => self.form.push((group, vec![control])),
            }
        }
        Ok(())
    }

    /// Makes heads and the sums within them of their lines, and puts the lines in the order of the bill.
    fn add_up(&mut self, mut drafts: Vec<Draft>, head_paid: &[&'static str]) -> Result<(), String> {
        drafts.sort_by_key(|draft| draft.rank);
        let adds = |draft: &&Draft| draft.share == "Share::Adds";
        let parts_of = |sum: &str| -> Vec<String> {
            drafts
                .iter()
                .filter(adds)
                .filter(|draft| draft.within.as_deref() == Some(sum))
                .map(|draft| draft.figure.clone())
                .collect()
        };
        // A head adds its lines, with a sum where several lines belong to one.
        for (head, paid) in self.heads.iter().zip(head_paid) {
            let mut parts: Vec<String> = Vec::new();
            for draft in drafts.iter().filter(adds).filter(|draft| draft.head == *head) {
                let part = draft.within.as_ref().unwrap_or(&draft.figure);
                if !parts.contains(part) {
                    parts.push(part.clone());
                }
            }
            if let Some(figure) = self.figures.iter_mut().find(|figure| figure.term.id == *head) {
                (figure.rule, figure.when) = match *paid {
                    "Rented" => (Rule::Sum(vec![]), Some(("Owned".to_owned(), Rule::sum(&parts)))),
                    "Owned" => (Rule::sum(&parts), Some(("Owned".to_owned(), Rule::Sum(vec![])))),
                    _ => (Rule::sum(&parts), None),
                };
            }
        }
        for figure in &mut self.figures {
            let parts = match &figure.rule {
                Rule::Sum(products) => match &products[..] {
                    [only] if only.up == ["lines"] => parts_of(&figure.term.id),
                    [only] if only.up == ["heads"] => self.heads.clone(),
                    _ => continue,
                },
                _ => continue,
            };
            figure.rule = Rule::sum(&parts);
        }
        for (place, head) in self.heads.iter().enumerate() {
            for draft in drafts.iter().filter(|draft| draft.head == *head) {
                self.lines.push(Line {
                    head: place,
                    figure: draft.figure.clone(),
                    share: draft.share.clone(),
                    paid: draft.paid.unwrap_or(if draft.share == "Share::Adds" { head_paid[place] } else { "Always" }),
                });
            }
        }
        match drafts.iter().find(|draft| !self.heads.contains(&draft.head)) {
            Some(draft) => Err(format!("the line {} has no head {}", draft.figure, draft.head)),
            None => Ok(()),
        }
    }

    /// Checks ids, formulas, units and examples, and adds the conversions.
    fn check(&mut self) -> Result<(), String> {
        let terms: Vec<(String, Unit)> = self.terms().map(|term| (term.id.clone(), term.unit)).collect();
        let mut ids: Vec<&String> = terms.iter().map(|(id, _)| id).collect();
        ids.extend(self.fields.iter().filter(|field| terms.iter().all(|(id, _)| *id != field.entry)).map(|field| &field.entry));
        ids.sort_unstable();
        if let Some(twins) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(format!("bill: {} stands in two files", twins[0]));
        }
        for pick in [|field: &Field| field.id.clone(), |field: &Field| field.link.clone()] {
            let mut names: Vec<String> = self.fields.iter().map(pick).collect();
            names.sort_unstable();
            if let Some(twins) = names.windows(2).find(|pair| pair[0] == pair[1]) {
                return Err(format!("bill: two fields are called {}", twins[0]));
            }
        }
        let unit = |id: &str| terms.iter().find(|(known, _)| known == id).map_or(Unit::Number, |(_, unit)| *unit);
        let drivers = self.drivers.len();
        let mut unused: Vec<&String> = terms[..drivers].iter().map(|(id, _)| id).collect();
        for (place, figure) in self.figures.iter_mut().enumerate() {
            let at = |error: String| format!("bill/{}.toml, {}: {error}", figure.term.file, figure.term.id);
            let mut converts = Vec::new();
            for rule in std::iter::once(&mut figure.rule).chain(figure.when.as_mut().map(|(_, rule)| rule)) {
                for term in rule.terms() {
                    match terms.iter().position(|(id, _)| id == term) {
                        None => return Err(at(format!("no term is called {term}"))),
                        Some(used) if used >= drivers + place => return Err(at(format!("{term} is computed later"))),
                        Some(_) => unused.retain(|id| *id != term),
                    }
                }
                converts.push(rule.convert(figure.term.unit, unit).map_err(at)?);
            }
            figure.check_examples(&converts).map_err(at)?;
        }
        match unused.first() {
            Some(id) => Err(format!("bill: no formula uses {id}")),
            None => Ok(()),
        }
    }

    /// All terms: drivers, then figures.
    pub(crate) fn terms(&self) -> impl Iterator<Item = &Term> {
        self.drivers.iter().map(|driver| &driver.term).chain(self.figures.iter().map(|figure| &figure.term))
    }
}

impl Figure {
    /// Computes the worked examples. A rule that converts units must have one: a wrong unit would be converted as readily as the right one.
    fn check_examples(&self, converts: &[bool]) -> Result<(), String> {
        let mut shown = vec![false; converts.len()];
        for example in &self.examples {
            let holds = example.get("when").and_then(Value::as_bool);
            let (place, rule) = match (&self.when, holds) {
                (None, None) | (Some(_), Some(true)) => (0, &self.rule),
                (Some((_, otherwise)), Some(false)) => (1, otherwise),
                (None, Some(_)) => return Err("the example has a condition, the formula has none".to_owned()),
                (Some(_), None) => return Err("the example lacks `when`: whether the condition holds".to_owned()),
            };
            check_example(example, rule)?;
            shown[place] = true;
        }
        match converts.iter().zip(shown).any(|(converts, shown)| *converts && !shown) {
            true => Err("a formula that converts units needs a worked example of each branch that does".to_owned()),
            false => Ok(()),
        }
    }
}

fn check_example(example: &Table, rule: &Rule) -> Result<(), String> {
    let get = |id: &str| example.get(id).and_then(number).ok_or_else(|| format!("the example lacks {id}"));
    let known = |key: &str| ["gives", "within", "when"].contains(&key) || rule.terms().iter().any(|term| *term == key);
    if let Some(key) = example.keys().find(|key| !known(key)) {
        return Err(format!("the formula does not use {key} of the example"));
    }
    let (value, gives) = (rule.value(get)?, get("gives")?);
    let within = example.get("within").and_then(number).unwrap_or(1e-9);
    if (value - gives).abs() <= within * gives.abs() { Ok(()) } else { Err(format!("the example gives {value}, not {gives}")) }
}

/// An entry of a file.
struct Entry<'a> {
    file: &'a str,
    id: &'a str,
    table: &'a Table,
}

impl Entry<'_> {
    fn known(&self, table: &Table, keys: &[&str]) -> Result<(), String> {
        match table.keys().find(|key| !keys.contains(&key.as_str())) {
            Some(key) => Err(format!("unknown key {key}")),
            None => Ok(()),
        }
    }

    fn text(&self, key: &str) -> Result<String, String> {
        self.table.get(key).and_then(Value::as_str).map(str::to_owned).ok_or_else(|| format!("{key} is missing or no text"))
    }

    fn sub(&self, key: &str, name: &str) -> Option<&str> {
        self.table.get(key).and_then(|table| table.get(name)).and_then(Value::as_str)
    }

    fn term(&self) -> Result<Term, String> {
        let unit = self.text("unit")?;
        let known = Unit::ALL.iter().copied().find(|known| known.name() == unit);
        Ok(Term {
            doc: self.text("doc")?,
            id: self.id.to_owned(),
            name: camel(self.id),
            symbol: self.text("symbol")?,
            unit: known.ok_or_else(|| format!("{unit} is no unit"))?,
            file: self.file.to_owned(),
        })
    }

    fn field(&self) -> Result<Option<Field>, String> {
        let Some(field) = self.table.get("field") else { return Ok(None) };
        let field = field.as_table().ok_or("field is no table")?;
        self.known(field, &FIELD_KEYS)?;
        let text = |key: &str| field.get(key).and_then(Value::as_str).map(str::to_owned);
        let limits: Vec<f64> = field.get("limits").and_then(Value::as_array).into_iter().flatten().filter_map(number).collect();
        let [min, max] = limits[..] else { return Err("limits are two numbers".to_owned()) };
        let kind = text("kind").filter(|kind| KINDS.contains(&kind.as_str())).ok_or(format!("kind is one of {KINDS:?}"))?;
        let optional = field.get("optional").and_then(Value::as_bool).unwrap_or(false);
        let (default, preset) = (field.get("default").and_then(number), text("preset"));
        if optional && default.is_some() || !optional && default.is_none() && preset.is_none() {
            return Err("a field is optional, or has a default, or a preset supplies it".to_owned());
        }
        let is_ordered = min < max;
        if !is_ordered || default.is_some_and(|default| default != 0.0 && !(min..=max).contains(&default)) {
            return Err("limits are in order, and a default is within them".to_owned());
        }
        Ok(Some(Field {
            doc: self.text("doc")?,
            id: text("id").unwrap_or_else(|| self.id.to_owned()),
            name: camel(self.id),
            link: text("link").ok_or("link is missing")?,
            kind,
            limits: [min, max],
            optional,
            default,
            preset,
            paid: paid(field.get("basis"))?.unwrap_or("Always"),
            entry: self.id.to_owned(),
            fact: None,
        }))
    }

    /// The place of the catalog's value, in the unit of the entry.
    fn fact(&self, fact_unit: &dyn Fn(&str) -> Result<String, String>, is_driver: bool) -> Result<Option<Fact>, String> {
        let Some(fact) = self.table.get("fact") else { return Ok(None) };
        let unit = if is_driver || self.table.contains_key("unit") { Some(self.text("unit")?) } else { None };
        let place = |value: &Value| -> Result<String, String> {
            let place = value.as_str().ok_or("a fact is the name of a place in the catalog")?;
            let stated = fact_unit(place)?;
            match unit.as_deref() {
                // A share is a plain number that is shown as a percentage.
                Some("share") if stated == "1" => {}
                Some(unit) if stated != unit => return Err(format!("the fact {place} is in {stated}, not in {unit}")),
                _ => {}
            }
            Ok(place.to_owned())
        };
        let Some(table) = fact.as_table() else { return Ok(Some(Fact::One(place(fact)?))) };
        let choice = table.get("by").and_then(Value::as_str).ok_or("a table of facts says `by` which choice")?.to_owned();
        let cases = table.iter().filter(|(key, _)| !["by", "otherwise"].contains(&key.as_str()));
        let places = cases.map(|(key, value)| Ok((camel(key), place(value)?))).collect::<Result<_, String>>()?;
        Ok(Some(Fact::By { choice, places, otherwise: table.get("otherwise").map(place).transpose()? }))
    }

    fn figure(&self) -> Result<Figure, String> {
        // Heads are made of their lines.
        let formula = if self.table.contains_key("head") { "lines".to_owned() } else { self.text("formula")? };
        let otherwise = if self.table.contains_key("otherwise") { self.text("otherwise")? } else { "0".to_owned() };
        let when = self.table.get("when").and_then(Value::as_str);
        if when.is_none() && self.table.contains_key("otherwise") {
            return Err("otherwise stands without when".to_owned());
        }
        Ok(Figure {
            term: self.term()?,
            rule: Rule::parse(&formula)?,
            when: when.map(|when| Rule::parse(&otherwise).map(|rule| (camel(when), rule))).transpose()?,
            is_step: self.table.get("step").and_then(Value::as_bool).unwrap_or(false),
            examples: match self.table.get("example") {
                None => vec![],
                Some(Value::Array(examples)) => examples.iter().filter_map(Value::as_table).cloned().collect(),
                Some(example) => vec![example.as_table().cloned().ok_or("an example is a table")?],
            },
        })
    }

    fn lines(&self) -> Result<Vec<Draft>, String> {
        let lines = match self.table.get("line") {
            None => return Ok(vec![]),
            Some(Value::Array(lines)) => lines.clone(),
            Some(line) => vec![line.clone()],
        };
        let lines = lines.iter().enumerate().map(|(place, line)| {
            let line = line.as_table().ok_or("line is no table")?;
            self.known(line, &["head", "within", "inside", "share", "basis"])?;
            let text = |key: &str| line.get(key).and_then(Value::as_str);
            let (share, rank) = match (text("inside"), text("share")) {
                (None, None) => ("Share::Adds".to_owned(), 0),
                (Some(head), None) => (format!("Share::Included(Head::{})", camel(head)), 1),
                (None, Some("gathers")) => ("Share::Gathers".to_owned(), 1),
                (None, Some("apart")) => ("Share::Apart".to_owned(), 2),
                _ => return Err("a line adds, or is inside a head, or gathers, or stands apart".to_owned()),
            };
            Ok(Draft {
                head: text("head").ok_or("a line has a head")?.to_owned(),
                within: text("within").map(str::to_owned),
                figure: self.id.to_owned(),
                share,
                paid: paid(line.get("basis"))?,
                rank: (rank, place),
            })
        });
        lines.collect()
    }
}

fn paid(basis: Option<&Value>) -> Result<Option<&'static str>, String> {
    match basis.map(Value::as_str) {
        None => Ok(None),
        Some(Some("rented")) => Ok(Some("Rented")),
        Some(Some("owned")) => Ok(Some("Owned")),
        Some(_) => Err("basis is rented or owned".to_owned()),
    }
}

/// `red-team-hours` as `RedTeamHours`.
pub(crate) fn camel(id: &str) -> String {
    let upper = |part: &str| part.get(..1).map_or(String::new(), |first| first.to_uppercase() + &part[1..]);
    id.split('-').map(upper).collect()
}

fn number(value: &Value) -> Option<f64> {
    value.as_float().or_else(|| value.as_integer().map(|integer| integer as f64))
}
