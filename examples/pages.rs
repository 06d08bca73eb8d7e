//! Writes the bodies of the methodology and the claims, `method.LANG` and `claims.LANG`, into a folder; the build inserts them into
//! `public/page.html`. Their texts do not travel with the worker. The worker writes the methodology's formulas when the page is opened.
//!
//! `cargo run --example pages -- FOLDER`

use std::path::PathBuf;
use std::{env, fs, io};
use traincost::report::{Reader, claims, method};
use traincost_locales::{Currency, Lang, Money};
use traincost_model::catalog::constants;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map(PathBuf::from).ok_or(io::ErrorKind::InvalidInput)?;
    fs::create_dir_all(&folder)?;
    let cny_per_usd = constants::USD_CNY.band().map_or(f64::NAN, |rate| rate.mid);
    let money = Money { currency: Currency::Usd, cny_per_usd };
    for lang in Lang::ALL {
        let reader = Reader { lang, money, dark: false, width: 640.0 };
        for (name, body) in [("method", method(&reader)), ("claims", claims(&reader))] {
            fs::write(folder.join(format!("{name}.{}", lang.tag())), body)?;
        }
    }
    Ok(())
}
