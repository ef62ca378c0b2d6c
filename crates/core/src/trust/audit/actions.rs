//! Every act that the audit knows, by the code that its entries carry. The office has a sentence for
//! each, `audit-did-CODE`; an act without one is refused by the tests.

/// What belongs together when people look for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Coming and going.
    SignIns,
    /// Who may do what.
    Staff,
    /// News.
    News,
    /// The programme, its cycle and its tree.
    Programme,
    /// Reports, measures and judgements.
    Reports,
    /// Files.
    Files,
    /// Subscriptions and what people ask about their data.
    PersonalData,
    /// The site itself.
    Site,
}

impl Group {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::SignIns,
        Self::Staff,
        Self::News,
        Self::Programme,
        Self::Reports,
        Self::Files,
        Self::PersonalData,
        Self::Site,
    ];

    /// The name in addresses and message keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::SignIns => "sign-ins",
            Self::Staff => "staff",
            Self::News => "news",
            Self::Programme => "programme",
            Self::Reports => "reports",
            Self::Files => "files",
            Self::PersonalData => "personal-data",
            Self::Site => "site",
        }
    }

    /// The group with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }

    /// The codes of its acts.
    pub fn actions(self) -> impl Iterator<Item = &'static str> {
        ACTIONS.iter().filter(move |(_, group)| *group == self).map(|(code, _)| *code)
    }
}

/// The code of every act, and where it belongs.
pub const ACTIONS: &[(&str, Group)] = &[
    ("end_sign_in", Group::SignIns),
    ("end_other_sign_ins", Group::SignIns),
    ("change_password", Group::SignIns),
    ("describe_account", Group::Staff),
    ("ask_reset", Group::SignIns),
    ("reset_password", Group::SignIns),
    ("second_factor_on", Group::SignIns),
    ("second_factor_off", Group::SignIns),
    ("reset_second_factor", Group::SignIns),
    ("recovery_codes", Group::SignIns),
    ("add_passkey", Group::SignIns),
    ("remove_passkey", Group::SignIns),
    ("sign_in_passkey", Group::SignIns),
    ("use_provider", Group::SignIns),
    ("link_provider", Group::SignIns),
    ("unlink_provider", Group::SignIns),
    ("use_recovery_code", Group::SignIns),
    ("withdraw_invitation", Group::Staff),
    ("demand_second_factor", Group::Staff),
    ("leave_second_factor", Group::Staff),
    ("give_admin", Group::Staff),
    ("take_admin", Group::Staff),
    ("give_editor", Group::Staff),
    ("take_editor", Group::Staff),
    ("give_focal_point", Group::Staff),
    ("take_focal_point", Group::Staff),
    ("give_moderator", Group::Staff),
    ("take_moderator", Group::Staff),
    ("give_coordinator", Group::Staff),
    ("take_coordinator", Group::Staff),
    ("give_observer", Group::Staff),
    ("take_observer", Group::Staff),
    ("submit_article", Group::News),
    ("return_article", Group::News),
    ("archive_article", Group::News),
    ("unarchive_article", Group::News),
    ("schedule_article", Group::News),
    ("unschedule_article", Group::News),
    ("create_document", Group::News),
    ("update_document", Group::News),
    ("add_document_version", Group::News),
    ("publish_document", Group::News),
    ("withdraw_document", Group::News),
    ("create_event", Group::News),
    ("update_event", Group::News),
    ("record_event", Group::News),
    ("publish_event", Group::News),
    ("cancel_event", Group::News),
    ("take_back_event", Group::News),
    ("archive_event", Group::News),
    ("seed_events", Group::News),
    ("create_page", Group::Site),
    ("update_page", Group::Site),
    ("publish_page", Group::Site),
    ("take_back_page", Group::Site),
    ("move_page", Group::Site),
    ("copy_programme", Group::Programme),
    ("import_programme", Group::Programme),
    ("describe_file", Group::Files),
    ("set_media_quota", Group::Files),
    ("sign_in", Group::SignIns),
    ("sign_out", Group::SignIns),
    ("invite_staff", Group::Staff),
    ("accept_invitation", Group::Staff),
    ("revoke_staff", Group::Staff),
    ("create_article", Group::News),
    ("update_article", Group::News),
    ("publish_article", Group::News),
    ("unpublish_article", Group::News),
    ("seed_articles", Group::News),
    ("create_programme", Group::Programme),
    ("change_programme", Group::Programme),
    ("load_programme", Group::Programme),
    ("publish_draft", Group::Programme),
    ("validate_draft", Group::Programme),
    ("adopt", Group::Programme),
    ("begin_implementation", Group::Programme),
    ("begin_evaluation", Group::Programme),
    ("close", Group::Programme),
    ("plan_phase", Group::Programme),
    ("note_phase", Group::Programme),
    ("start_phase", Group::Programme),
    ("finish_phase", Group::Programme),
    ("clear_phase", Group::Programme),
    ("put_axis", Group::Programme),
    ("remove_axis", Group::Programme),
    ("put_commitment", Group::Programme),
    ("remove_commitment", Group::Programme),
    ("put_milestone", Group::Programme),
    ("remove_milestone", Group::Programme),
    ("put_session", Group::Programme),
    ("remove_session", Group::Programme),
    ("put_committee_member", Group::Programme),
    ("remove_committee_member", Group::Programme),
    ("report_progress", Group::Reports),
    ("approve_report", Group::Reports),
    ("return_report", Group::Reports),
    ("set_eyes", Group::Reports),
    ("put_indicator", Group::Reports),
    ("remove_indicator", Group::Reports),
    ("measure", Group::Reports),
    ("record_assessment", Group::Reports),
    ("upload_file", Group::Files),
    ("remove_file", Group::Files),
    ("confirm_subscription", Group::PersonalData),
    ("end_subscription", Group::PersonalData),
    ("record_request", Group::PersonalData),
    ("finish_request", Group::PersonalData),
    ("export_person", Group::PersonalData),
    ("erase_person", Group::PersonalData),
    ("change_settings", Group::Site),
    ("restore_settings", Group::Site),
    ("ask_domain", Group::Site),
    ("add_domain", Group::Site),
    ("remove_domain", Group::Site),
    ("create_collectivity", Group::Site),
    ("active", Group::Site),
    ("suspended", Group::Site),
    ("archived", Group::Site),
];

/// What an act can be about.
pub const SUBJECTS: [&str; 18] = [
    "article",
    "programme",
    "axis",
    "commitment",
    "milestone",
    "report",
    "indicator",
    "session",
    "media",
    "person",
    "subscription",
    "collectivity",
    "request",
    "document",
    "event",
    "page",
    "invitation",
    "password_reset",
];

/// Whether the office has a sentence for this act.
pub(super) fn is_known(code: &str) -> bool {
    ACTIONS.iter().any(|(one, _)| *one == code)
}
