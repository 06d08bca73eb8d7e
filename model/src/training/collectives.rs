//! Time of collectives, within a scale-up domain and across domains.

use super::{Cluster, StackConstants};

/// The links as a plan's collectives use them; seconds, and bytes per second.
pub(super) struct Links {
    domain: f64,
    up: f64,
    out: f64,
    point_to_point: f64,
    latency: f64,
    latency_out: f64,
}

impl Links {
    pub(super) fn new(cluster: &Cluster, stack: &StackConstants) -> Self {
        Self {
            domain: f64::from(cluster.scale_up_domain),
            up: cluster.chip.scale_up.get() * stack.scale_up,
            out: cluster.scale_out.get() * stack.scale_out,
            point_to_point: cluster.scale_out.get() * stack.point_to_point,
            latency: stack.latency,
            latency_out: stack.latency_out,
        }
    }

    /// `true` if a group of neighbours fits into one domain.
    pub(super) fn is_inside(&self, size: f64) -> bool {
        size <= self.domain
    }

    /// Members of a group within one domain, if neighbours in the group are `stride` accelerators apart.
    fn inside(&self, size: f64, stride: f64) -> f64 {
        size.min((self.domain / stride).max(1.0))
    }

    /// Time of a reduce-scatter or an all-gather of `bytes` over `size` members: a ring in each domain, which moves `(n - 1) / n`
    /// of the bytes, then rings between domains (Thakur et al. 2005, <https://doi.org/10.1177/1094342005051521>).
    ///
    /// The `k` members in a domain have `k` network cards. When other groups use them too, about `sqrt(k)` of them are busy (a
    /// fit on vTrain's steps gave an exponent of 0.48 to 0.51, which was then fixed at 1/2); a group that is `alone` uses all of
    /// them.
    pub(super) fn half_reduce(&self, bytes: f64, size: f64, stride: f64, alone: bool) -> f64 {
        if size <= 1.0 {
            return 0.0;
        }
        let inside = self.inside(size, stride);
        let domains = size / inside;
        let cards = if alone { inside } else { inside.sqrt() };
        (inside - 1.0) / inside * bytes / self.up
            + (inside - 1.0) * self.latency
            + (domains - 1.0) / domains * bytes / (cards * self.out)
            + (domains - 1.0) * self.latency_out
    }

    /// Time of an all-to-all in which each of `size` members keeps `1 / size` of its `bytes` and sends the rest.
    pub(super) fn all_to_all(&self, bytes: f64, size: f64, stride: f64) -> f64 {
        if size <= 1.0 {
            return 0.0;
        }
        let inside = self.inside(size, stride);
        let [near, far] = [(inside - 1.0) / size, (size - inside) / size];
        bytes * (near / self.up + far / self.out) + (inside - 1.0) * self.latency + (size / inside - 1.0) * self.latency_out
    }

    /// Time of one transfer to the next stage, `stride` accelerators away. Accelerators without a neighbour in the domain send
    /// over the network.
    pub(super) fn to_next_stage(&self, bytes: f64, stride: f64) -> f64 {
        let crossing = (stride / self.domain).min(1.0);
        bytes * (crossing / self.point_to_point + (1.0 - crossing) / self.up) + self.latency_out
    }
}
