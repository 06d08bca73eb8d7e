//! Random changes of a corpus's texts.

use traincost_scenarios::Random;

use crate::Corpus;

/// Characters that trouble parsers: separators, signs, invisible ones, full-width and right-to-left ones, and those of several bytes.
const TROUBLE: [&str; 40] = [
    "\0", "\t", "\n", "\r\n", "\r", " ", "\u{a0}", "\u{3000}", "\u{200b}", "\u{200e}", "\u{202e}", "\u{2028}", "\u{feff}",
    "\u{fffd}", "\"", "'", ",", ".", ";", ":", "&", "=", "%", "+", "-", "~", "±", "$", "¥", "€", "，", "１", "。", "万", "亿",
    "兆", "⁵", "²", "𝟙", "é",
];

/// Inputs longer than this are cut, unless one of few is grown on purpose.
const LONGEST: usize = 4_096;

/// The input of a number: a text of the corpus, changed in one place or a few. One in 4,096 repeats a part until it is 64 KB long.
pub fn input(corpus: &Corpus, number: u64) -> String {
    let mut random = Random::seeded(number.wrapping_mul(0xd134_2543_de82_ef95));
    let mut text = any(corpus, &mut random).to_owned();
    if random.below(4) == 0 {
        // The beginning of one and the end of another.
        let other = any(corpus, &mut random);
        text.truncate(place(&text, &mut random));
        text.push_str(&other[place(other, &mut random)..]);
    }
    // One change is the likeliest: a text with many is seldom more than noise.
    for _ in 0..=random.below(256).trailing_zeros().min(8) {
        let (from, to) = part(&text, &mut random);
        match random.below(8) {
            0 => text.replace_range(from..to, ""),
            1 => text = format!("{}{}", &text[..to], &text[from..]),
            2 | 3 => text.replace_range(from..to, word(corpus, &mut random)),
            4 => text.insert_str(from, word(corpus, &mut random)),
            5 => text.insert_str(from, TROUBLE[random.below(TROUBLE.len())]),
            6 => text.insert(from, char::from(b' ' + random.below(95) as u8)),
            _ => {
                let other = any(corpus, &mut random);
                let (start, end) = part(other, &mut random);
                text.replace_range(from..to, &other[start..end]);
            }
        }
    }
    if random.below(4_096) == 0 {
        let (from, to) = part(&text, &mut random);
        let again = if from == to { "-" } else { &text[from..to] };
        return format!("{}{}{}", &text[..from], again.repeat(65_536 / again.len()), &text[to..]);
    }
    let end = (0..=LONGEST.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.truncate(end);
    text
}

fn any<'a>(corpus: &'a Corpus, random: &mut Random) -> &'a str {
    &corpus.texts[random.below(corpus.texts.len())].1
}

fn word<'a>(corpus: &'a Corpus, random: &mut Random) -> &'a str {
    &corpus.words[random.below(corpus.words.len())]
}

/// A place between two characters.
fn place(text: &str, random: &mut Random) -> usize {
    let near = random.below(text.len().min(65_535) + 1);
    (near..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// A part of the text; short ones are the likeliest.
fn part(text: &str, random: &mut Random) -> (usize, usize) {
    let from = place(text, random);
    let longest = 1 << random.below(8);
    let length = random.below(longest);
    let to = (from + length).min(text.len());
    (from, (to..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len()))
}
