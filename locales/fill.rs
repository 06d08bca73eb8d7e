//! Templates: texts with named values.

/// Puts values into a template: `fill("about {x}", &[("x", "3")])` is `about 3`. A name with no value stays as it is.
///
/// Chinese puts a space beside Latin letters and digits alone: a template's space beside a value goes where both its neighbours are Chinese.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        append(&mut out, before);
        match from.find('}').and_then(|end| values.iter().find(|(name, _)| *name == &from[1..end]).map(|(_, v)| (end, v))) {
            Some((end, value)) => {
                append(&mut out, value);
                rest = &from[end + 1..];
            }
            None => {
                out.push('{');
                rest = &from[1..];
            }
        }
    }
    append(&mut out, rest);
    out
}

/// Two texts with a space between, unless both their neighbouring characters are Chinese.
pub fn spaced(first: &str, second: &str) -> String {
    fill("{first} {second}", &[("first", first), ("second", second)])
}

/// Adds a piece of a text, without the space at the seam if it stands between two Chinese characters.
fn append(out: &mut String, piece: &str) {
    let is_chinese_before = |text: &str| text.ends_with(is_chinese);
    match (out.strip_suffix(' '), piece.strip_prefix(' ')) {
        (Some(before), _) if is_chinese_before(before) && piece.starts_with(is_chinese) => {
            out.pop();
            out.push_str(piece);
        }
        (_, Some(after)) if is_chinese_before(out) && after.starts_with(is_chinese) => out.push_str(after),
        _ => out.push_str(piece),
    }
}

/// Whether a character is Chinese, or a full-width mark.
fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_names_and_leaves_unknown_ones() {
        assert_eq!(fill("{a} and {b}, {c}", &[("a", "1"), ("b", "{a}")]), "1 and {a}, {c}");
    }

    #[test]
    fn a_space_beside_a_value_stays_unless_both_its_neighbours_are_chinese() {
        assert_eq!(
            fill("{count} 個參數，用 {chip} 訓練", &[("count", "2300億"), ("chip", "H100")]),
            "2300億個參數，用 H100 訓練"
        );
        assert_eq!(fill("用 {chip} 訓練", &[("chip", "昇騰")]), "用昇騰訓練");
        assert_eq!(fill("{count} tokens", &[("count", "15T")]), "15T tokens");
        assert_eq!([spaced("3萬", "小時"), spaced("3", "小時"), spaced("3萬", "GPU")], ["3萬小時", "3 小時", "3萬 GPU"]);
        assert_eq!([spaced("", "小時"), spaced("3", "")], [" 小時", "3 "]);
    }
}
