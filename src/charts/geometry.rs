//! Rectangles, and clipping to them. All coordinates are in CSS px, with y downwards.

/// A position.
pub(super) type Spot = (f64, f64);

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Area {
    pub(super) fn at(left: f64, top: f64, width: f64, height: f64) -> Self {
        Self { left, top, right: left + width, bottom: top + height }
    }

    pub(super) fn around((x, y): Spot, radius: f64) -> Self {
        Self::at(x - radius, y - radius, 2.0 * radius, 2.0 * radius)
    }

    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    pub(super) fn contains(&self, other: &Self) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// The point of the rectangle nearest to another point.
    pub(super) fn nearest(&self, (x, y): Spot) -> Spot {
        (x.max(self.left).min(self.right), y.max(self.top).min(self.bottom))
    }

    /// The rectangle moved by the smallest distance that brings it inside `outer`.
    pub(super) fn moved_into(&self, outer: &Self) -> Self {
        let left = self.left.min(outer.right - self.width()).max(outer.left);
        let top = self.top.min(outer.bottom - self.height()).max(outer.top);
        Self::at(left, top, self.width(), self.height())
    }

    /// The part of a polygon inside the rectangle, by the Sutherland-Hodgman method: cut at each of the four sides in turn.
    pub(super) fn clip_polygon(&self, polygon: &[Spot]) -> Vec<Spot> {
        let sides: [&dyn Fn(Spot) -> f64; 4] =
            [&|p| p.0 - self.left, &|p| self.right - p.0, &|p| p.1 - self.top, &|p| self.bottom - p.1];
        let mut kept = polygon.to_vec();
        for inside in sides {
            let corners = std::mem::take(&mut kept);
            for (i, &to) in corners.iter().enumerate() {
                let from = corners[(i + corners.len() - 1) % corners.len()];
                if (inside(from) >= 0.0) != (inside(to) >= 0.0) {
                    kept.push(between(from, to, inside(from) / (inside(from) - inside(to))));
                }
                if inside(to) >= 0.0 {
                    kept.push(to);
                }
            }
        }
        kept
    }

    /// The part of a segment inside the rectangle, by the Liang-Barsky method.
    pub(super) fn clip_segment(&self, from: Spot, to: Spot) -> Option<(Spot, Spot)> {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let sides = [(-dx, from.0 - self.left), (dx, self.right - from.0), (-dy, from.1 - self.top), (dy, self.bottom - from.1)];
        for (speed, room) in sides {
            if speed == 0.0 && room < 0.0 {
                return None;
            } else if speed < 0.0 {
                enter = enter.max(room / speed);
            } else if speed > 0.0 {
                leave = leave.min(room / speed);
            }
        }
        (enter < leave).then(|| (between(from, to, enter), between(from, to, leave)))
    }
}

/// The position at share `t` of the way from one spot to another.
pub(super) fn between(from: Spot, to: Spot, t: f64) -> Spot {
    (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t)
}
