//! Who may do what, as one table. A change of a right shows here and is looked at in review.

use infitah_core::tenancy::permission::{Action, Role, permits};

const TABLE: &str = "\
                   admin editor focal_point moderator coordinator observer
enter_office           x      x           x         x           x        x
read_draft             x      x           x         x           x        -
write_article          x      x           x         -           x        -
publish_article        x      x           -         -           x        -
unpublish_article      x      x           -         -           x        -
write_event            x      x           x         -           x        -
publish_event          x      x           x         -           x        -
manage_pages           x      x           -         -           x        -
manage_staff           x      -           -         -           x        -
run_programme          x      -           x         -           x        -
report_progress        x      -           x         -           x        -
approve_report         x      -           x         -           x        -
record_assessment      x      -           -         -           x        -
manage_media           x      x           x         -           x        -
manage_documents       x      x           x         -           x        -
read_dashboard         -      -           -         -           x        x
manage_members         -      -           -         -           x        -
read_audit             x      -           -         -           x        -
manage_settings        x      -           -         -           x        -
";

#[test]
fn rights_are_as_written_down() {
    let mut table = format!("{:17}", "");
    for role in Role::ALL {
        table.push_str(&format!(" {:>1$}", role.code(), role.code().len().max(5)));
    }
    let mut lines = vec![table.trim_end().to_owned()];
    for action in Action::ALL {
        let mut line = format!("{:17}", action.code());
        for role in Role::ALL {
            let mark = if permits(role, action) { "x" } else { "-" };
            line.push_str(&format!(" {mark:>0$}", role.code().len().max(5)));
        }
        lines.push(line);
    }
    let squeeze = |text: &str| {
        text.lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(squeeze(&lines.join("\n")), squeeze(TABLE));
}
