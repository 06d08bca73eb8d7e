//! Writes a rule in words, in symbols, and in numbers.

use super::mid;
use crate::report::Reader;
use crate::report::html::Html;
use crate::report::quantity::{scale, value};
use crate::state::escape;
use traincost_model::explain::Explanation;
use traincost_model::formula::{Product, Rule, Term};

/// A way to write a rule.
pub(super) struct Writing<'a> {
    pub(super) reader: &'a Reader,
    /// The text of a term; empty for a term to leave out.
    pub(super) term: &'a dyn Fn(Term) -> String,
    /// The signs of multiplication and division.
    pub(super) signs: [&'a str; 2],
    /// The numbers in a product's numerator and denominator, without a sign.
    pub(super) numbers: &'a dyn Fn(&Product) -> [f64; 2],
}

impl Writing<'_> {
    /// A rule, with the products of a sum that `keeps` selects.
    pub(super) fn rule(&self, rule: &Rule, keeps: impl Fn(&Product) -> bool) -> String {
        match rule {
            Rule::Power(base, exponent) => format!("{} ^ ({})", (self.term)(*base), (self.term)(*exponent)),
            Rule::MinusLog(of) => format!("−ln({})", (self.term)(*of)),
            Rule::Sum([]) => self.reader.lang.explain().nothing.to_owned(),
            Rule::Sum(products) => {
                let mut text = String::new();
                for product in products.iter().filter(|product| keeps(product)) {
                    text += match (text.is_empty(), product.times < 0.0) {
                        (true, false) => "",
                        (false, false) => " + ",
                        (_, true) => " − ",
                    };
                    text += &self.product(product);
                }
                text
            }
        }
    }

    fn product(&self, product: &Product) -> String {
        let [times, over] = self.signs;
        let plain = |number: f64| {
            if number >= 1e6 { crate::decimal::power(number, 3) } else { self.reader.plain(number, 6) }
        };
        let [above, below] = (self.numbers)(product);
        let texts = |terms: &[Term]| terms.iter().map(|term| (self.term)(*term)).filter(|text| !text.is_empty()).collect();
        let mut factors: Vec<String> = texts(product.up);
        if above != 1.0 || factors.is_empty() {
            factors.insert(0, plain(above));
        }
        let mut text = factors.join(times);
        for below in texts(product.down) {
            text += over;
            text += &below;
        }
        if below != 1.0 {
            text += over;
            text += &plain(below);
        }
        text
    }
}

/// Adds the formula in words, symbols and numbers, with the products of a sum that `keep` selects.
pub(super) fn formula(html: &mut Html, explanation: &Explanation, keeps: impl Fn(&Product) -> bool, reader: &Reader) {
    let text = reader.lang.explain();
    let figure = explanation.figure;
    let name = |term: Term| reader.lang.term(term).name.to_owned();
    let symbol = |term: Term| term.symbol().to_owned();
    let number = |term: Term| mid(explanation, term, reader);
    let result = explanation.band.map_or_else(|| text.unknown.to_owned(), |band| value(reader, figure.unit(), band.mid, 3));
    let own = |product: &Product| [product.times.abs(), product.over];
    let shown = |product: &Product| scaled(explanation, product, reader);
    html.raw("<dl class=\"formula\">");
    let mut line = |label: &str, left: String, term: &dyn Fn(Term) -> String, numbers: &dyn Fn(&Product) -> [f64; 2]| {
        let right = Writing { reader, term, signs: [" × ", " ÷ "], numbers }.rule(&explanation.rule, &keeps);
        html.element("dt", label);
        html.raw(&format!("<dd>{}</dd>", indexed(&format!("{left} = {right}"))));
    };
    line(text.in_words, name(figure.term()), &name, &own);
    line(text.in_symbols, symbol(figure.term()), &symbol, &own);
    line(text.in_numbers, result, &number, &shown);
    html.raw("</dl>");
}

/// The numbers of a product between terms that are written in larger units: GWh from W and hours.
fn scaled(explanation: &Explanation, product: &Product, reader: &Reader) -> [f64; 2] {
    let [times, over] = [product.times.abs(), product.over];
    // A product of one term differs by its units alone, which show the conversion.
    if product.up.len() + product.down.len() < 2 {
        return [times, over];
    }
    let size = |term: &Term| scale(reader, term.unit(), explanation.mid(*term).unwrap_or(0.0)).0;
    let figure = explanation.figure;
    let result = scale(reader, figure.unit(), explanation.band.map_or(0.0, |band| band.mid)).0;
    let above: f64 = product.up.iter().map(size).product();
    let below: f64 = product.down.iter().map(size).product();
    let over = over * result * below / above;
    match over {
        // A factor close to one comes from rounding.
        _ if (over - 1.0).abs() < 1e-9 => [times, 1.0],
        _ if over < 1.0 => [times / over, 1.0],
        _ => [times, over],
    }
}

/// Text as HTML, with a subscript for what follows an underscore, as in `p_c`.
pub(super) fn indexed(text: &str) -> String {
    let mut html = escape(text);
    while let Some((before, rest)) = html.split_once('_') {
        let end = rest.find(|character: char| !character.is_alphanumeric()).unwrap_or(rest.len());
        let (index, after) = rest.split_at(end);
        html = format!("{before}<sub>{index}</sub>{after}");
    }
    html
}
