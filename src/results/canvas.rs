//! A chart on the page: drawn again when its data, size, device pixels, theme or language change, at most once a frame; read by pointer
//! or arrow keys.

use crate::charts::canvas::{ChartCanvas, on_canvas};
use crate::charts::{Hit, Hits, Theme};
use crate::state::{Page, forever, live, on, part, watch};
use gloo::render::{AnimationFrame, request_animation_frame};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The page's own font stack: no web fonts, so that nothing is fetched and Chinese is never megabytes.
pub(super) const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/// What a chart shows, worked out when it is drawn. None of it is reactive.
pub(super) struct Drawing {
    /// Its height in CSS px at a width in CSS px.
    pub(super) height: fn(f64) -> f64,
    /// Draws it on a prepared canvas.
    pub(super) draw: fn(&Page, ChartCanvas, &Theme) -> Option<Hits>,
    /// What the mark of an index says.
    pub(super) says: fn(&Page, usize) -> String,
}

/// A chart with a one-sentence takeaway for those who do not see it.
#[component]
pub(super) fn Chart(
    /// Stable name, for tests and measures.
    name: &'static str,
    /// What the chart says, in one sentence. Reactive.
    takeaway: Signal<String>,
    /// What it shows.
    drawing: Drawing,
) -> impl IntoView {
    let page = Page::here();
    let canvas = NodeRef::<html::Canvas>::new();
    let width = RwSignal::new(0.0);
    let hits = StoredValue::new(Hits::default());
    let pointed = RwSignal::new(None::<Hit>);
    observe_width(canvas, width);

    let redraw = move || {
        let (Some(canvas), width) = (canvas.get_untracked(), width.get_untracked()) else { return };
        if width < 1.0 {
            return;
        }
        mark(name);
        let theme = if page.dark.get_untracked() { Theme::dark() } else { Theme::light() };
        let surface = on_canvas(&canvas, width, (drawing.height)(width), page.pixel_ratio.get_untracked());
        let drawn = untrack(|| (drawing.draw)(&page, surface?, &theme));
        hits.set_value(drawn.unwrap_or_default());
        measure(name);
    };
    let frame = StoredValue::new_local(None::<AnimationFrame>);
    watch(move || {
        page.estimate.track();
        page.money.track();
        page.lang.track();
        width.track();
        page.dark.track();
        page.pixel_ratio.track();
        // A frame already asked for is replaced: many changes, one drawing.
        frame.set_value(Some(request_animation_frame(move |_| redraw())));
    });

    let step = move |event: web_sys::KeyboardEvent| {
        let forward = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => true,
            "ArrowLeft" | "ArrowUp" => false,
            "Escape" => {
                pointed.set(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        hits.with_value(|hits| {
            let count = hits.marks.len();
            let at = pointed.get_untracked().and_then(|hit| hits.marks.iter().position(|mark| *mark == hit));
            let next = match at {
                Some(at) if forward => (at + 1) % count.max(1),
                Some(at) => (at + count - 1) % count.max(1),
                None => 0,
            };
            pointed.set(hits.marks.get(next).copied());
        });
    };
    let point = move |event: web_sys::PointerEvent| {
        pointed.set(hits.with_value(|hits| hits.nearest(f64::from(event.offset_x()), f64::from(event.offset_y()))));
    };
    view! {
        <div class="chart" data-testid=forever(format!("chart-{name}"))>
            <canvas
                node_ref=canvas
                role="img"
                tabindex="0"
                aria-label=live(move || format!("{} {}", takeaway.get(), page.text().chart_keys))
                on:keydown=on(step)
                on:blur=on(move |_| pointed.set(None))
                on:pointermove=on(point)
                on:pointerdown=on(point)
                on:pointerleave=on(move |_| pointed.set(None))
            ></canvas>
            <div class="tip" aria-live="polite">
                {part(move || match pointed.get() {
                    Some(hit) => {
                        let (x, y) = (format!("{}px", hit.x), format!("{}px", hit.y));
                        let side = if hit.x > width.get() / 2.0 { "tip-text tip-left" } else { "tip-text" };
                        view! { <span class=side style:left=x style:top=y>{(drawing.says)(&page, hit.index)}</span> }.into_any()
                    }
                    None => ().into_any(),
                })}
            </div>
        </div>
    }
    .into_any()
}

/// Keeps `width` at the holder's width in CSS px.
fn observe_width(canvas: NodeRef<html::Canvas>, width: RwSignal<f64>) {
    watch(move || {
        let Some(element) = canvas.get().and_then(|canvas| canvas.parent_element()) else { return };
        width.set(f64::from(element.client_width()));
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

/// How long it took, on the browser's own timeline, where the bench reads it.
fn measure(name: &str) {
    if let Some(performance) = window().performance() {
        _ = performance.measure_with_start_mark(&format!("chart:{name}"), &format!("chart:{name}:start"));
    }
}
