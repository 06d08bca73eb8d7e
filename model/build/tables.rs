//! The tables of the catalog as Rust code, one function per table.

use crate::facts::{Row, Sources};
use crate::rents::Rents;
use std::fmt::Write as _;
use toml::{Table, Value};

pub(crate) fn rows<'a>(file: &str, table: &'a Table, name: &str) -> Result<Vec<Row<'a>>, String> {
    let array = table.get(name).and_then(Value::as_array).ok_or_else(|| format!("{file}.toml: no {name}"))?;
    let rows: Vec<Row> = array.iter().filter_map(Value::as_table).map(|table| Row::new(file, table)).collect::<Result<_, _>>()?;
    for (index, row) in rows.iter().enumerate() {
        if rows[..index].iter().any(|before| before.place == row.place) {
            return Err(format!("{}: the id repeats", row.place));
        }
    }
    Ok(rows)
}

pub(crate) fn one_of<'a>(row: &Row, field: &str, known: &[(&str, &'a str)]) -> Result<&'a str, String> {
    let text = match row.table.get(field) {
        Some(_) => row.text(field)?,
        None => return Err(format!("{}: no {field}", row.place)),
    };
    known
        .iter()
        .find(|(id, _)| *id == text)
        .map(|(_, code)| *code)
        .ok_or_else(|| format!("{}: {field} cannot be {text}", row.place))
}

pub(crate) fn accelerators(table: &Table, prices: &Table, sources: &Sources) -> Result<String, String> {
    let rows = rows("accelerators", table, "accelerator")?;
    let ids: Vec<String> = rows.iter().map(|row| row.text("id").map(str::to_owned)).collect::<Result<_, _>>()?;
    let rents = Rents::read(prices, &ids, sources)?;
    let facts = ["peak_bf16", "peak_fp8", "tdp", "mfu", "server_power", "average_draw", "purchase"];
    // Facts that only the physics uses are a separate table, so that the bill need not carry them.
    let mut silicon = format!("pub(super) static SILICON: [Silicon; {}] = [\n", rows.len());
    for row in &rows {
        silicon.push_str("    Silicon {");
        for field in ["memory", "memory_bandwidth", "scale_up", "achievable"] {
            let _ = write!(silicon, " {field}: {},", row.fact(field, sources)?.code());
        }
        silicon.push_str(" },\n");
    }
    // Few differ from the usual server: those are a separate table, by the accelerator's index.
    let mut wires = String::new();
    for (table, field) in [("SCALE_UP_DOMAINS", "scale_up_domain"), ("SCALE_OUTS", "scale_out"), ("SERVERS", "server")] {
        let _ = writeln!(wires, "pub(super) static {table}: &[(AcceleratorId, Fact)] = &[");
        for (index, row) in rows.iter().enumerate() {
            if let Some(fact) = row.fact_if_any(field, sources)? {
                let _ = writeln!(wires, "    (AcceleratorId({index}), {}),", fact.code());
            }
        }
        wires.push_str("];\n");
    }
    let mut code = format!("pub(super) static ACCELERATORS: [Accelerator; {}] = [\n", rows.len());
    for row in &rows {
        let id = row.text("id")?;
        let _ = write!(
            code,
            "    Accelerator {{ id: {id:?}, name: {:?}, vendor: {:?}, year: {}",
            row.text("name")?,
            row.text("vendor")?,
            row.number("year")?
        );
        for field in facts {
            let _ = write!(code, ", {field}: {}", row.fact(field, sources)?.code());
        }
        code.push_str(", rent: [");
        for rent in rents.of(id) {
            let _ = write!(
                code,
                "RentPrice {{ fact: {}, providers: {}, derived: {} }}, ",
                rent.fact.code(),
                rent.providers,
                rent.derived
            );
        }
        code.push_str("] },\n");
    }
    Ok(code + "];\n" + &silicon + "];\n" + &wires)
}

pub(crate) fn regions(table: &Table, sources: &Sources) -> Result<String, String> {
    let rows = rows("regions", table, "region")?;
    if rows.first().map(|row| row.text("id")) != Some(Ok("world")) {
        return Err("regions.toml: the first region must be world".to_owned());
    }
    // Few regions have a price of their own: those are a separate table, by the region's index.
    let mut regions = format!("pub(super) static REGIONS: [Region; {}] = [\n", rows.len());
    let mut prices = String::new();
    for (index, row) in rows.iter().enumerate() {
        let carbon = row.fact("carbon", sources)?.code();
        let _ = writeln!(regions, "    Region {{ iso2: {:?}, carbon: {carbon} }},", row.text("id")?);
        if let Some(fact) = row.fact_if_any("electricity", sources)? {
            let _ = writeln!(prices, "    (RegionId({index}), {}),", fact.code());
        }
    }
    if !prices.contains("(RegionId(0)") {
        return Err("regions.toml: the world has no price of electricity".to_owned());
    }
    Ok(format!("{regions}];\npub(super) static ELECTRICITY: &[(RegionId, Fact)] = &[\n{prices}];\n"))
}

/// Constants of several files, all in one module.
pub(crate) fn constants(files: &[(&str, &Table)], sources: &Sources) -> Result<String, String> {
    let mut code =
        "/// Constants of the cost model, one fact each.\npub mod constants {\n    use super::{Date, Fact, SourceId};\n"
            .to_owned();
    let sorted = |table: &Table| -> Vec<(String, Value)> {
        let mut rows: Vec<_> = table.iter().map(|(id, row)| (id.clone(), row.clone())).collect();
        rows.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        rows
    };
    for (file, id, row) in files.iter().flat_map(|(file, table)| sorted(table).into_iter().map(move |(id, row)| (file, id, row)))
    {
        let row = row.as_table().ok_or_else(|| format!("{file}.toml, {id}: no table"))?;
        let row = Row { table: row, place: format!("{file}.toml, {id}") };
        let _ = writeln!(
            code,
            "    /// {}\n    pub static {}: Fact = {};",
            row.text("doc")?,
            id.to_uppercase(),
            row.fact("fact", sources)?.code()
        );
    }
    Ok(code + "}\n")
}

/// The architectures of the presets, in their order.
pub(crate) fn architectures(table: &Table) -> Result<String, String> {
    let rows = rows("models", table, "model")?;
    let part = |row: &Row, name: &str, fields: &[&str]| -> Result<Option<String>, String> {
        let Some(table) = row.table.get(name).and_then(Value::as_table) else { return Ok(None) };
        let row = Row { table, place: format!("{}, {name}", row.place) };
        let fields: Vec<String> =
            fields.iter().map(|field| Ok(format!("{field}: {}", row.number(field)?))).collect::<Result<_, String>>()?;
        Ok(Some(fields.join(", ")))
    };
    let some =
        |name: &str, fields: Option<String>| fields.map_or("None".to_owned(), |fields| format!("Some({name} {{ {fields} }})"));
    let mut code = format!("static PRESETS: [Architecture; {}] = [\n", rows.len());
    let mut batches = format!("];\nstatic BATCHES: [Option<f64>; {}] = [", rows.len());
    for row in &rows {
        let experts = part(row, "experts", &["count", "top_k", "shared", "ffn", "dense_first", "every"])?;
        let latent = part(row, "latent", &["q_rank", "kv_rank", "nope_dim", "rope_dim", "value_dim"])?;
        code.push_str("    Architecture { ");
        for field in ["layers", "hidden", "heads", "kv_heads", "head_dim", "ffn", "vocab"] {
            let _ = write!(code, "{field}: {}, ", row.number(field)?);
        }
        let window = if row.table.contains_key("window") { row.number("window")? } else { f64::from(u32::MAX) };
        let _ = writeln!(
            code,
            "gated: {}, tied: {}, seq: {}, window: {window}, latent: {}, experts: {} }},",
            row.flag("gated"),
            row.flag("tied"),
            row.number("seq_len")?,
            some("Latent", latent),
            some("Experts", experts)
        );
        let published = row.table.contains_key("batch_tokens").then(|| row.number("batch_tokens")).transpose()?;
        let _ = write!(batches, "{published:?}, ");
    }
    Ok(code + &batches + "];\n")
}

pub(crate) fn presets(table: &Table, accelerators: &Table, regions: &Table, sources: &Sources) -> Result<String, String> {
    let rows = rows("models", table, "model")?;
    let index = |row: &Row, field: &str, table: &Table, name: &str| {
        let id = row.text(field)?;
        let others = table.get(name).and_then(Value::as_array);
        let found = others.and_then(|others| others.iter().position(|other| other.get("id").and_then(Value::as_str) == Some(id)));
        found.ok_or_else(|| format!("{}: no {field} {id}", row.place))
    };
    let file = Row { table, place: "models.toml".to_owned() };
    let default = file.text("default")?;
    let default =
        rows.iter().position(|row| row.text("id") == Ok(default)).ok_or_else(|| format!("models.toml: no model {default}"))?;
    let mut code = format!("pub(super) const DEFAULT_PRESET: u16 = {default};\n");
    let _ = writeln!(code, "pub(super) static PRESETS: [Preset; {}] = [", rows.len());
    for row in &rows {
        let kind = one_of(
            row,
            "kind",
            &[("pretrain", "Pretrain"), ("continue", "Continue"), ("finetune", "FineTune"), ("lora", "Lora")],
        )?;
        let precision = one_of(row, "precision", &[("bf16", "Bf16"), ("fp8", "Fp8")])?;
        let status = one_of(
            row,
            "status",
            &[("published", "Published"), ("estimate", "Estimate"), ("leak", "Leak"), ("example", "Example")],
        )?;
        let group = one_of(row, "group", &[("open", "Open"), ("closed", "Closed"), ("tuned", "Tuned"), ("video", "Video")])?;
        let source = sources.index(row.text("source")?).map_err(|error| format!("{}: {error}", row.place))?;
        let estimated = row.table.get("estimated").and_then(Value::as_array).cloned().unwrap_or_default();
        let estimated: Vec<&str> = estimated.iter().filter_map(Value::as_str).collect();
        let date = crate::facts::parse_date(row.text("date")?).map_err(|error| format!("{}: {error}", row.place))?;
        let date = date / 100 * 13 + date % 100;
        let _ = write!(
            code,
            "    Preset {{ id: {:?}, name: {:?}, organisation: {:?}, year: {}, group: Group::{group}, kind: Kind::{kind}, precision: Precision::{precision}, \
             status: Status::{status}, source: SourceId({source}), date: Date({date}), accelerator: AcceleratorId({}), region: RegionId({}), \
             estimated: &{estimated:?}",
            row.text("id")?,
            row.text("name")?,
            row.text("organisation")?,
            row.number("year")?,
            index(row, "accelerator", accelerators, "accelerator")?,
            index(row, "region", regions, "region")?,
        );
        for field in ["params_total", "params_active", "tokens", "people", "months", "items_annotated", "tokens_gathered"] {
            let _ = write!(code, ", {field}: {:?}", row.number(field)?);
        }
        for (field, usual) in [("pay_factor", 1.0), ("pairs", 0.0), ("prompts", 0.0), ("reasoning", 0.0)] {
            let number = if row.table.contains_key(field) { row.number(field)? } else { usual };
            let _ = write!(code, ", {field}: {number:?}");
        }
        for field in ["layers", "hidden", "seq_len", "count"] {
            let _ = write!(code, ", {field}: {}", row.number(field)?);
        }
        code.push_str(", published: Published { ");
        let published = Table::new();
        let published = row.table.get("published").and_then(Value::as_table).unwrap_or(&published);
        // Its facts may inherit the preset's source and date.
        let mut with_source = published.clone();
        for field in ["source", "date"] {
            with_source.entry(field).or_insert_with(|| row.table.get(field).cloned().unwrap_or(Value::Boolean(false)));
        }
        let published = Row { table: &with_source, place: format!("{}, published", row.place) };
        for field in ["gpu_hours", "days", "energy_mwh", "carbon_t", "cost_usd"] {
            let fact = published.fact_if_any(field, sources)?;
            let fact = fact.map_or_else(|| "None".to_owned(), |fact| format!("Some({})", fact.code()));
            let _ = write!(code, "{field}: {fact}, ");
        }
        code.push_str("} },\n");
    }
    Ok(code + "];\n")
}

/// The providers, and their published offers.
pub(crate) fn providers(prices: &Table, accelerators: &Table, sources: &Sources) -> Result<String, String> {
    let chips = rows("accelerators", accelerators, "accelerator")?;
    let ids: Vec<String> = chips.iter().map(|row| row.text("id").map(str::to_owned)).collect::<Result<_, _>>()?;
    let rents = Rents::read(prices, &ids, sources)?;
    let rows = rows("prices", prices, "provider")?;
    let mut code = format!("pub(super) static PROVIDERS: [Provider; {}] = [\n", rows.len());
    let mut offers = "pub(super) static OFFERS: &[(ProviderId, AcceleratorId, u8, Fact)] = &[\n".to_owned();
    for (index, row) in rows.iter().enumerate() {
        let (id, name) = (row.text("id")?, row.text("name")?);
        let _ = writeln!(code, "    Provider {{ id: {id:?}, name: {name:?} }},");
        for (accelerator, basis, fact) in rents.of_provider(id) {
            let chip = ids.iter().position(|known| *known == accelerator).unwrap_or_default();
            let _ = writeln!(offers, "    (ProviderId({index}), AcceleratorId({chip}), {basis}, {}),", fact.code());
        }
    }
    let _ = writeln!(offers, "];\npub(super) static NO_OFFER: Fact = {};", rents.unknown().code());
    Ok(code + "];\n" + &offers)
}

pub(crate) fn runs(table: &Table, sources: &Sources) -> Result<String, String> {
    let rows = rows("runs", table, "run")?;
    let mut code = format!(
        "/// Full training runs whose cost and compute are both public, or computed by a peer.\npub static RUNS: [Run; {}] = [\n",
        rows.len()
    );
    for row in &rows {
        let basis = one_of(
            row,
            "basis",
            &[("cloud_rental", "CloudRental"), ("amortised", "Amortised"), ("press", "Press"), ("authors", "Authors")],
        )?;
        let cost = row.fact("cost", sources)?;
        let _ = writeln!(
            code,
            "    Run {{ name: {:?}, year: {}, flop: {:?}, cost: {}, basis: CostBasis::{basis} }},",
            row.text("name")?,
            row.number("year")?,
            row.number("flop")?,
            cost.code(),
        );
    }
    Ok(code + "];\n")
}

pub(crate) fn changes(table: &Table) -> Result<String, String> {
    let file = Row { table, place: "changes.toml".to_owned() };
    let version = file.text("data_version")?;
    let changes = table.get("change").and_then(Value::as_array).ok_or("changes.toml: no change")?;
    let mut code = format!(
        "/// The version of the data.\npub const DATA_VERSION: &str = {version:?};\n\
         /// The changes of the data, newest first.\npub static CHANGES: [Change; {}] = [\n",
        changes.len()
    );
    for change in changes.iter().filter_map(Value::as_table) {
        let row = Row { table: change, place: "changes.toml, change".to_owned() };
        let _ = writeln!(code, "    Change {{ version: {:?} }},", row.text("version")?);
    }
    Ok(code + "];\n")
}
