//! The text of a file: in UTF-8, or in UTF-16 where it begins with the mark of a byte order, as spreadsheets save it.

/// The text of bytes, without the mark of a byte order.
///
/// # Errors
/// A sentence with the remedy, where the bytes are of another encoding.
pub fn decoded(bytes: &[u8]) -> Result<String, String> {
    let text = match bytes {
        [0xff, 0xfe, units @ ..] => utf_16(units, u16::from_le_bytes),
        [0xfe, 0xff, units @ ..] => utf_16(units, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).ok().map(str::to_owned),
    };
    // Without its mark, UTF-16 looks like UTF-8 that is full of these.
    let text = text.filter(|text| !text.contains('\0'));
    text.ok_or_else(|| "the file is not in UTF-8, nor in UTF-16 with a byte order mark: save it as \"CSV UTF-8\"".to_owned())
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (units, rest) = bytes.as_chunks::<2>();
    let text = char::decode_utf16(units.iter().map(|bytes| unit(*bytes))).collect::<Result<String, _>>().ok()?;
    rest.is_empty().then_some(text)
}
