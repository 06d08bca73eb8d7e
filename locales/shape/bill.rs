//! The texts of inputs, figures and lines of the bill.

/// Makes of one table of a language what the page asks of it (`field`, `figure`) and what only reports ask (`driver`, `term`), each a function
/// of its own, so that the page's module carries only its part (docs/decisions/008). A text that is missing does not compile.
macro_rules! bill_texts {
    (
        inputs { $($input:ident: $label:literal, $unit:literal, $hint:literal => $name:literal;)* }
        givens { $($given:ident: $given_name:literal;)* }
        decisions { $($decision:ident: $decision_label:literal, $decision_unit:literal, $decision_hint:literal;)* }
        figures { $($figure:ident: $figure_label:literal => $figure_name:literal, $ignores:literal;)* }
        steps { $($step:ident: $step_name:literal, $step_ignores:literal;)* }
    ) => {
        /// Label, unit and hint of a field.
        pub(crate) fn field(field: traincost_model::Field) -> $crate::shape::FieldText {
            use traincost_model::Field;
            let (label, unit, hint) = match field {
                $(Field::$input => ($label, $unit, $hint),)*
                $(Field::$decision => ($decision_label, $decision_unit, $decision_hint),)*
            };
            $crate::shape::FieldText { label, unit, hint }
        }

        /// The label of a figure on the page; empty for steps, which only explanations show.
        pub(crate) fn figure(figure: traincost_model::Figure) -> &'static str {
            use traincost_model::Figure;
            match figure {
                $(Figure::$figure => $figure_label,)*
                $(Figure::$step => "",)*
            }
        }

        /// The name of a driver in formulas.
        pub(crate) fn driver(driver: traincost_model::Driver) -> &'static str {
            use traincost_model::Driver;
            match driver {
                $(Driver::$input => $name,)*
                $(Driver::$given => $given_name,)*
            }
        }

        /// The name of a figure in formulas, and what its formula leaves out or assumes; empty where there is nothing to add.
        pub(crate) fn term(figure: traincost_model::Figure) -> (&'static str, &'static str) {
            use traincost_model::Figure;
            match figure {
                $(Figure::$figure => ($figure_name, $ignores),)*
                $(Figure::$step => ($step_name, $step_ignores),)*
            }
        }
    };
}
pub(crate) use bill_texts;
