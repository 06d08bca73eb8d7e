//! Train, tune or buy; rent or buy the hardware; now or in another year.

use crate::shape::ChoosingText;
use traincost_model::analysis::routes::{Route, RouteRisk};

pub(crate) static CHOOSING: ChoosingText = ChoosingText {
    routes_say: "Cheapest for {volume} tokens a month over {months} months: {route}, {total} in all.",
    one_route: "At any use {route} costs least.",
    by_use: "What costs least depends on use, in tokens a month: {steps}.",
    up_to: "{route} up to {volume}",
    beyond: "{route} beyond",
    comma: ", ",
    your_use: "Your use: {volume}",
    volume_axis: "Tokens a month (log scale)",
    total_axis: "Cost over {months} months, {currency} (log scale)",
    column_route: "Route",
    column_fixed: "Before it serves",
    column_a_million: "A million tokens",
    column_in_all: "In {months} months",
    column_days: "Days of the run",
    column_people: "People",
    column_overtakes: "Cheaper than an API",
    above: "above {volume}",
    below: "below {volume}",
    at_any_use: "at any use",
    never: "never",
    unknown: "unknown",
    none: "none",
    assumed: "What each assumes, and what may go wrong",
    risk_is: "Risk: {risk}.",
    as_it_stands: "The project as it stands above.",
    tuned_so: "The project as it stands above, but tuned this way.",
    not_said: "The project says nothing of it. Choose pretraining to compare all routes.",
    price_unknown: "Routes that train cannot be priced: the accelerator has no public price on this basis. Enter one under “{field}”.",
    routes_note: "Ranges are P10 to P90; lines are middle values. Serving is one forward pass a token on the project's accelerators, at {mfu} of their peak \
                  and paid for the hours worked. An API is read and written at one price. These are not equally good models: adapters learn less, a distilled \
                  model is smaller, an API's is what its maker offers.",
    route: |route| match route {
        Route::Pretrain => "pretraining",
        Route::Continue => "continued pretraining",
        Route::FineTune => "full fine-tuning",
        Route::Lora => "LoRA",
        Route::Qlora => "QLoRA",
        Route::Distil => "distillation",
        Route::Api => "an API",
    },
    route_loss: "Predicted loss of a dense model of its active parameters and tokens ({law}): {loss} nats a token.",
    assumes: |route| match route {
        Route::Pretrain => "From nothing.",
        Route::Continue => "Open weights of this size at no price, and {share} of the tokens.",
        Route::FineTune => {
            "Open weights of this size, {share} of pretraining's compute, and the people and labels of InstructGPT's alignment."
        }
        Route::Lora => {
            "As full fine-tuning, with adapters: {share} of its time a token on fewer accelerators, one person, and few labels."
        }
        Route::Qlora => "As LoRA, on weights in 4 bits: {share} of its time a token, on fewer accelerators still.",
        Route::Distil => "A student with {share} of the parameters on all of the tokens, and a teacher's answers.",
        Route::Api => "Nothing is trained. A million tokens cost {share}.",
    },
    risk: |risk| match risk {
        RouteRisk::MayFail => "a long run may fail, and nothing is known to work beforehand",
        RouteRisk::Provenance => "what is in the open weights, and their terms of use",
        RouteRisk::Forgetting => "the model forgets what it knew",
        RouteRisk::LearnsLess => "adapters learn less than a whole model",
        RouteRisk::Teacher => "the teacher's terms and faults",
        RouteRisk::Dependence => "prices, limits and models that others change",
    },

    sold_after: "If the hardware is sold when it is no longer needed, buying costs no more than renting from month {months} on.",
    sold_never: "Buying costs more than renting all through the hardware's life of {life} months, even if it is sold then.",
    sold_always: "If the hardware is sold when it is no longer needed, buying costs less than renting from the first month on.",
    kept_after: "If it fetches nothing, buying pays from month {months} on.",
    kept_never: "If it fetches nothing, buying never pays.",
    kept_always: "Even if it fetches nothing, buying pays from the first month on.",
    used_after: "Over its whole life, buying pays from {share} utilisation on; here it is {now}.",
    used_never: "Over its whole life, buying pays at no utilisation.",
    used_always: "Over its whole life, buying pays at any utilisation.",
    whole_life: "Over {life} months renting comes to {rented}, and buying less resale to {bought}.",
    months_axis: "Months",
    spent_axis: "Paid so far, {currency}",
    rented: "Rented",
    bought: "Bought and kept",
    bought_and_sold: "Bought, less resale",
    month: "Month {months}",
    column_month: "Month",
    column_resale: "Resale",
    by_utilisation: "Months until buying pays, by utilisation",
    column_utilisation: "Utilisation",
    column_if_sold: "If sold then",
    column_if_kept: "If kept",
    by_decline: "Months until buying pays, by how fast rents fall",
    column_decline: "Rent falls a year",
    at_once: "at once",
    rent_note: "All at middle values. Buying takes {upfront} at once and lasts {life} months. Rent is paid for the hours worked, here {utilisation} of all; \
                whoever owns pays for all: interest, maintenance, place and people, and power for the hours worked. Resale falls evenly from the price to the \
                residual, and with the price of new hardware; selling early may bring less.",
    rent_unknown: "Nothing to compare: no public rent of this accelerator on this basis. Enter one under “{field}”, or choose another accelerator or basis.",
    purchase_unknown: "Nothing to compare: no public price of buying this accelerator, its power or its place. Choose own hardware as the basis and enter one \
                       under “{field}”, or choose another accelerator.",
    terms_impossible: "Nothing to compare: utilisation has to be above 0 and at most 100%, and prices can fall by less than 100% a year.",

    years_say: "What costs {now} in {this} will cost {cost} in {year}, if progress goes on at these rates.",
    frontier_says: "The largest runs go the other way: {run} in {since}, and {cost} in {year} if their growth goes on.",
    rates_impossible: "A rate has to be above 0, and its range in order.",
    same_capability: "The same capability",
    largest_run: "The largest run",
    this_year: "Today",
    years_axis: "Cost, {currency} (log scale)",
    column_year: "Year",
    years_note: "Machines and power move with the rates; people and data stay as they are, and so does what is uncertain today. The band is P10 to P90: a rate \
                 holds for all years, so it widens with them. The largest run is the dearest one in the catalog at cloud prices, moved by its own rate; no one \
                 knows how long that can go on.",
    rates: "The rates, a factor a year",
    rate: [
        "Compute for a dollar of hardware",
        "Compute for a watt",
        "Capability for a FLOP, from better methods",
        "Rent of an accelerator",
        "Cost of the largest runs",
    ],
    yours: "yours",
    rates_note: "Enter your own above in place of any of them, a range too (1.2 to 1.5).",
};
