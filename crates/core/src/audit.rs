//! The audit of the plan's own figures (数值核对): each claim recomputed at its printed precision.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::plan::{Claim, Plan, Reckoning, numeral, operand};
use crate::words::{say, tr};

/// A claim recomputed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// The result, unrounded; `None` for a division by zero.
    pub computed: Option<Decimal>,
    /// Whether it equals the printed figure at that precision.
    pub holds: bool,
}

impl Finding<'_> {
    /// The calculation, such as `（119.5 − 109）÷ 109 = 9.633%`.
    pub fn text(&self) -> String {
        let behind = |(n, value)| {
            if n == 0 {
                numeral(value)
            } else {
                operand(value)
            }
        };
        let of: Vec<String> = self.claim.of.iter().enumerate().map(behind).collect();
        let computed = self.computed.map_or(tr("无法计算").to_owned(), |value| {
            numeral(value.round_dp(4).normalize())
        });
        let (first, second) = (
            of.first().map_or("", String::as_str),
            of.get(1).map_or("", String::as_str),
        );
        let states = numeral(self.claim.states);
        match self.claim.reckoning {
            Reckoning::Difference => format!("{first} − {second} = {computed}"),
            Reckoning::Growth => say!(
                "（{first} − {second}）÷ {second} = {computed}%",
                first,
                second,
                computed
            ),
            Reckoning::Share => format!("{first} ÷ {second} = {computed}%"),
            Reckoning::Sum => format!("{} = {computed}", of.join(" + ")),
            Reckoning::Near => say!("{first} 略小于 {states}", first, states),
            Reckoning::Part => format!("{states} ≤ {first}"),
        }
    }
}

/// Recomputes every claim of the plan, in its order.
pub fn audit(plan: &Plan) -> Vec<Finding<'_>> {
    plan.claims.iter().map(finding).collect()
}

fn finding(claim: &Claim) -> Finding<'_> {
    let computed = claim.reckoning.compute(&claim.of);
    Finding {
        claim,
        computed,
        holds: computed.is_some_and(|value| holds(claim, value)),
    }
}

fn holds(claim: &Claim, computed: Decimal) -> bool {
    let states = claim.states.decimal();
    match claim.reckoning {
        Reckoning::Near => computed < states && states - computed <= Decimal::from(5),
        Reckoning::Part => states <= computed,
        _ => {
            computed.round_dp_with_strategy(states.scale(), RoundingStrategy::MidpointAwayFromZero)
                == states
        }
    }
}
