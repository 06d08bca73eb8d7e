//! The teams as Rust code: salaries by role and the employer's load.

use crate::facts::Sources;
use crate::tables::rows;
use std::fmt::Write as _;
use toml::Table;

/// The teams, in the order of the table.
const IDS: [&str; 7] = ["us", "cn", "eu", "uk", "ca", "in", "other"];
/// The roles, in the order of `catalog::Role`.
const ROLES: [&str; 6] = ["scientist", "engineer", "data", "infrastructure", "manager", "annotation"];

pub(crate) fn teams(table: &Table, sources: &Sources) -> Result<String, String> {
    let rows = rows("team", table, "team")?;
    let ids: Vec<&str> = rows.iter().map(|row| row.text("id")).collect::<Result<_, _>>()?;
    if ids != IDS {
        return Err(format!("team.toml: the teams must be {IDS:?}"));
    }
    let mut code = format!("/// Teams by country, with their salaries.\npub static TEAMS: [Team; {}] = [\n", IDS.len());
    for row in &rows {
        let id = row.text("id")?;
        let _ = write!(code, "    Team {{ id: {id:?}, salaries: [");
        for role in ROLES {
            let salary = row.fact(role, sources)?;
            // It replaces the salaries that other teams lack.
            if id == "other" && salary.band.is_none() {
                return Err(format!("{}, {role}: must be known", row.place));
            }
            let _ = write!(code, "{}, ", salary.code());
        }
        let load = row.fact("load", sources)?;
        if load.band.is_none() {
            return Err(format!("{}, load: must be known", row.place));
        }
        let _ = writeln!(code, "], load: {} }},", load.code());
    }
    Ok(code + "];\n")
}
