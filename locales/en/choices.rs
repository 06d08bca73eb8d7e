//! The choices of a project and their alternatives.

use super::names::NAMES;
use traincost_model::Alternative;
use traincost_model::catalog::RegionId;
use traincost_model::choice::*;

pub(super) fn label(choice: Choice) -> &'static str {
    match choice {
        Choice::Kind => "Project",
        Choice::Precision => "Precision",
        Choice::MfuFrom => "MFU",
        Choice::Accelerator => "Accelerator",
        Choice::Basis => "Payment",
        Choice::Provider => "Provider",
        Choice::Region => "Grid",
        Choice::Cooling => "Cooling",
        Choice::Team => "Salaries in",
        Choice::Language => "Main language",
        Choice::Synthesis => "Synthetic text from",
        Choice::Algorithm => "Alignment method",
        Choice::Depreciation => "Depreciation",
        Choice::Law => "Scaling law",
        Choice::Pays => "Budget covers",
    }
}

pub(super) fn alternative(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::Kind(Kind::Pretrain) => "Pretraining",
        Alternative::Kind(Kind::Continue) => "Continued pretraining",
        Alternative::Kind(Kind::FineTune) => "Full fine-tuning",
        Alternative::Kind(Kind::Lora) => "LoRA fine-tuning",
        Alternative::Precision(Precision::Bf16) => "BF16 or FP16",
        Alternative::Precision(Precision::Fp8) => "FP8",
        Alternative::MfuFrom(MfuFrom::Entered) => "Entered, or usual for the accelerator",
        Alternative::MfuFrom(MfuFrom::Computed) => "Computed from architecture and plan",
        Alternative::Accelerator(accelerator) => NAMES.accelerator(accelerator),
        Alternative::Basis(Basis::OnDemand) => "Rent on demand",
        Alternative::Basis(Basis::Reserved) => "Rent, reserved 1 year",
        Alternative::Basis(Basis::Reserved3) => "Rent, reserved 3 years",
        Alternative::Basis(Basis::Spot) => "Rent on the spot market",
        Alternative::Basis(Basis::Own) => "Own, amortised",
        Alternative::Provider(None) => "Market: all providers",
        Alternative::Provider(Some(provider)) => NAMES.provider(provider),
        Alternative::Region(RegionId::WORLD) => "World average",
        Alternative::Region(country) => country.get().iso2,
        Alternative::Cooling(Cooling::Usual) => "Usual mix of facilities",
        Alternative::Cooling(Cooling::Liquid) => "Liquid on the chips",
        Alternative::Cooling(Cooling::Immersion) => "Immersion in liquid",
        Alternative::Team(team) => match team.get().id {
            "us" => "United States",
            "cn" => "China",
            "eu" => "Europe: EU, Switzerland, Norway",
            "uk" => "United Kingdom",
            "ca" => "Canada",
            "in" => "India",
            _ => "Elsewhere",
        },
        Alternative::Language(Language::English) => "English",
        Alternative::Language(Language::Chinese) => "Chinese",
        Alternative::Language(Language::Code) => "Code",
        Alternative::Synthesis(Synthesis::Api) => "A model behind an API",
        Alternative::Synthesis(Synthesis::OwnModel) => "Your own model, on these accelerators",
        Alternative::Algorithm(Algorithm::Ppo) => "PPO",
        Alternative::Algorithm(Algorithm::Grpo) => "GRPO",
        Alternative::Algorithm(Algorithm::Dpo) => "DPO",
        Alternative::Depreciation(Depreciation::Straight) => "Straight line",
        Alternative::Depreciation(Depreciation::Declining) => "Declining balance",
        Alternative::Depreciation(Depreciation::Production) => "By hours of use",
        Alternative::Law(Law::Besiroglu) => "Besiroglu et al. 2024",
        Alternative::Law(Law::Hoffmann) => "Hoffmann et al. 2022",
        Alternative::Pays(Pays::FinalRun) => "The final run",
        Alternative::Pays(Pays::Project) => "The whole project",
    }
}
