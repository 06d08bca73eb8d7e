//! The grammar of facts: `exact`, or `low`, `mid` and `high`, or `mid` and a relative `spread`, or `unknown`; with unit, source and date, of
//! which the row may supply the last two; `verified` unless it says otherwise.

use toml::{Table, Value};

/// The keys of a fact; `note` is for readers of the table.
const KEYS: [&str; 11] = ["exact", "low", "mid", "high", "spread", "unknown", "unit", "source", "date", "verified", "note"];

/// A row of a table, with its place for messages.
pub(crate) struct Row<'a> {
    /// The row.
    pub(crate) table: &'a Table,
    /// `file.toml, id`.
    pub(crate) place: String,
}

impl<'a> Row<'a> {
    /// A row by its own id.
    pub(crate) fn new(file: &str, table: &'a Table) -> Result<Self, String> {
        let row = Self { table, place: format!("{file}.toml") };
        let id = row.text("id")?;
        Ok(Self { table, place: format!("{file}.toml, {id}") })
    }

    /// A required text.
    pub(crate) fn text(&self, field: &str) -> Result<&'a str, String> {
        self.table.get(field).and_then(Value::as_str).ok_or_else(|| format!("{}: {field} is missing or no text", self.place))
    }

    /// A required finite number.
    pub(crate) fn number(&self, field: &str) -> Result<f64, String> {
        let value = self.table.get(field).and_then(number).filter(|value| value.is_finite() && *value >= 0.0);
        value.ok_or_else(|| format!("{}: {field} is missing, negative or no number", self.place))
    }

    /// A flag; `false` if it is missing.
    pub(crate) fn flag(&self, field: &str) -> bool {
        self.table.get(field).and_then(Value::as_bool).unwrap_or(false)
    }

    /// A required fact.
    pub(crate) fn fact(&self, field: &str, sources: &Sources) -> Result<Fact, String> {
        let value = self.table.get(field).ok_or_else(|| format!("{}: {field} is missing", self.place))?;
        let table = value.as_table().ok_or_else(|| format!("{}: {field} is no fact", self.place))?;
        Fact::read(table, self.table, sources).map_err(|error| format!("{}, {field}: {error}", self.place))
    }

    /// An optional fact.
    pub(crate) fn fact_if_any(&self, field: &str, sources: &Sources) -> Result<Option<Fact>, String> {
        if self.table.contains_key(field) { self.fact(field, sources).map(Some) } else { Ok(None) }
    }
}

/// A checked fact.
#[derive(Clone)]
pub(crate) struct Fact {
    /// Low, mid and high; `None` if unknown.
    pub(crate) band: Option<[f64; 3]>,
    /// Index into [`UNITS`].
    pub(crate) unit: usize,
    pub(crate) source: usize,
    pub(crate) date: u32,
    pub(crate) verified: bool,
}

impl Fact {
    fn read(fact: &Table, row: &Table, sources: &Sources) -> Result<Self, String> {
        // A misspelt `verified` would otherwise pass as verified.
        if let Some(key) = fact.keys().find(|key| !KEYS.contains(&key.as_str())) {
            return Err(format!("{key} is no part of a fact"));
        }
        let inherited = |field: &str| fact.get(field).or_else(|| row.get(field)).and_then(Value::as_str);
        let source = inherited("source").ok_or("no source")?;
        let date = inherited("date").ok_or("no date")?;
        let get = |field: &str| fact.get(field).and_then(number);
        let band = match (get("exact"), get("low"), get("mid"), get("high"), get("spread")) {
            (Some(exact), None, None, None, None) => Some([exact; 3]),
            (None, Some(low), Some(mid), Some(high), None) => Some([low, mid, high]),
            (None, None, Some(mid), None, Some(spread)) => {
                Some([rounded(mid * (1.0 - spread)), mid, rounded(mid * (1.0 + spread))])
            }
            (None, None, None, None, None) if fact.get("unknown").and_then(Value::as_bool) == Some(true) => None,
            _ => return Err("wants exact, or low, mid and high, or mid and spread, or unknown = true".to_owned()),
        };
        if let Some([low, mid, high]) = band
            && !(0.0 <= low && low <= mid && mid <= high && high.is_finite())
        {
            return Err(format!("{low}, {mid}, {high} are not low <= mid <= high"));
        }
        let unit = fact.get("unit").and_then(Value::as_str).ok_or("no unit")?;
        Ok(Self {
            band,
            unit: UNITS.iter().position(|known| *known == unit).ok_or_else(|| format!("{unit} is no unit of this catalog"))?,
            source: sources.index(source)?,
            date: parse_date(date)?,
            verified: fact.get("verified").and_then(Value::as_bool).unwrap_or(true),
        })
    }

    /// The fact as a Rust expression.
    pub(crate) fn code(&self) -> String {
        let (digits, exponent) = self.band.map_or(([0; 3], 0), decimal);
        format!(
            "Fact {{ digits: {digits:?}, exponent: {exponent}, known: {}, unit: {}, source: SourceId({}), date: Date({}), verified: {} }}",
            self.band.is_some(),
            self.unit,
            self.source,
            // Thirteen values per year: the year alone, and its months.
            self.date / 100 * 13 + self.date % 100,
            self.verified
        )
    }
}

/// The units of the catalog; another one in a table is a slip.
pub(crate) const UNITS: [&str; 35] = [
    "1",
    "CNY/USD",
    "GB/s",
    "GiB",
    "MWh",
    "TFLOP/s",
    "USD",
    "USD/1e9 tokens",
    "USD/item",
    "USD/kWh",
    "USD/year",
    "W",
    "day",
    "g/kWh",
    "h",
    "kWh/year",
    "t",
    "t/year",
    "year",
    "USD/h",
    "token",
    "s",
    "B",
    "B/parameter",
    "B/token",
    "L/kWh",
    "TB/1e12 tokens",
    "USD/1e6 tokens",
    "USD/TB",
    "USD/TB-month",
    "USD/kW-month",
    "h/1e6 tokens",
    "kg",
    "month",
    "1/year",
];

/// Ten to a power: up to 10^22 the product is exact.
fn power(exponent: i32) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// Three numbers as whole digits times one power of ten: exact, and far smaller in the wasm than their binary forms.
fn decimal(band: [f64; 3]) -> ([u32; 3], i32) {
    for exponent in (-12..=12).rev() {
        let digits = band.map(|value| {
            let scaled = if exponent < 0 { value * power(-exponent) } else { value / power(exponent) };
            scaled.round()
        });
        let back = digits.map(|digits| if exponent < 0 { digits / power(-exponent) } else { digits * power(exponent) });
        if back == band && digits.iter().all(|digits| *digits <= f64::from(u32::MAX)) {
            return (digits.map(|digits| digits as u32), exponent);
        }
    }
    panic!("{band:?} has more than nine digits: no fact is known that well");
}

/// Four significant digits: more than any computed range warrants.
pub(crate) fn rounded(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(value)
}

/// The sources, by the order of their ids.
pub(crate) struct Sources(Vec<(String, String, String, u32)>);

impl Sources {
    pub(crate) fn read(table: &Table) -> Result<Self, String> {
        let mut sources = Vec::new();
        let sorted: std::collections::BTreeMap<_, _> = table.iter().collect();
        for (id, source) in sorted {
            let place = format!("sources.toml, {id}");
            let get = |field: &str| source.get(field).and_then(Value::as_str).ok_or_else(|| format!("{place}: no {field}"));
            let date = parse_date(get("date")?).map_err(|error| format!("{place}: {error}"))?;
            if get("citation")?.is_empty() {
                return Err(format!("{place}: empty citation"));
            }
            sources.push((id.clone(), get("citation")?.to_owned(), get("url")?.to_owned(), date));
        }
        Ok(Self(sources))
    }

    pub(crate) fn index(&self, id: &str) -> Result<usize, String> {
        self.0.iter().position(|(known, ..)| known == id).ok_or_else(|| format!("source {id} is not in sources.toml"))
    }

    /// Citations and addresses are separate tables: code that shows the one need not carry the other.
    pub(crate) fn code(&self) -> String {
        let list = |name: &str, pick: fn(&(String, String, String, u32)) -> &String| {
            let texts: Vec<&String> = self.0.iter().map(pick).collect();
            format!("pub(super) static {name}: [&str; {}] = {texts:?};\n", texts.len())
        };
        list("CITATIONS", |source| &source.1) + &list("ADDRESSES", |source| &source.2)
    }
}

/// `2024` or `2024-05`, also with a day, as 202400 or 202405.
pub(crate) fn parse_date(text: &str) -> Result<u32, String> {
    let mut parts = text.split('-').map(str::parse::<u32>);
    match (parts.next(), parts.next()) {
        (Some(Ok(year @ 1990..=2100)), None) => Ok(year * 100),
        (Some(Ok(year @ 1990..=2100)), Some(Ok(month @ 1..=12))) => Ok(year * 100 + month),
        _ => Err(format!("{text} is no date such as 2024 or 2024-05")),
    }
}

fn number(value: &Value) -> Option<f64> {
    value.as_float().or_else(|| value.as_integer().map(|integer| integer as f64))
}
