//! The choices of a project and their alternatives.

use super::names::NAMES;
use traincost_model::Alternative;
use traincost_model::catalog::RegionId;
use traincost_model::choice::*;

pub(super) fn label(choice: Choice) -> &'static str {
    match choice {
        Choice::Kind => "项目类型",
        Choice::Precision => "精度",
        Choice::MfuFrom => "MFU",
        Choice::Accelerator => "加速卡",
        Choice::Basis => "付费方式",
        Choice::Provider => "供应商",
        Choice::Region => "电网",
        Choice::Cooling => "冷却方式",
        Choice::Team => "薪酬地区",
        Choice::Language => "主要语言",
        Choice::Synthesis => "合成数据来源",
        Choice::Algorithm => "对齐算法",
        Choice::Depreciation => "折旧方法",
        Choice::Law => "缩放定律",
        Choice::Pays => "预算涵盖",
    }
}

pub(super) fn alternative(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::Kind(Kind::Pretrain) => "预训练",
        Alternative::Kind(Kind::Continue) => "继续预训练",
        Alternative::Kind(Kind::FineTune) => "全参数微调",
        Alternative::Kind(Kind::Lora) => "LoRA 微调",
        Alternative::Precision(Precision::Bf16) => "BF16 或 FP16",
        Alternative::Precision(Precision::Fp8) => "FP8",
        Alternative::MfuFrom(MfuFrom::Entered) => "手动填写，或该加速卡的常见值",
        Alternative::MfuFrom(MfuFrom::Computed) => "由架构与并行方案算出",
        Alternative::Accelerator(accelerator) => NAMES.accelerator(accelerator),
        Alternative::Basis(Basis::OnDemand) => "按需租用",
        Alternative::Basis(Basis::Reserved) => "租用，预留 1 年",
        Alternative::Basis(Basis::Reserved3) => "租用，预留 3 年",
        Alternative::Basis(Basis::Spot) => "竞价租用",
        Alternative::Basis(Basis::Own) => "自有，摊销",
        Alternative::Provider(None) => "市场（全部供应商）",
        Alternative::Provider(Some(provider)) => NAMES.provider(provider),
        Alternative::Region(RegionId::WORLD) => "世界平均",
        Alternative::Region(country) => country.get().iso2,
        Alternative::Cooling(Cooling::Usual) => "常见机房（多为风冷）",
        Alternative::Cooling(Cooling::Liquid) => "冷板式液冷",
        Alternative::Cooling(Cooling::Immersion) => "浸没式液冷",
        Alternative::Team(team) => match team.get().id {
            "us" => "美国",
            "cn" => "中国",
            "eu" => "欧洲（欧盟、瑞士、挪威）",
            "uk" => "英国",
            "ca" => "加拿大",
            "in" => "印度",
            _ => "其他地区",
        },
        Alternative::Language(Language::English) => "英文为主",
        Alternative::Language(Language::Chinese) => "中文为主",
        Alternative::Language(Language::Code) => "代码为主",
        Alternative::Synthesis(Synthesis::Api) => "调用模型 API",
        Alternative::Synthesis(Synthesis::OwnModel) => "自有模型，用本项目的加速卡",
        Alternative::Algorithm(Algorithm::Ppo) => "PPO",
        Alternative::Algorithm(Algorithm::Grpo) => "GRPO",
        Alternative::Algorithm(Algorithm::Dpo) => "DPO",
        Alternative::Depreciation(Depreciation::Straight) => "直线法",
        Alternative::Depreciation(Depreciation::Declining) => "余额递减法",
        Alternative::Depreciation(Depreciation::Production) => "工作量法",
        Alternative::Law(Law::Besiroglu) => "Besiroglu 等 2024",
        Alternative::Law(Law::Hoffmann) => "Hoffmann 等 2022",
        Alternative::Pays(Pays::FinalRun) => "最终训练",
        Alternative::Pays(Pays::Project) => "整个项目",
    }
}
