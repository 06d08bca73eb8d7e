//! What a budget buys, and cost against time.

use crate::shape::SolvingText;

pub(crate) static SOLVING: SolvingText = SolvingText {
    enter_limit: "Enter a budget, a deadline, or both: the best model that they allow is found.",
    to_budget: "Enter a budget",
    to_deadline: "Enter a deadline",
    own_total: "Until then: what your scenario costs in all, {cost}, would buy this.",
    best_says: "On your hardware the best is a model of {params} parameters, trained on {tokens} tokens: {hardware}, {days}, {cost}. Its predicted loss is \
                {loss} nats a token.",
    better_says: "The best offer is {offer}. There it is {params} parameters and {tokens} tokens, with a predicted loss of {loss}.",
    none_better: "None of the {count} offers with a public price trains a better one.",
    none_at_all: "Nor would any other offer with a public price do.",
    column_yours: "On your hardware",
    column_best: "On the best offer",
    row_offer: "Hardware",
    row_params: "Parameters",
    row_tokens: "Training tokens",
    row_count: "Accelerators",
    row_run: "Cost of the final run",
    row_project: "Cost of the whole project",
    row_serving: "Cost of serving in its life",
    row_loss: "Predicted loss, nats a token ({law})",
    row_plan: "Best plan, and the MFU that it gives",
    own_law: "your constants",
    open: "Open as a scenario",
    solver_note: "The best model is the dense one of the lowest predicted loss; lower is better, and the law knows nothing of what data teach. Without a \
                  deadline the cluster is sized for {days} days. Offers are all accelerators, bases and providers with a public price, in your region.",
    not_a_number: "A limit has to be a number above zero.",
    other_kind: "The law of the loss speaks of pretraining alone: choose pretraining as the kind of training.",
    price_unknown: "No price of these accelerators on this basis is public: enter yours, or take others.",
    speed_unknown: "No speed of these accelerators is public: enter their peak and MFU, or take others.",
    budget_short: "The budget does not pay for the smallest model worth a run, 1 million parameters on 20 million tokens. That takes {least}: raise the \
                   budget.",
    run_alone: "Or let it pay for the final run alone.",
    days_short: "Not even the smallest model worth a run, 1 million parameters on 20 million tokens, is done in time. It takes {least} on all accelerators \
                 there are: extend the deadline, or allow more accelerators.",
    frontier_says: "Rented, the final run takes from {fast}, at {dear} for all, to {slow}, at {cheap}: the line is what nothing rented at a public price beats.",
    yours_beaten: "Yours takes {days} and costs {cost} in all. No slower, with no more to be paid at once, and cheapest: {offer}, {least}.",
    yours_stands: "Yours takes {days} and costs {cost} in all: nothing that is no slower, with no more to be paid at once, costs less.",
    no_offer: "Nothing that could train this model has a public price: enter one.",
    yours: "yours",
    axis_days: "Days of the final run",
    axis_cost: "Total, {currency}",
    column_offer: "Accelerators",
    column_terms: "How paid, and where from",
    column_days: "Final run",
    column_total: "Total",
    column_upfront: "Paid at once, for hardware",
    column_carbon: "Carbon",
    frontier_note: "Total is the whole project; of bought hardware it has only what the project uses up. Rings are bought: they beat renting, but the \
                    hardware has to be paid at once. What saves less than 1% is left out. Click a row's name to open it as a scenario. Each accelerator \
                    keeps its MFU whatever their number, so the days of the largest clusters are a lower bound. Tried are up to {most} accelerators; \
                    “{field}” above changes that.",
    trying: "Trying offers: {done} of {all}",
};
