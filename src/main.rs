//! Starts the page.

fn main() {
    traincost::app::start();
}
