//! The examples' own code.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../examples/common/text.rs"]
mod text;

use text::decoded;

const TABLE: &str = "year,accelerator\n2024,H100 — 80 GB\n";

fn utf_16(bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    ['\u{feff}'].into_iter().chain(TABLE.chars()).collect::<String>().encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_table_is_read_with_any_mark_of_a_byte_order() {
    let marked = ["\u{feff}", TABLE].concat();
    for bytes in [TABLE.as_bytes().to_vec(), marked.into_bytes(), utf_16(u16::to_le_bytes), utf_16(u16::to_be_bytes)] {
        assert_eq!(decoded(&bytes).as_deref(), Ok(TABLE));
    }
    assert_eq!(decoded(b"").as_deref(), Ok(""));
}

#[test]
fn a_table_in_another_encoding_is_refused_with_the_remedy() {
    let unmarked = utf_16(u16::to_le_bytes)[2..].to_vec();
    let cut = utf_16(u16::to_le_bytes)[..9].to_vec();
    for bytes in [unmarked, cut, b"year,\xbc\xdb\xb8\xf1\n".to_vec(), b"\xff\xfe\x00\xd8".to_vec()] {
        assert!(decoded(&bytes).unwrap_err().contains("UTF-8"), "{bytes:?}");
    }
}
