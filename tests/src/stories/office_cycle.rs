//! The office of the programme by plain forms, as somebody on a telephone without JavaScript sends
//! them: from the preparation to the evaluation, and the reports in between.

pub(super) mod desks;
mod judging;
mod planting;
mod preparing;
mod reporting;
