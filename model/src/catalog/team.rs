//! People: salaries by role and location of the team, and the employer's additional costs.

use super::RegionId;
use super::fact::Fact;
use super::table_id;
use super::tables::{TEAMS, constants};
use crate::named::named;

named! {
    /// A role in a project.
    Role {
        /// Research.
        Scientist = "scientist",
        /// Machine-learning engineering.
        Engineer = "engineer",
        /// Data engineering.
        Data = "data",
        /// Clusters and their software.
        Infrastructure = "infrastructure",
        /// Projects and products.
        Manager = "manager",
        /// Annotation and the quality of data.
        Annotation = "annotation",
    }
}

impl Role {
    /// Share of a project's people in this role, if only their total number is known.
    pub(crate) fn usual_share(self) -> f64 {
        let share = match self {
            Self::Scientist => &constants::MIX_SCIENTIST,
            Self::Engineer => &constants::MIX_ENGINEER,
            Self::Data => &constants::MIX_DATA,
            Self::Infrastructure => &constants::MIX_INFRASTRUCTURE,
            Self::Manager => &constants::MIX_MANAGER,
            Self::Annotation => &constants::MIX_ANNOTATION,
        };
        share.band().map_or(0.0, |share| share.mid)
    }
}

/// The people of a country or a group of countries.
#[derive(Clone, Copy, Debug)]
pub struct Team {
    /// Stable id.
    pub id: &'static str,
    /// Yearly base salary before tax, USD/year, in the order of [`Role::ALL`]; see [`TeamId::salary`].
    pub salaries: [Fact; 6],
    /// Employer's cost relative to gross salary.
    pub load: Fact,
}

table_id! {
    /// A team of the catalog.
    TeamId, Team, TEAMS, id
}

impl TeamId {
    /// All other locations: the last row, which has every salary, as `build.rs` checks.
    pub const OTHER: Self = Self(6);

    /// The usual location of a project's people for a region. The world average uses US pay, which is best documented.
    pub fn of(region: RegionId) -> Self {
        const UNION: &str = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK CH NO";
        let id = match region.get().iso2 {
            "US" | "world" => "us",
            "CN" | "HK" => "cn",
            "GB" => "uk",
            "CA" => "ca",
            "IN" => "in",
            code if UNION.split(' ').any(|member| member == code) => "eu",
            _ => "other",
        };
        Self::from_id(id).unwrap_or(Self::OTHER)
    }

    /// Yearly base salary of a role, USD/year: the team's own if known, otherwise that of [`TeamId::OTHER`].
    pub fn salary(self, role: Role) -> &'static Fact {
        let own = &self.get().salaries[role as usize];
        if own.known { own } else { &Self::OTHER.get().salaries[role as usize] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_lead_back_to_their_teams() {
        assert!(TeamId::all().all(|id| TeamId::from_id(id.get().id) == Some(id)));
        assert_eq!(TeamId::OTHER.get().id, "other");
    }

    /// The build lists salaries by name; the model reads them by order.
    #[test]
    fn every_role_has_a_salary_everywhere() {
        assert_eq!(Role::ALL.len(), TeamId::OTHER.get().salaries.len());
        for (id, &role) in TeamId::all().flat_map(|id| Role::ALL.iter().map(move |role| (id, role))) {
            let salary = id.salary(role);
            assert!(salary.unit() == "USD/year" && salary.band().is_some_and(|band| band.low > 0.0), "{role:?}");
        }
        let us = TeamId::from_id("us").expect("a team");
        assert_eq!(us.salary(Role::Engineer).band().map(|band| band.mid), Some(190_000.0));
        assert_eq!(us.salary(Role::Annotation).band().map(|band| band.mid), Some(84_000.0));
        assert!(TeamId::all().all(|id| id.get().load.band().is_some_and(|load| load.low >= 1.0)));
    }

    /// India's infrastructure salary is the only unpublished one.
    #[test]
    fn an_unknown_salary_is_that_of_other() {
        let india = TeamId::from_id("in").expect("a team");
        let [own, others] = [india, TeamId::OTHER].map(|id| id.salary(Role::Infrastructure).band().map(|band| band.mid));
        assert!(india.get().salaries[Role::Infrastructure as usize].band().is_none());
        assert_eq!(own, others);
    }
}
