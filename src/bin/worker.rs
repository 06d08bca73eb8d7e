//! Starts the worker.

fn main() {
    traincost::aside::listen();
}
