//! Two small trees and all that can come between them.

use uuid::Uuid;

use super::*;
use crate::ground::ids::{AxisId, CommitmentId, MilestoneId};

fn arabic(text: &str) -> Localised {
    Localised::new([(Locale::Ar, text.to_owned())])
}

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().expect("a day"))
}

fn commitment(id: u128, number: i32, title: &str) -> CommitmentVersion {
    let none = Localised::default;
    CommitmentVersion {
        id: CommitmentId(Uuid::from_u128(id)),
        axis: 1,
        number,
        titles: arabic(title),
        descriptions: none(),
        problems: none(),
        status_quos: none(),
        actions: none(),
        contributions: none(),
        long_term_goals: none(),
        expected_results: none(),
        leads: none(),
        partners: none(),
        funding_sources: none(),
        budget: None,
        starts_on: None,
        ends_on: None,
        milestones: Vec::new(),
    }
}

fn milestone(id: u128, number: i32, title: &str) -> MilestoneVersion {
    MilestoneVersion {
        id: MilestoneId(Uuid::from_u128(id)),
        number,
        titles: arabic(title),
        starts_on: None,
        due_on: day("2027-06-30"),
        weight: 1,
    }
}

#[test]
fn every_kind_of_change_is_told() {
    let axis = |title| AxisVersion {
        id: AxisId(Uuid::from_u128(9)),
        number: 1,
        titles: arabic(title),
        descriptions: Localised::default(),
    };
    let mut before = commitment(2, 2, "مكتب للمواطن");
    before.milestones = vec![milestone(20, 1, "دراسة"), milestone(21, 2, "افتتاح")];
    let mut after = commitment(2, 3, "مكتب للمواطن");
    after.budget = Some(500_000);
    after.leads = arabic("مدير المصالح");
    after.milestones = vec![milestone(22, 1, "تكوين"), milestone(21, 2, "افتتاح المكتب")];
    after.milestones[1].due_on = day("2027-09-30");
    let draft = VersionTree {
        axes: vec![axis("المشاركة")],
        commitments: vec![commitment(1, 1, "نشر الميزانية"), before, commitment(3, 4, "مسحوب")],
    };
    let adopted = VersionTree {
        axes: vec![axis("المشاركة")],
        commitments: vec![commitment(1, 1, "نشر الميزانية"), commitment(4, 2, "جديد"), after],
    };
    let days = (day("2026-03-01").expect("a day"), day("2026-05-10").expect("a day"));
    let comparison = Comparison::of((days.0, &draft), (days.1, &adopted));
    assert_eq!((comparison.draft_on, comparison.adopted_on), days);
    assert_eq!(comparison.axes, Differences { unchanged: 1, ..Differences::default() });
    let found = comparison.commitments;
    assert_eq!(found.unchanged, 1);
    assert_eq!(found.added, [Item { number: 2, titles: arabic("جديد") }]);
    assert_eq!(found.withdrawn, [Item { number: 4, titles: arabic("مسحوب") }]);
    assert_eq!(found.changed.len(), 1);
    assert_eq!(found.changed[0].number, 3);
    let told: Vec<_> = found.changed[0]
        .fields
        .iter()
        .map(|change| {
            let texts = [&change.before, &change.after].map(|text| text.as_deref().unwrap_or("-"));
            format!("{} {:?} {} > {}", change.field.code(), change.milestone, texts[0], texts[1])
        })
        .collect();
    assert_eq!(
        told,
        [
            "number None 2 > 3",
            "lead None - > مدير المصالح",
            "budget None - > 500000",
            "milestone Some(1) - > تكوين",
            "milestone_title Some(2) افتتاح > افتتاح المكتب",
            "milestone_due_on Some(2) 2027-06-30 > 2027-09-30",
            "milestone Some(1) دراسة > -",
        ]
    );
}

#[test]
fn a_version_is_read_back_as_it_was_kept() {
    let mut kept = commitment(1, 1, "نشر الميزانية");
    kept.milestones = vec![milestone(20, 1, "دراسة")];
    kept.starts_on = day("2026-01-01");
    let text = serde_json::to_string(&kept).expect("JSON");
    assert_eq!(serde_json::from_str::<CommitmentVersion>(&text).expect("the same"), kept);
    let sparse = format!(r#"{{"id":"{}","axis":1,"number":1,"titles":{{"ar":"نشر"}}}}"#, Uuid::from_u128(1));
    let sparse: CommitmentVersion = serde_json::from_str(&sparse).expect("what is missing is empty");
    assert!(sparse.milestones.is_empty() && sparse.leads.is_empty());
}
