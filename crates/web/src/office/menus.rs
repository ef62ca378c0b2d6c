//! The menu of the office: the rooms that a person may enter, in groups that are small enough to be
//! taken in at a glance.

use infitah_core::tenancy::permission::Action;

use super::visits::Visit;

/// Rooms that belong together.
#[derive(Debug, Clone)]
pub(crate) struct MenuGroup {
    /// The name of the group in its message key; the first and the last group need none.
    pub(crate) code: &'static str,
    /// Its rooms; never empty.
    pub(crate) items: Vec<MenuItem>,
}

/// One entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MenuItem {
    /// Where it leads.
    pub(crate) path: &'static str,
    /// Its message key.
    pub(crate) key: &'static str,
}

/// A path, its message key, and whether this visitor may enter.
type Entry = (&'static str, &'static str, bool);

impl MenuGroup {
    /// The message key of the words over the group.
    pub(crate) fn head(&self) -> Option<String> {
        matches!(self.code, "programme" | "publishing" | "site")
            .then(|| format!("office-menu-group-{}", self.code))
    }
}

/// The rooms that this visitor may enter.
pub(super) fn of(visit: &Visit) -> Vec<MenuGroup> {
    let is_network = visit.scope.tenant().is_network();
    let may = |action| visit.permits(action);
    let at_member = |action| !is_network && visit.permits(action);
    let has_outbox = visit.settings.demo_mail_dir.is_some();
    let groups: [(&str, &[Entry]); 5] = [
        (
            "today",
            &[
                (super::home::ROOM, "office-menu-home", may(Action::WriteArticle)),
                ("/office/dashboard", "office-menu-dashboard", is_network && may(Action::ReadDashboard)),
            ],
        ),
        (
            "programme",
            &[
                ("/office/programme", "office-menu-programme", at_member(Action::ReadDraft)),
                ("/office/reports/queue", "office-menu-queue", at_member(Action::ApproveReport)),
                ("/office/reports/mine", "office-menu-mine", at_member(Action::ReportProgress)),
                ("/office/sessions", "office-menu-sessions", at_member(Action::ReadDraft)),
            ],
        ),
        (
            "publishing",
            &[
                ("/office/articles", "office-menu-articles", may(Action::ReadDraft)),
                ("/office/events", "office-menu-events", may(Action::ReadDraft)),
                ("/office/pages", "office-menu-pages", may(Action::ManagePages)),
                ("/office/documents", "documents-menu", at_member(Action::ReadDraft)),
                ("/office/media", "library-menu", may(Action::ReadDraft)),
            ],
        ),
        (
            "site",
            &[
                ("/office/people", "people-menu", may(Action::ManageStaff)),
                (super::settings::ROOM, "settings-menu", may(Action::ManageSettings)),
                (super::audit::ROOM, "audit-menu", may(Action::ReadAudit)),
            ],
        ),
        (
            "own",
            &[
                ("/office/account", "account-menu", visit.scope.person().is_some()),
                ("/office/outbox", "office-menu-outbox", has_outbox && may(Action::EnterOffice)),
            ],
        ),
    ];
    let group = |(code, items): (&'static str, &[Entry])| {
        let allowed = items.iter().filter(|(.., allowed)| *allowed);
        let items: Vec<MenuItem> = allowed.map(|&(path, key, _)| MenuItem { path, key }).collect();
        (!items.is_empty()).then_some(MenuGroup { code, items })
    };
    groups.into_iter().filter_map(group).collect()
}
