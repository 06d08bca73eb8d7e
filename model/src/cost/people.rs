//! The team: roles at the salaries of their region.

use crate::formula::{Formula, formulas};

pub(crate) const FORMULAS: &[Formula] = formulas! {
    Headcount = { Scientists + Engineers + DataEngineers + Infrastructure + Managers + Annotators };
    Payroll = {
        Scientists * ScientistPay + Engineers * EngineerPay + DataEngineers * DataEngineerPay
            + Infrastructure * InfrastructurePay + Managers * ManagerPay + Annotators * AnnotatorPay
    };
    /// What the employer pays on top is a factor, and equity another.
    LoadedPayroll = if OneSalary { Headcount * LoadedSalary } else { Payroll * Load * PayFactor };
    Research = { LoadedPayroll * MonthsBefore / 12.0 };
    Team = { LoadedPayroll * Months / 12.0 };
    Deployment = { LoadedPayroll * MonthsAfter / 12.0 };
    Hiring = { Hires * EngineerPay * HiringShare };
};
