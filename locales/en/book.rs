//! Price books as the page reads them.

use crate::shape::BookText;

pub(crate) static BOOK: BookText = BookText {
    read: "Prices read: {count}. Check them here, then apply them.",
    bad: "Lines that cannot be used: {count}.",
    line: "Line {line}: {why}",
    name: "the name in the column {column} is missing or not known.",
    both: "it has both an item and an accelerator.",
    repeated: "line {first} already has this price.",
    surplus: "it has more cells than the first line. Write decimals with a point, and put a price with commas in quotes.",
    quote: "a quote is not closed, or stands inside a cell.",
    currency: "the currency must be USD or CNY and match the sign in the price; leave it out where the price is not in money.",
    empty: "There are no prices yet: paste some, or drop a file.",
    long: "A price book has at most {limit} KB. This one is longer and was not read.",
    encoding: "Some characters could not be read. Save the file as “CSV UTF-8” and drop it again.",
    heading: "The first line must name the columns, each once: price, then item or accelerator, and if you like basis and currency.",
    no_prices: "There is no price below the first line.",
    several: "You dropped several files, and none was read. Drop one at a time.",
    unreadable: "That could not be read. Drop a file, not a folder, or paste the prices.",
    apply: "Apply",
};
