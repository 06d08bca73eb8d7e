//! The frame of the methodology and the claims, which are pages of their own: the site's header, the data's version, and sources with addresses.

use super::html::Html;
use super::{Reader, filled};
use crate::state::escape;
use traincost_locales::Lang;
use traincost_model::catalog::DATA_VERSION;

/// A whole page by its name, `method` or `claims`: the body under the site's header.
pub(super) fn paper(name: &str, reader: &Reader, write: impl FnOnce(&mut Html)) -> String {
    let text = reader.lang.paper();
    let tag = reader.lang.tag();
    let mut html = Html::default();
    html.raw(&format!("<header class=\"site-header\"><p class=\"site-name\"><a href=\"./?lang={tag}\">TrainCost</a></p><nav>"));
    html.element(&format!("a href=\"./?lang={tag}\""), text.back);
    for (page, title) in [("method", text.method_link), ("claims", text.claims_link)] {
        let here = if page == name { " aria-current=\"page\"" } else { "" };
        html.element(&format!("a href=\"{page}.{tag}.html\"{here}"), title);
    }
    for other in Lang::ALL.into_iter().filter(|lang| *lang != reader.lang) {
        html.element(&format!("a lang=\"{0}\" hreflang=\"{0}\" href=\"{name}.{0}.html\"", other.tag()), other.name());
    }
    html.raw("</nav></header><main class=\"paper\">");
    write(&mut html);
    html.raw("<footer>");
    html.element("p class=\"fine\"", &filled(text.computed_with, &[("version", DATA_VERSION.to_owned())]));
    html.raw("</footer></main>");
    html.finish()
}

/// Adds a source, as a link if it has an address.
pub(super) fn source(html: &mut Html, citation: &str, address: &str) {
    match address {
        "" => html.element("span", citation),
        _ => html.element(&format!("a href=\"{}\" rel=\"noopener noreferrer\"", escape(address)), citation),
    }
}
