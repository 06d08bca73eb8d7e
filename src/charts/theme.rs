//! Colours of the charts, one set for light pages and one for dark.

use plotters::style::RGBColor;

/// Colours of one theme.
///
/// Text colours have a contrast of 4.5:1 on `paper`, marks 3:1 (a test in `tests/charts.rs` checks this). Labels distinguish the
/// series first; the hues remain distinct with red-green colour blindness.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Labels and values.
    pub ink: RGBColor,
    /// Axis text, secondary labels.
    pub muted: RGBColor,
    /// Grid lines.
    pub grid: RGBColor,
    /// Background.
    pub paper: RGBColor,
    /// Heads of cost: compute, energy, data, people, hardware.
    pub series: [RGBColor; 5],
    /// The reader's own scenario.
    pub accent: RGBColor,
    /// Filled areas behind the points.
    pub band: RGBColor,
}

impl Theme {
    /// Dark marks on white.
    pub const fn light() -> Self {
        Self {
            ink: rgb(0x1c2530),
            muted: rgb(0x5a6673),
            grid: rgb(0xe2e6ea),
            paper: rgb(0xffffff),
            series: [rgb(0x2b6cb0), rgb(0xc46a00), rgb(0x12836f), rgb(0x8e4f9e), rgb(0x6f6558)],
            accent: rgb(0xc2321c),
            band: rgb(0xeaf1f8),
        }
    }

    /// Light marks on near-black.
    pub const fn dark() -> Self {
        Self {
            ink: rgb(0xe9edf1),
            muted: rgb(0xa4afba),
            grid: rgb(0x2d353d),
            paper: rgb(0x14191f),
            series: [rgb(0x64a3e6), rgb(0xe89a3c), rgb(0x3fb8a0), rgb(0xc28bd1), rgb(0xb3a48f)],
            accent: rgb(0xff7d61),
            band: rgb(0x1c2a38),
        }
    }
}

const fn rgb(hex: u32) -> RGBColor {
    RGBColor((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}
