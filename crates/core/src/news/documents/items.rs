//! What a collectivity publishes without being asked: items of article 10 of law 31-13 on the right of
//! access to information, and of the list by which Tafra judges the sites of communes (SMIIG).

/// The codes of the items in the order in which people read them.
pub const ALL: [&str; 18] = [
    "information_officers",
    "council_composition",
    "council_deliberations",
    "committees",
    "advisory_bodies",
    "online_consultation",
    "contact",
    "budget",
    "closed_budgets",
    "audit_reports",
    "action_plan",
    "organisation",
    "services",
    "authorisations",
    "procurement",
    "recruitment",
    "studies",
    "other",
];

/// The item with this code.
pub fn find(code: &str) -> Option<&'static str> {
    ALL.into_iter().find(|one| *one == code)
}
