//! What an article is about: one vocabulary for the whole network, so that a reader can follow a
//! subject across members. The words for people are in the catalogues as `category-CODE`.

/// All categories in the order in which filters show them.
pub const ALL: [&str; 8] = [
    "announcement",
    "workshop",
    "programme",
    "council",
    "consultation",
    "services",
    "participation",
    "transparency",
];

/// The category with this code.
pub fn find(code: &str) -> Option<&'static str> {
    ALL.into_iter().find(|&one| one == code)
}
