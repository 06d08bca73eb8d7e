//! A chart on the page: redrawn when its data, size, device pixels, theme or language change, at most once per frame; read by pointer
//! or arrow keys.

use crate::charts::canvas::{ChartCanvas, on_canvas};
use crate::charts::{Hit, Hits, Theme};
use crate::state::{Page, forever, live, on, watch};
use gloo::render::{AnimationFrame, request_animation_frame};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The page's font stack. Web fonts would need requests, and megabytes for Chinese.
pub(super) const FONT: &str =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/// The contents of a chart, computed when it is drawn. None of it is reactive.
pub(super) struct Drawing {
    /// The height in CSS px at a width in CSS px.
    pub(super) height: fn(f64) -> f64,
    /// Draws the chart on a prepared canvas.
    pub(super) draw: fn(&Page, ChartCanvas, &Theme) -> Option<Hits>,
    /// The tip of a mark, by its index.
    pub(super) tip: fn(&Page, usize) -> String,
}

/// A chart with a one-sentence takeaway for screen readers.
#[component]
pub(super) fn Chart(
    /// Stable name, for tests and benchmarks.
    name: &'static str,
    /// The takeaway, in one sentence. Reactive.
    takeaway: Signal<String>,
    /// The contents.
    drawing: Drawing,
) -> impl IntoView {
    let page = Page::here();
    let canvas = NodeRef::<html::Canvas>::new();
    let width = RwSignal::new(0.0);
    let hits = StoredValue::new(Hits::default());
    let pointed = StoredValue::new(None::<Hit>);
    observe_width(canvas, width);

    let redraw = move || {
        let (Some(canvas), width) = (canvas.get_untracked(), width.get_untracked()) else { return };
        if width < 1.0 {
            return;
        }
        mark(name);
        let theme = if untrack(|| page.dark()) { Theme::dark() } else { Theme::light() };
        let surface = on_canvas(&canvas, width, (drawing.height)(width), page.pixel_ratio.get_untracked());
        let marks = untrack(|| (drawing.draw)(&page, surface?, &theme));
        hits.set_value(marks.unwrap_or_default());
        measure(name);
    };
    let frame = StoredValue::new_local(None::<AnimationFrame>);
    watch(move || {
        page.estimate.track();
        page.view.track();
        page.dark();
        width.track();
        page.pixel_ratio.track();
        // Replaces a pending frame, so that several changes cause one drawing.
        frame.set_value(Some(request_animation_frame(move |_| redraw())));
    });

    let point_at = move |hit: Option<Hit>| {
        pointed.set_value(hit);
        if let Some(canvas) = canvas.get_untracked() {
            let tip = hit.map(|hit| untrack(|| (drawing.tip)(&page, hit.index)));
            show_tip(&canvas, hit.zip(tip), width.get_untracked());
        }
    };
    let step = move |event: web_sys::KeyboardEvent| {
        let forward = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => true,
            "ArrowLeft" | "ArrowUp" => false,
            "Escape" => return point_at(None),
            _ => return,
        };
        event.prevent_default();
        let next = hits.with_value(|hits| {
            let count = hits.marks.len();
            let at = pointed.get_value().and_then(|hit| hits.marks.iter().position(|mark| *mark == hit));
            let next = match at {
                Some(at) if forward => (at + 1) % count.max(1),
                Some(at) => (at + count - 1) % count.max(1),
                None => 0,
            };
            hits.marks.get(next).copied()
        });
        point_at(next);
    };
    let point = move |event: web_sys::PointerEvent| {
        point_at(hits.with_value(|hits| hits.nearest(f64::from(event.offset_x()), f64::from(event.offset_y()))));
    };
    view! {
        <div class="chart" data-testid=forever(format!("chart-{name}"))>
            <canvas
                node_ref=canvas
                role="img"
                tabindex="0"
                aria-label=live(move || format!("{} {}", takeaway.get(), page.text().chart_keys))
                on:keydown=on(step)
                on:blur=on(move |_| point_at(None))
                on:pointermove=on(point)
                on:pointerdown=on(point)
                on:pointerleave=on(move |_| point_at(None))
            ></canvas>
            <div class="tip" aria-live="polite"></div>
        </div>
    }
    .into_any()
}

/// Shows a mark's tip on the side with more room; hides the tip without a mark.
fn show_tip(canvas: &web_sys::HtmlCanvasElement, mark: Option<(Hit, String)>, width: f64) {
    let Some(tip) = canvas.next_element_sibling().and_then(|tip| tip.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    let (hit, text) = mark.unzip();
    tip.set_text_content(text.as_deref());
    if let Some(hit) = hit {
        tip.set_class_name(if hit.x > width / 2.0 { "tip tip-left" } else { "tip" });
        _ = tip.style().set_property("left", &format!("{}px", hit.x));
        _ = tip.style().set_property("top", &format!("{}px", hit.y));
    }
}

/// Keeps `width` at the holder's width in CSS px.
fn observe_width(canvas: NodeRef<html::Canvas>, width: RwSignal<f64>) {
    watch(move || {
        let Some(element) = canvas.get().and_then(|canvas| canvas.parent_element()) else { return };
        let target = element.clone();
        let changed = Closure::<dyn Fn()>::new(move || {
            let now = f64::from(element.client_width());
            if width.try_get_untracked().is_some_and(|width| width != now) {
                width.set(now);
            }
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&target);
        }
        // The chart lives as long as the page.
        changed.forget();
    });
}

/// The start of a drawing, on the browser's own timeline.
fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        _ = performance.mark(&format!("chart:{name}:start"));
    }
}

/// The duration of a drawing, on the browser's own timeline, where the benchmark reads it.
fn measure(name: &str) {
    if let Some(performance) = window().performance() {
        _ = performance.measure_with_start_mark(&format!("chart:{name}"), &format!("chart:{name}:start"));
    }
}
