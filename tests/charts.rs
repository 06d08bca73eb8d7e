//! Drawing of the charts, against golden SVG files in `tests/golden`, and with bad input.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use plotters::style::RGBColor;
use proptest::prelude::*;
use traincost::charts::svg::Svg;
use traincost::charts::{
    Axis, BandArea, Bar, Bars, Frame, Hits, Line, Lines, LogAxis, Mark, Scatter, ScatterPoint, Theme, bars_height, draw_bars,
    draw_lines, draw_scatter, log_ticks, nice_ticks,
};

const FONT: &str = "system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif";
const WIDE: u32 = 720;
const NARROW: u32 = 328;
const SCALE: f64 = 2.0;

fn bars_svg(spec: &Bars, width: u32, theme: &Theme) -> (String, Hits) {
    let height = bars_height(spec.bars.len(), f64::from(width)) as u32;
    let mut out = String::new();
    let frame = Frame { width: width * 2, height: height * 2, scale: SCALE, theme, font: FONT };
    let hits = draw_bars(Svg::new(&mut out, width, height, SCALE), spec, &frame).unwrap();
    (out, hits)
}

fn scatter_svg(spec: &Scatter, width: u32, theme: &Theme) -> (String, Hits) {
    let height = if width < 480 { 380 } else { 460 };
    let mut out = String::new();
    let frame = Frame { width: width * 2, height: height * 2, scale: SCALE, theme, font: FONT };
    let hits = draw_scatter(Svg::new(&mut out, width, height, SCALE), spec, &frame).unwrap();
    (out, hits)
}

fn lines_svg(spec: &Lines, width: u32, theme: &Theme) -> (String, Hits) {
    let height = if width < 480 { 320 } else { 380 };
    let mut out = String::new();
    let frame = Frame { width: width * 2, height: height * 2, scale: SCALE, theme, font: FONT };
    let hits = draw_lines(Svg::new(&mut out, width, height, SCALE), spec, &frame).unwrap();
    (out, hits)
}

/// Compares with the golden file, or updates it.
fn golden(name: &str, drawn: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, drawn).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if let Some((line, (now, then))) =
        drawn.lines().zip(kept.lines().chain(std::iter::repeat(""))).enumerate().find(|(_, (now, then))| now != then)
    {
        panic!(
            "{name}.svg differs from line {}:\n  drawn {now}\n  kept  {then}\n\
             Look at it, and if it is meant: UPDATE_GOLDEN=1 cargo test --test charts",
            line + 1
        );
    }
    assert_eq!(drawn, kept, "{name}.svg differs. If it is meant: UPDATE_GOLDEN=1 cargo test --test charts");
}

fn bar(label: &str, colour: usize, (low, value, high): (f64, f64, f64), value_label: &str) -> Bar {
    Bar { label: label.into(), value, low, high, value_label: value_label.into(), colour, ..Bar::default() }
}

fn dollars(max: f64, want: usize) -> Vec<(f64, String)> {
    nice_ticks(max, want).into_iter().map(|v| (v * 1e6, if v == 0.0 { "$0".into() } else { format!("${v}M") })).collect()
}

fn rent() -> Bars {
    let included = |label: &str, colour, text: &str| Bar {
        muted: true,
        ..bar(label, colour, (0.0, if colour == 1 { 0.9e6 } else { f64::NAN }, 0.0), text)
    };
    let bars = vec![
        bar("Compute", 0, (5.1e6, 7.8e6, 12e6), "$7.8M"),
        included("Energy", 1, "included in the rent, about $0.9M"),
        bar("Data", 2, (0.2e6, 0.5e6, 1.1e6), "$0.5M"),
        bar("People", 3, (8.5e6, 12e6, 16.4e6), "$12M"),
        included("Hardware", 4, "included in the rent"),
    ];
    Bars {
        bars,
        axis_label: "Cost, US dollars; lines span the 10th to the 90th percentile".into(),
        ticks: dollars(16.4, 5),
        max: 16.4e6,
    }
}

fn own() -> Bars {
    let mut spec = rent();
    spec.bars[0] = Bar { muted: true, ..bar("Compute", 0, (0.0, f64::NAN, 0.0), "no rent: own hardware") };
    spec.bars[1] = bar("Energy", 1, (0.6e6, 0.9e6, 1.2e6), "$0.9M");
    spec.bars[4] = bar("Hardware, written off over its life", 4, (3.6e6, 5.1e6, 7.5e6), "$5.1M");
    spec
}

fn unknown() -> Bars {
    let mut spec = rent();
    spec.bars[0] = bar("Compute", 0, (f64::NAN, f64::NAN, f64::NAN), "unknown: enter your price");
    spec.bars[3] = bar("People", 3, (0.0, 0.0, 0.0), "$0");
    spec
}

fn rent_zh() -> Bars {
    let texts = [
        ("算力", "US$780万"),
        ("电力", "已含在租金内，约 US$90万"),
        ("数据", "US$50万"),
        ("人员", "US$1200万"),
        ("硬件", "已含在租金内"),
    ];
    let mut spec = rent();
    for (bar, (label, value)) in spec.bars.iter_mut().zip(texts) {
        (bar.label, bar.value_label) = (label.into(), value.into());
    }
    spec.axis_label = "费用，美元；细线为第 10 至第 90 百分位".into();
    spec.ticks = nice_ticks(16.4, 5)
        .into_iter()
        .map(|v| (v * 1e6, if v == 0.0 { "0".into() } else { format!("{}万", v * 100.0) }))
        .collect();
    spec
}

fn superscript(power: i32) -> String {
    let digits =
        power.to_string().chars().map(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c as usize - '0' as usize).unwrap()).collect::<String>();
    format!("10{digits}")
}

fn point(label: &str, x: f64, y: f64, hollow: bool) -> ScatterPoint {
    let emphasised = ["GPT-2", "GPT-3", "GPT-4", "Grok-3", "DeepSeek-V3"].contains(&label);
    ScatterPoint { x, y, label: label.into(), hollow, emphasised, series: 0 }
}

fn scatter() -> Scatter {
    let (low, high) = (5e20, 2e27);
    let money = |v: f64| match v {
        v if v >= 1e9 => format!("${}B", v / 1e9),
        v if v >= 1e6 => format!("${}M", v / 1e6),
        v => format!("${}k", v / 1e3),
    };
    let x = LogAxis {
        low,
        high,
        label: "Training compute, FLOP (log scale)".into(),
        ticks: log_ticks(low, high, 8).into_iter().map(|v| (v, superscript(v.log10().round() as i32))).collect(),
    };
    let y = LogAxis {
        low: 1e3,
        high: 3e9,
        label: "Cost of the final run’s compute, US dollars (log scale)".into(),
        ticks: log_ticks(1e3, 3e9, 7).into_iter().map(|v| (v, money(v))).collect(),
    };
    let points = vec![
        point("GPT-2", 1.9e21, 4.3e3, true),
        point("GPT-3", 3.1e23, 4.3e6, false),
        point("GPT-4", 2.1e25, 78.6e6, true),
        point("Grok-3", 4e26, 1.16e9, false),
        point("DeepSeek-V3", 3.3e24, 5.6e6, true),
        point("Llama 3.1 405B", 3.8e25, 170e6, false),
        point("PaLM", 2.5e24, 13.9e6, false),
        point("Llama 2 70B", 8.3e23, 3.15e6, false),
        point("T5", 4.05e22, 232e3, false),
        point("BLOOM", 3.9e23, 1.98e6, false),
        point("Gopher", 5e23, 3.5e6, false),
        point("OPT", 4.3e23, 1.49e6, false),
        point("Meena", 1.1e23, 0.7e6, false),
        point("LaMDA", 3.6e23, 1.3e6, false),
    ];
    let rate = |price: f64, flops: f64| move |x: f64| (x, x / flops / 3600.0 * price);
    let line = rate(2.0, 4e14);
    let band = BandArea { points: [low, high].map(|x| (x, line(x).1 / 2.5, line(x).1 * 2.5)).to_vec() };
    let you = Mark { x: 7.2e24, y: 7.8e6, y_low: 5.1e6, y_high: 12e6, label: "Your run $7.8M".into() };
    Scatter { x, y, points, bands: vec![band], you: Some(you), ..Scatter::default() }
}

fn scatter_zh() -> Scatter {
    let mut spec = scatter();
    spec.x.label = "训练计算量，FLOP（对数刻度）".into();
    spec.y.label = "最终训练的算力费用，美元（对数刻度）".into();
    let texts = ["1000", "1万", "10万", "100万", "1000万", "1亿", "10亿"];
    spec.y.ticks = spec.y.ticks.into_iter().zip(texts).map(|((v, _), text)| (v, text.into())).collect();
    spec.you.as_mut().unwrap().label = "你的训练 US$780万".into();
    spec
}

#[test]
fn bars_look_as_kept() {
    let (light, dark) = (Theme::light(), Theme::dark());
    golden("bars-rent-wide-light", &bars_svg(&rent(), WIDE, &light).0);
    golden("bars-rent-narrow-light", &bars_svg(&rent(), NARROW, &light).0);
    golden("bars-own-wide-dark", &bars_svg(&own(), WIDE, &dark).0);
    golden("bars-own-narrow-light", &bars_svg(&own(), NARROW, &light).0);
    golden("bars-unknown-wide-light", &bars_svg(&unknown(), WIDE, &light).0);
    golden("bars-rent-wide-zh-light", &bars_svg(&rent_zh(), WIDE, &light).0);
    golden("bars-rent-narrow-zh-dark", &bars_svg(&rent_zh(), NARROW, &dark).0);
}

#[test]
fn scatters_look_as_kept() {
    let (light, dark) = (Theme::light(), Theme::dark());
    golden("scatter-wide-light", &scatter_svg(&scatter(), WIDE, &light).0);
    golden("scatter-wide-dark", &scatter_svg(&scatter(), WIDE, &dark).0);
    golden("scatter-narrow-light", &scatter_svg(&scatter(), NARROW, &light).0);
    golden("scatter-wide-zh-light", &scatter_svg(&scatter_zh(), WIDE, &light).0);
    golden("scatter-narrow-zh-dark", &scatter_svg(&scatter_zh(), NARROW, &dark).0);
}

/// Costs of routes over volume: lines that cross, with labels far apart and close together.
fn routes() -> Lines {
    let volumes: Vec<f64> = (0..=40).map(|i| 10_f64.powf(7.0 + f64::from(i) / 8.0)).collect();
    let line = |(series, (label, fixed, slope)): (usize, (&str, f64, f64))| Line {
        label: label.into(),
        points: volumes.iter().map(|volume| (*volume, fixed + slope * volume)).collect(),
        series,
        ..Line::default()
    };
    let all = [
        ("Pretraining", 5e7, 2e-7),
        ("Continued", 5e6, 2e-7),
        ("Full tuning", 4e5, 2e-7),
        ("LoRA", 2.1e4, 2e-7),
        ("QLoRA", 1.9e4, 2e-7),
        ("Distil", 3e7, 1e-7),
        ("API", 0.0, 1e-5),
    ];
    let money = |v: f64| if v >= 1e6 { format!("${}M", v / 1e6) } else { format!("${}K", v / 1e3) };
    Lines {
        x: Axis {
            low: 1e7,
            high: 1e12,
            is_log: true,
            label: "Tokens a month (log scale)".into(),
            ticks: log_ticks(1e7, 1e12, 7).into_iter().map(|v| (v, superscript(v.log10().round() as i32))).collect(),
        },
        y: Axis {
            low: 1e3,
            high: 1e8,
            is_log: true,
            label: "Cost over 12 months, US dollars (log scale)".into(),
            ticks: log_ticks(1e3, 1e8, 7).into_iter().map(|v| (v, money(v))).collect(),
        },
        lines: all.into_iter().enumerate().map(line).collect(),
        uprights: vec![(1e9, "Your need".into())],
        dots: vec![(2.04e9, 2.04e4)],
        columns: volumes.iter().copied().step_by(4).collect(),
    }
}

/// A range that widens over the years, on a linear horizontal axis.
fn years() -> Lines {
    let factor = |rate: f64, year: f64| rate.powf(year);
    let line = |label: &str, rate: f64, series| Line {
        label: label.into(),
        points: (-3..=10).map(|year| (2026.0 + f64::from(year), 1e6 * factor(rate, f64::from(year)))).collect(),
        band: (-3..=10)
            .map(|year| {
                let (at, wide) = (1e6 * factor(rate, f64::from(year)), 1.0 + 0.2 * f64::from(year).abs());
                (2026.0 + f64::from(year), at / wide, at * wide)
            })
            .collect(),
        series,
    };
    Lines {
        x: Axis {
            low: 2023.0,
            high: 2036.0,
            ticks: (2023..=2036).map(|year| (f64::from(year), year.to_string())).collect(),
            ..Axis::default()
        },
        y: Axis {
            low: 1e4,
            high: 1e10,
            is_log: true,
            label: "费用，美元（对数刻度）".into(),
            ticks: vec![(1e4, "1万".into()), (1e6, "100万".into()), (1e8, "1亿".into()), (1e10, "100亿".into())],
        },
        lines: vec![line("同等能力", 0.7, 0), line("最大的训练", 2.4, 1)],
        uprights: vec![(2026.0, "今年".into())],
        ..Lines::default()
    }
}

#[test]
fn lines_look_as_kept() {
    let (light, dark) = (Theme::light(), Theme::dark());
    golden("lines-wide-light", &lines_svg(&routes(), WIDE, &light).0);
    golden("lines-narrow-dark", &lines_svg(&routes(), NARROW, &dark).0);
    golden("lines-band-wide-light", &lines_svg(&years(), WIDE, &light).0);
    golden("lines-band-narrow-dark", &lines_svg(&years(), NARROW, &dark).0);
}

#[test]
fn every_line_has_its_name_and_every_column_its_place() {
    for width in [280, NARROW, WIDE] {
        let (svg, hits) = lines_svg(&routes(), width, &Theme::light());
        for Line { label, .. } in routes().lines {
            assert!(svg.contains(&format!(">{label}<")), "{label} at {width}");
        }
        assert!(svg.contains(">Your need<"));
        assert_eq!(hits.marks.len(), routes().columns.len());
        assert!(hits.marks.windows(2).all(|pair| pair[0].x + pair[0].r <= pair[1].x - pair[1].r + 1e-6));
    }
}

#[test]
fn empty_specs_draw_a_frame() {
    let theme = Theme::light();
    let empty = [
        bars_svg(&Bars::default(), WIDE, &theme),
        scatter_svg(&Scatter::default(), NARROW, &theme),
        lines_svg(&Lines::default(), NARROW, &theme),
    ];
    for (svg, hits) in empty {
        assert!(svg.trim_end().ends_with("</svg>"));
        assert_eq!(hits.marks, []);
    }
}

#[test]
fn a_page_without_room_is_no_panic() {
    // `f64::clamp` panicked here: the plot's right edge was left of its left edge.
    for width in [0, 1, 40] {
        assert!(scatter_svg(&scatter(), width, &Theme::light()).0.contains("</svg>"));
        assert!(lines_svg(&routes(), width, &Theme::light()).0.contains("</svg>"));
        assert!(bars_svg(&own(), width, &Theme::light()).0.contains("</svg>"));
    }
}

#[test]
fn a_remark_is_never_cut() {
    // On phones "included in Compute, abou…" lost its amount.
    let said = "included in the rent, about $0.9M";
    for share in [0.0, 0.3, 0.6, 1.0] {
        let mut spec = rent();
        (spec.bars[1].value, spec.bars[1].value_label) = (share * spec.max, said.into());
        for width in [280, NARROW, 480, WIDE] {
            assert!(bars_svg(&spec, width, &Theme::light()).0.contains(said), "{share} at {width}");
        }
    }
}

#[test]
fn pointing_finds_the_row_and_the_point() {
    let (_, hits) = bars_svg(&rent(), WIDE, &Theme::light());
    let people = hits.marks[3];
    assert_eq!(hits.nearest(5.0, people.y + 3.0).unwrap().index, 3);
    let (_, hits) = scatter_svg(&scatter(), WIDE, &Theme::light());
    assert_eq!(hits.marks.last().unwrap().index, scatter().points.len());
    let gpt2 = hits.marks[0];
    assert_eq!(hits.nearest(gpt2.x + 9.0, gpt2.y - 9.0), Some(gpt2));
    assert_eq!(hits.nearest(gpt2.x, gpt2.y - 90.0), None);
}

#[test]
fn the_readers_label_is_always_there() {
    for (x, y) in [(1e10, 1e-3), (1e40, 1e20), (4e23, 2e6), (7e26, 2.9e9)] {
        let mut spec = scatter();
        spec.you = Some(Mark { x, y, y_low: y / 3.0, y_high: y * 3.0, label: "You".into() });
        for width in [NARROW, WIDE] {
            assert!(scatter_svg(&spec, width, &Theme::light()).0.contains(">You<"), "{x} {y} at {width}");
        }
    }
}

#[test]
fn ticks_are_round_and_exact() {
    assert_eq!(log_ticks(1e21, 5e26, 8), [1e21, 1e22, 1e23, 1e24, 1e25, 1e26]);
    assert_eq!(log_ticks(1e20, 1e26, 4), [1e20, 1e22, 1e24, 1e26]);
    assert_eq!(log_ticks(1.0, 100.0, 7), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]);
    assert_eq!(log_ticks(0.0, 10.0, 5), Vec::<f64>::new());
    assert_eq!(nice_ticks(1.0, 5), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
    assert_eq!(nice_ticks(16.4e6, 5), [0.0, 5e6, 10e6, 15e6]);
    assert_eq!(nice_ticks(f64::NAN, 5), [0.0]);
}

/// Contrast ratio as defined by WCAG 2.2.
fn contrast(a: RGBColor, b: RGBColor) -> f64 {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let light = |c: RGBColor| 0.2126 * linear(c.0) + 0.7152 * linear(c.1) + 0.0722 * linear(c.2);
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn colours_have_contrast() {
    for theme in [Theme::light(), Theme::dark()] {
        for text in [theme.ink, theme.muted, theme.accent] {
            for under in [theme.paper, theme.band] {
                assert!(contrast(text, under) >= 4.5, "{text:?} on {under:?}: {}", contrast(text, under));
            }
        }
        for mark in theme.series {
            assert!(contrast(mark, theme.paper) >= 3.0, "{mark:?}");
        }
    }
}

/// Any number at all, often an awkward one.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![any::<f64>(), -10.0..10.0, Just(f64::NAN), Just(f64::INFINITY), Just(0.0), 1e3..1e27]
}

proptest! {
    #[test]
    fn any_bars_can_be_drawn(
        numbers in prop::collection::vec((any_number(), any_number(), any_number(), any::<bool>(), "\\PC{0,40}"), 0..8),
        max in any_number(), width in 0_u32..900,
    ) {
        let bars = numbers.into_iter().enumerate().map(|(colour, (low, value, high, muted, text))| Bar {
            muted, ..bar(&text, colour, (low, value, high), &text)
        });
        let spec = Bars { bars: bars.collect(), axis_label: "x".into(), ticks: vec![(max, "max".into())], max };
        let (svg, hits) = bars_svg(&spec, width, &Theme::light());
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf\""));
        prop_assert!(hits.marks.iter().all(|hit| hit.x.is_finite() && hit.y.is_finite()));
    }

    #[test]
    fn any_lines_can_be_drawn(
        numbers in prop::collection::vec((any_number(), any_number(), any_number()), 0..12),
        low in any_number(), high in any_number(), is_log in any::<bool>(), width in 0_u32..900,
    ) {
        let axis = Axis { low, high, is_log, label: "x".into(), ticks: vec![(low, "low".into()), (high, "high".into())] };
        let points = numbers.iter().map(|&(x, y, _)| (x, y)).collect::<Vec<_>>();
        let spec = Lines {
            x: axis.clone(),
            y: axis,
            lines: vec![Line { label: "line".into(), points: points.clone(), band: numbers.clone(), series: 9 }],
            uprights: numbers.iter().map(|&(x, ..)| (x, "here".into())).collect(),
            dots: points,
            columns: numbers.iter().map(|&(x, ..)| x).collect(),
        };
        let (svg, hits) = lines_svg(&spec, width, &Theme::dark());
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf\""));
        prop_assert!(hits.marks.iter().all(|hit| hit.x.is_finite() && hit.r.is_finite()));
    }

    #[test]
    fn any_scatter_can_be_drawn(
        numbers in prop::collection::vec((any_number(), any_number(), any_number()), 0..12),
        low in any_number(), high in any_number(), width in 0_u32..900,
    ) {
        let axis = LogAxis { low, high, label: "x".into(), ticks: log_ticks(low, high, 6).into_iter().map(|v| (v, v.to_string())).collect() };
        let spec = Scatter {
            x: axis.clone(),
            y: axis,
            points: numbers.iter().map(|&(x, y, _)| point("p", x, y, false)).collect(),
            bands: vec![BandArea { points: numbers.clone() }],
            line: numbers.iter().map(|&(x, y, _)| (x, y)).collect(),
            you: numbers.first().map(|&(x, y, z)| Mark { x, y, y_low: z, y_high: y, label: "you".into() }),
        };
        let (svg, hits) = scatter_svg(&spec, width, &Theme::dark());
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf\""));
        prop_assert!(hits.marks.iter().all(|hit| hit.x.is_finite() && hit.y.is_finite()));
    }
}
