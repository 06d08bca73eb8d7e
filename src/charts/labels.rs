//! Greedy label placement: the most important label first; a label without room is left out.

use super::geometry::{Area, Spot};

/// Records occupied areas, and finds room for the next label.
pub(super) struct Placer {
    bounds: Area,
    occupied: Vec<Area>,
}

impl Placer {
    pub(super) fn new(bounds: Area) -> Self {
        Self { bounds, occupied: Vec::new() }
    }

    /// Marks an area that no label may cover.
    pub(super) fn occupy(&mut self, area: Area) {
        self.occupied.push(area);
    }

    /// Occupies and returns the first free one of the candidate places.
    pub(super) fn place(&mut self, places: &[Area]) -> Option<Area> {
        let free = |place: &&Area| self.bounds.contains(place) && !self.occupied.iter().any(|other| other.overlaps(place));
        let best = *places.iter().find(free)?;
        self.occupied.push(best);
        Some(best)
    }

    /// `true` if a line between two spots crosses no occupied area.
    pub(super) fn is_clear(&self, (from, to): (Spot, Spot)) -> bool {
        !self.occupied.iter().any(|area| area.clip_segment(from, to).is_some())
    }

    /// Like [`Placer::place`], but if no place is free, uses the least crowded one, moved inside the bounds.
    pub(super) fn place_least_crowded(&mut self, places: &[Area]) -> Option<Area> {
        self.place(places).or_else(|| {
            let crowd = |place: &Area| self.occupied.iter().filter(|other| other.overlaps(place)).count();
            let inside = places.iter().map(|place| place.moved_into(&self.bounds));
            let best = inside.min_by_key(crowd)?;
            self.occupied.push(best);
            Some(best)
        })
    }
}

/// Candidate places for a label of this size around a spot: right, left, above, below, then the corners.
pub(super) fn around((x, y): Spot, gap: f64, (width, height): (f64, f64)) -> [Area; 8] {
    let near = gap * 0.6;
    let spots = [
        (x + gap, y - height / 2.0),
        (x - gap - width, y - height / 2.0),
        (x - width / 2.0, y - gap - height),
        (x - width / 2.0, y + gap),
        (x + near, y - near - height),
        (x - near - width, y - near - height),
        (x + near, y + near),
        (x - near - width, y + near),
    ];
    spots.map(|(left, top)| Area::at(left, top, width, height))
}

/// The smallest step at which every step-th tick label keeps clear of the one before.
///
/// `extents` are (start, end) along the axis, in order.
pub(super) fn stride(extents: &[(f64, f64)], gap: f64) -> usize {
    let clear = |step: usize| {
        let kept: Vec<_> = extents.iter().step_by(step).collect();
        kept.windows(2).all(|pair| pair[0].1 + gap <= pair[1].0)
    };
    (1..extents.len()).find(|&step| clear(step)).unwrap_or(extents.len().max(1))
}
