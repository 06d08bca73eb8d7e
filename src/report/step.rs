//! The time of a plan's step, and the memory of its fullest accelerator: a chart and a table each.

use super::Reader;
use super::html::{Column, Html};
use crate::charts::{Bar, Bars, bars_height, draw_bars, nice_ticks};
use traincost_locales::fill;
use traincost_model::order::sort_by_number;
use traincost_model::training::{Memory, StepTime};
use traincost_model::units::{Bytes, Seconds};

/// Smaller shares appear as "less than"; their bars would be hairlines.
const SMALL: f64 = 0.001;

/// A unit of time for a step and all its parts.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    scale: f64,
    /// The unit's name.
    unit: &'static str,
}

impl Clock {
    /// Milliseconds, or seconds for a step of ten seconds or more.
    pub(super) fn of(reader: &Reader, step: Seconds) -> Self {
        let text = reader.text();
        if step.get() < 10.0 { Self { scale: 1e3, unit: text.unit_ms } } else { Self { scale: 1.0, unit: text.unit_s } }
    }

    fn number(self, reader: &Reader, time: Seconds) -> String {
        reader.plain(time.get() * self.scale, 2)
    }

    /// A time with its unit.
    pub(super) fn text(self, reader: &Reader, time: Seconds) -> String {
        format!("{}\u{a0}{}", self.number(reader, time), self.unit)
    }
}

/// A time, in seconds if it is a second or more.
pub(super) fn spoken(reader: &Reader, time: Seconds) -> String {
    let text = reader.text();
    let (scale, unit) = if time.get() < 1.0 { (1e3, text.unit_ms) } else { (1.0, text.unit_s) };
    format!("{}\u{a0}{unit}", reader.plain(time.get() * scale, 2))
}

/// A share, which may be tiny.
fn share(reader: &Reader, share: f64) -> String {
    if share < SMALL { fill(reader.text().less_than, &[("limit", &reader.percent(SMALL, 1))]) } else { reader.percent(share, 2) }
}

/// Parts above a millionth of the whole, which would be floating-point noise: the largest first, with their place in the original order.
fn by_size<const N: usize>(parts: [f64; N], whole: f64) -> Vec<(usize, f64)> {
    let mut parts: Vec<(usize, f64)> = parts.into_iter().enumerate().filter(|(_, size)| *size > 1e-6 * whole).collect();
    sort_by_number(&mut parts, |(_, size)| -size);
    parts
}

/// Colours of the step's parts: computation, memory-bound work, waiting, communication.
const STEP_COLOURS: [usize; 12] = [0, 0, 2, 4, 1, 1, 4, 1, 1, 2, 0, 4];

/// The time of a step by its parts.
pub(super) fn step(html: &mut Html, reader: &Reader, time: &StepTime) {
    let text = reader.text();
    let total = time.total.get();
    let parts = by_size(
        [
            time.matmul,
            time.attention,
            time.memory_bound,
            time.launch,
            time.tensor_parallel,
            time.expert_parallel,
            time.bubble,
            time.point_to_point,
            time.data_parallel,
            time.optimiser,
            time.embedding,
            time.straggling,
        ]
        .map(Seconds::get),
        total,
    );
    let clock = Clock::of(reader, time.total);
    html.element("h3", text.step);
    let Some((most, size)) = parts.first() else { return };
    let takeaway = fill(
        text.step_says,
        &[("step", &spoken(reader, time.total)), ("part", text.step_parts[*most]), ("share", &reader.percent(size / total, 2))],
    );
    html.paragraph(&takeaway);
    let bars = parts.iter().filter(|(_, size)| size / total >= SMALL).map(|(part, size)| Bar {
        label: text.step_parts[*part].to_owned(),
        value: size * clock.scale,
        value_label: clock.number(reader, Seconds::new(*size)),
        colour: STEP_COLOURS[*part],
        ..Bar::default()
    });
    draw(html, reader, &takeaway, bars.collect(), fill(text.step_axis, &[("unit", clock.unit)]), size * clock.scale);
    let columns = [Column::Words(text.column_part), Column::Number(text.column_time), Column::Number(text.column_share)];
    let rows = parts.iter().map(|(part, size)| {
        ("", vec![text.step_parts[*part].to_owned(), clock.text(reader, Seconds::new(*size)), share(reader, size / total)])
    });
    let whole = ("total", vec![text.whole_step.to_owned(), clock.text(reader, time.total), reader.percent(1.0, 3)]);
    html.table(&columns, rows.chain(std::iter::once(whole)));
}

/// The memory of the fullest accelerator, against its capacity.
pub(super) fn memory(html: &mut Html, reader: &Reader, memory: &Memory, room: Bytes) {
    let text = reader.text();
    let kept = [memory.weights, memory.gradients, memory.optimiser, memory.activations, memory.temporary, memory.adapters];
    let classes = by_size(kept.map(Bytes::gib), memory.total.gib());
    html.element("h3", text.memory);
    let Some((most, size)) = classes.first() else { return };
    let gib = |gib: f64| reader.plain(gib, 2);
    let (used, room) = (memory.total.gib(), room.gib());
    let takeaway = fill(
        text.memory_says,
        &[("used", &gib(used)), ("room", &gib(room)), ("class", text.memory_classes[*most]), ("most", &gib(*size))],
    );
    html.paragraph(&takeaway);
    let bar = |label: &str, value, colour, muted| Bar {
        label: label.to_owned(),
        value,
        value_label: gib(value),
        colour,
        muted,
        ..Bar::default()
    };
    let bars = classes
        .iter()
        .filter(|(_, size)| size / room >= SMALL)
        .map(|(class, size)| bar(text.memory_classes[*class], *size, 2, false));
    let whole = [bar(text.memory_total, used, 0, false), bar(text.memory_room, room, 4, true)];
    draw(html, reader, &takeaway, bars.chain(whole).collect(), text.memory_axis.to_owned(), used.max(room));
    let columns = [Column::Words(text.column_part), Column::Number(text.column_memory), Column::Number(text.column_of_room)];
    let row = |name: &str, size: f64| vec![name.to_owned(), gib(size), share(reader, size / room)];
    let rows = classes.iter().map(|(class, size)| ("", row(text.memory_classes[*class], *size)));
    let whole = [("total", row(text.memory_total, used)), ("", row(text.memory_room, room))];
    html.table(&columns, rows.chain(whole));
}

fn draw(html: &mut Html, reader: &Reader, takeaway: &str, bars: Vec<Bar>, axis_label: String, max: f64) {
    let ticks = nice_ticks(max, 4).into_iter().map(|value| (value, reader.plain(value, 3))).collect();
    let height = bars_height(bars.len(), reader.width);
    let spec = Bars { bars, axis_label, ticks, max };
    html.chart(reader, height, takeaway, |svg, frame| draw_bars(svg, &spec, frame));
}
