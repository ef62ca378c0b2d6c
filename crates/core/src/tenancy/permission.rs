//! Who may do what: one `match`. The table of all roles and actions is compared with a golden
//! file in the tests, so a change here is seen in review.

/// What a person is at one member, or at the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Runs the member's site and its staff.
    Admin,
    /// Writes and publishes.
    Editor,
    /// Runs the openness programme and reports its progress (نقطة ارتكاز).
    FocalPoint,
    /// Judges comments.
    Moderator,
    /// Coordinates the network; sees its dashboard and runs its site.
    Coordinator,
    /// Sees the network's dashboard.
    Observer,
}

/// What can be asked of core by somebody signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// See the office and its lists.
    EnterOffice,
    /// See drafts and their previews.
    ReadDraft,
    /// Write and change articles.
    WriteArticle,
    /// Make an article public.
    PublishArticle,
    /// Take an article back.
    UnpublishArticle,
    /// Write and change events, their minutes and how many came.
    WriteEvent,
    /// Make an event public, cancel it, take it back, put it away.
    PublishEvent,
    /// Write the pages that stay, show them, and order the menu.
    ManagePages,
    /// Invite people and take their roles away.
    ManageStaff,
    /// Edit the programme's tree, run its cycle, sessions, committee and indicators, import it.
    RunProgramme,
    /// Report progress and measure indicators.
    ReportProgress,
    /// Approve or return the report of somebody else.
    ApproveReport,
    /// Record how an evaluator judged a commitment.
    RecordAssessment,
    /// Take files into the library, name them, take them away.
    ManageMedia,
    /// Write documents, show them to the public and take them back.
    ManageDocuments,
    /// See the dashboard over all members.
    ReadDashboard,
    /// Create, suspend, resume and archive members.
    ManageMembers,
    /// Read the audit and take it along.
    ReadAudit,
    /// Change the settings of the site and answer what people ask about their data.
    ManageSettings,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 6] =
        [Self::Admin, Self::Editor, Self::FocalPoint, Self::Moderator, Self::Coordinator, Self::Observer];

    /// The name in the database and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Editor => "editor",
            Self::FocalPoint => "focal_point",
            Self::Moderator => "moderator",
            Self::Coordinator => "coordinator",
            Self::Observer => "observer",
        }
    }

    /// The role with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether the role exists at the network rather than at members.
    pub fn is_of_network(self) -> bool {
        matches!(self, Self::Coordinator | Self::Observer)
    }
}

impl Action {
    /// All actions.
    pub const ALL: [Self; 19] = [
        Self::EnterOffice,
        Self::ReadDraft,
        Self::WriteArticle,
        Self::PublishArticle,
        Self::UnpublishArticle,
        Self::WriteEvent,
        Self::PublishEvent,
        Self::ManagePages,
        Self::ManageStaff,
        Self::RunProgramme,
        Self::ReportProgress,
        Self::ApproveReport,
        Self::RecordAssessment,
        Self::ManageMedia,
        Self::ManageDocuments,
        Self::ReadDashboard,
        Self::ManageMembers,
        Self::ReadAudit,
        Self::ManageSettings,
    ];

    /// The name in the audit.
    pub fn code(self) -> &'static str {
        match self {
            Self::EnterOffice => "enter_office",
            Self::ReadDraft => "read_draft",
            Self::WriteArticle => "write_article",
            Self::PublishArticle => "publish_article",
            Self::UnpublishArticle => "unpublish_article",
            Self::WriteEvent => "write_event",
            Self::PublishEvent => "publish_event",
            Self::ManagePages => "manage_pages",
            Self::ManageStaff => "manage_staff",
            Self::RunProgramme => "run_programme",
            Self::ReportProgress => "report_progress",
            Self::ApproveReport => "approve_report",
            Self::RecordAssessment => "record_assessment",
            Self::ManageMedia => "manage_media",
            Self::ManageDocuments => "manage_documents",
            Self::ReadDashboard => "read_dashboard",
            Self::ManageMembers => "manage_members",
            Self::ReadAudit => "read_audit",
            Self::ManageSettings => "manage_settings",
        }
    }
}

/// Whether a role may do an action, within the tenant the role was granted for.
pub fn permits(role: Role, action: Action) -> bool {
    use Action as A;
    match role {
        Role::Admin => !matches!(action, A::ReadDashboard | A::ManageMembers),
        Role::Editor => matches!(
            action,
            A::EnterOffice
                | A::ReadDraft
                | A::WriteArticle
                | A::PublishArticle
                | A::UnpublishArticle
                | A::ManageMedia
                | A::ManageDocuments
                | A::WriteEvent
                | A::PublishEvent
                | A::ManagePages
        ),
        Role::FocalPoint => {
            matches!(
                action,
                A::EnterOffice
                    | A::ReadDraft
                    | A::WriteArticle
                    | A::WriteEvent
                    | A::PublishEvent
                    | A::RunProgramme
                    | A::ReportProgress
                    | A::ApproveReport
                    | A::ManageMedia
                    | A::ManageDocuments
            )
        }
        Role::Moderator => matches!(action, A::EnterOffice | A::ReadDraft),
        Role::Coordinator => true,
        Role::Observer => matches!(action, A::EnterOffice | A::ReadDashboard),
    }
}
