//! Rules that the texts of all languages keep.

use crate::Lang;
use std::fs;
use std::path::{Path, PathBuf};
use traincost_model::catalog::{AcceleratorId, CHANGES, PresetId, ProviderId};
use traincost_model::claims::CLAIMS;
use traincost_model::formula::Term;
use traincost_model::{Driver, Figure};

fn terms() -> impl Iterator<Item = Term> {
    Driver::ALL.iter().map(|driver| driver.term()).chain(Figure::ALL.iter().map(|figure| figure.term()))
}

/// In a formula in words, two terms of one name could not be told apart.
#[test]
fn no_two_terms_share_a_name() {
    for lang in Lang::ALL {
        let mut names: Vec<_> = terms().map(|term| lang.term(term).name).collect();
        names.sort_unstable();
        let twins: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twins.is_empty(), "{lang:?}: {twins:?}");
    }
}

#[test]
fn a_term_says_the_same_in_every_language() {
    for term in terms() {
        let texts = Lang::ALL.map(|lang| lang.term(term));
        let name = texts[0].name;
        assert!(texts.iter().all(|text| text.ignores.is_empty() == texts[0].ignores.is_empty()), "{name}");
        assert!(texts.iter().all(|text| !text.name.is_empty() && !text.name.ends_with(['.', '。'])), "{name}");
    }
}

/// Each text names the figures that its claim has, and no others.
#[test]
fn claims_name_the_figures_they_have() {
    for claim in CLAIMS {
        for lang in Lang::ALL {
            let text = lang.claim(claim.id).ours;
            let names = ["{ours}", "{claimed}", "{other}"].map(|name| text.contains(name));
            assert_eq!(names, [claim.figure.is_some(), claim.claimed.is_some(), (claim.other)().is_some()], "{:?}", claim.id);
        }
    }
}

#[test]
fn names_are_those_of_the_catalog_and_every_change_is_told() {
    let known = |names: &[(&str, &str)], ids: &[&str]| {
        assert!(names.iter().all(|(id, _)| ids.contains(id)), "{names:?}");
    };
    for lang in Lang::ALL {
        let names = lang.names();
        known(names.providers, &ProviderId::all().map(|id| id.get().id).collect::<Vec<_>>());
        known(names.vendors, &AcceleratorId::all().map(|id| id.get().vendor).collect::<Vec<_>>());
        known(names.accelerators, &AcceleratorId::all().map(|id| id.get().id).collect::<Vec<_>>());
        known(names.presets, &PresetId::all().map(|id| id.get().id).collect::<Vec<_>>());
        known(names.changes, &CHANGES.iter().map(|change| change.version).collect::<Vec<_>>());
        assert!(CHANGES.iter().all(|change| !lang.change(change.version).is_empty()), "{lang:?}");
    }
}

/// Characters that only one of the two Chinese scripts has.
const SIMPLIFIED: &str = "训练参数据这为个们来时验证质资产费价码线络务实显确计设语认识词译试说请调购优储会传场块报处备头奖学审宽对导层师带库应开张归录总态户扩\
     执护担拟择损换摆摊无旧术权极构标样检欢残汇汉测济满灭灯点炼热状独献现环电画疗矿础离积称稳笔筑签简类紧约级纪纯组细织终经结绘给绝统继绩续维编缩职联脑节营虑虽补观规视览觉";
const TRADITIONAL: &str = "訓練參數據這為個們來時驗證質資產費價碼線絡務實顯確計設語認識詞譯試說請調購優儲會傳場塊報處備頭獎學審寬對導層師帶庫應開張歸錄總態戶擴\
     執護擔擬擇損換擺攤無舊術權極構標樣檢歡殘匯漢測濟滿滅燈點煉熱狀獨獻現環電畫療礦礎離積稱穩筆築簽簡類緊約級紀純組細織終經結繪給絕統繼績續維編縮職聯腦節營慮雖補觀規視覽覺";

/// The string literals of each file of a language's folder, by the file's name.
fn literals(lang: Lang) -> Vec<(String, Vec<String>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(lang.tag().to_ascii_lowercase().replace('-', "_"));
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder a language").map(|file| file.expect("a file").path()).collect();
    files.sort();
    let read = |file: &PathBuf| {
        let source = fs::read_to_string(file).expect("a source");
        let code: String =
            source.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect();
        // Every second part between unescaped quotes is a literal.
        let texts = code.replace("\\\"", "”").split('"').skip(1).step_by(2).map(str::to_owned).collect();
        (file.file_name().unwrap_or_default().to_string_lossy().into_owned(), texts)
    };
    files.iter().map(read).collect()
}

/// The names in braces of a template, in alphabetical order.
fn placeholders(template: &str) -> Vec<&str> {
    let names = template.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name));
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// A language has the same files as the default one, and in each the templates stand in the same order with the same names.
#[test]
fn templates_name_the_same_values_in_every_language() {
    let default = literals(Lang::DEFAULT);
    for lang in Lang::ALL {
        let own = literals(lang);
        assert_eq!(
            own.iter().map(|(name, _)| name).collect::<Vec<_>>(),
            default.iter().map(|(name, _)| name).collect::<Vec<_>>()
        );
        for ((name, own), (_, default)) in own.iter().zip(&default) {
            let templates = |texts: &'_ [String]| -> Vec<Vec<String>> {
                let names = texts.iter().map(|text| placeholders(text).into_iter().map(str::to_owned).collect::<Vec<_>>());
                names.filter(|names| !names.is_empty()).collect()
            };
            for (at, (own, default)) in templates(own).iter().zip(templates(default)).enumerate() {
                assert_eq!(*own, default, "{lang:?}, {name}, template {at}");
            }
            assert_eq!(templates(own).len(), templates(default).len(), "{lang:?}, {name}");
        }
    }
}

#[test]
fn chinese_texts_keep_to_their_script_and_its_punctuation() {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for lang in Lang::ALL {
        let foreign = match lang.tag() {
            "zh-CN" => TRADITIONAL,
            "zh-TW" => SIMPLIFIED,
            _ => continue,
        };
        for (name, texts) in literals(lang) {
            for text in texts {
                assert!(!text.contains(|c| foreign.contains(c)), "{name}: {text}");
                let letters: Vec<char> = text.chars().collect();
                let is_ascii_mark =
                    |at: usize| ",;:!?()".contains(letters[at]) && is_han(letters[at - 1]) && is_han(letters[at + 1]);
                assert!((1..letters.len().saturating_sub(1)).all(|at| !is_ascii_mark(at)), "{name}: {text}");
            }
        }
    }
}
