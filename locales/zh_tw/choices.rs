//! The choices of a project and their alternatives.

use super::names::NAMES;
use traincost_model::Alternative;
use traincost_model::catalog::RegionId;
use traincost_model::choice::*;

pub(super) fn label(choice: Choice) -> &'static str {
    match choice {
        Choice::Kind => "專案類型",
        Choice::Precision => "精度",
        Choice::MfuFrom => "MFU",
        Choice::Accelerator => "加速器",
        Choice::Basis => "付費方式",
        Choice::Provider => "供應商",
        Choice::Region => "電網",
        Choice::Cooling => "冷卻方式",
        Choice::Team => "薪資地區",
        Choice::Language => "主要語言",
        Choice::Synthesis => "合成資料來源",
        Choice::Algorithm => "對齊演算法",
        Choice::Depreciation => "折舊方法",
        Choice::Law => "規模法則",
        Choice::Pays => "預算涵蓋",
    }
}

pub(super) fn alternative(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::Kind(Kind::Pretrain) => "預訓練",
        Alternative::Kind(Kind::Continue) => "繼續預訓練",
        Alternative::Kind(Kind::FineTune) => "全參數微調",
        Alternative::Kind(Kind::Lora) => "LoRA 微調",
        Alternative::Precision(Precision::Bf16) => "BF16 或 FP16",
        Alternative::Precision(Precision::Fp8) => "FP8",
        Alternative::MfuFrom(MfuFrom::Entered) => "手動填寫，或該加速器的常見值",
        Alternative::MfuFrom(MfuFrom::Computed) => "由架構與平行方案算出",
        Alternative::Accelerator(accelerator) => NAMES.accelerator(accelerator),
        Alternative::Basis(Basis::OnDemand) => "隨需租用",
        Alternative::Basis(Basis::Reserved) => "租用，預留 1 年",
        Alternative::Basis(Basis::Reserved3) => "租用，預留 3 年",
        Alternative::Basis(Basis::Spot) => "競價租用",
        Alternative::Basis(Basis::Own) => "自有，攤提",
        Alternative::Provider(None) => "市場（全部供應商）",
        Alternative::Provider(Some(provider)) => NAMES.provider(provider),
        Alternative::Region(RegionId::WORLD) => "全球平均",
        Alternative::Region(country) => country.get().iso2,
        Alternative::Cooling(Cooling::Usual) => "常見機房（多為氣冷）",
        Alternative::Cooling(Cooling::Liquid) => "冷板式液冷",
        Alternative::Cooling(Cooling::Immersion) => "浸沒式液冷",
        Alternative::Team(team) => match team.get().id {
            "us" => "美國",
            "cn" => "中國",
            "eu" => "歐洲（歐盟、瑞士、挪威）",
            "uk" => "英國",
            "ca" => "加拿大",
            "in" => "印度",
            _ => "其他地區",
        },
        Alternative::Language(Language::English) => "以英文為主",
        Alternative::Language(Language::Chinese) => "以中文為主",
        Alternative::Language(Language::Code) => "以程式碼為主",
        Alternative::Synthesis(Synthesis::Api) => "呼叫模型 API",
        Alternative::Synthesis(Synthesis::OwnModel) => "自有模型，用本專案的加速器",
        Alternative::Algorithm(Algorithm::Ppo) => "PPO",
        Alternative::Algorithm(Algorithm::Grpo) => "GRPO",
        Alternative::Algorithm(Algorithm::Dpo) => "DPO",
        Alternative::Depreciation(Depreciation::Straight) => "直線法",
        Alternative::Depreciation(Depreciation::Declining) => "餘額遞減法",
        Alternative::Depreciation(Depreciation::Production) => "工作時數法",
        Alternative::Law(Law::Besiroglu) => "Besiroglu 等 2024",
        Alternative::Law(Law::Hoffmann) => "Hoffmann 等 2022",
        Alternative::Pays(Pays::FinalRun) => "最終訓練",
        Alternative::Pays(Pays::Project) => "整個專案",
    }
}
