//! Opaque ids: one byte for the noun, then the UUID, in URL-safe base64. An id of another noun, of
//! another tenant or of nothing at all is not told apart: there is no such thing.

use async_graphql::ID;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::{AxisId, CommitmentId, MilestoneId, ProgrammeId};
use uuid::Uuid;

/// A noun that has ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Noun {
    Collectivity,
    Article,
    Programme,
    Axis,
    Commitment,
    Milestone,
    Report,
    Session,
    CommitteeMember,
    Indicator,
    Measurement,
    Assessment,
    Event,
    Document,
}

impl Noun {
    const ALL: [Self; 14] = [
        Self::Collectivity,
        Self::Article,
        Self::Programme,
        Self::Axis,
        Self::Commitment,
        Self::Milestone,
        Self::Report,
        Self::Session,
        Self::CommitteeMember,
        Self::Indicator,
        Self::Measurement,
        Self::Assessment,
        Self::Event,
        Self::Document,
    ];

    /// Ids live in other people's databases: a number keeps its noun for ever.
    fn number(self) -> u8 {
        match self {
            Self::Collectivity => 1,
            Self::Article => 2,
            Self::Programme => 3,
            Self::Axis => 4,
            Self::Commitment => 5,
            Self::Milestone => 6,
            Self::Report => 7,
            Self::Session => 8,
            Self::CommitteeMember => 9,
            Self::Indicator => 10,
            Self::Measurement => 11,
            Self::Assessment => 12,
            Self::Event => 13,
            Self::Document => 14,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Collectivity => "collectivity",
            Self::Article => "article",
            Self::Programme => "programme",
            Self::Axis => "axis",
            Self::Commitment => "commitment",
            Self::Milestone => "milestone",
            Self::Report => "report",
            Self::Session => "session",
            Self::CommitteeMember => "committee member",
            Self::Indicator => "indicator",
            Self::Measurement => "measurement",
            Self::Assessment => "assessment",
            Self::Event => "event",
            Self::Document => "document",
        }
    }
}

/// The id of a thing.
pub(crate) fn encode(noun: Noun, id: Uuid) -> ID {
    let mut bytes = vec![noun.number()];
    bytes.extend_from_slice(id.as_bytes());
    ID(URL_SAFE_NO_PAD.encode(bytes))
}

/// What an id names, if it is one of ours.
pub(crate) fn decode(id: &str) -> Option<(Noun, Uuid)> {
    if id.len() != 23 {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(id).ok()?;
    let (number, uuid) = bytes.split_first()?;
    let noun = Noun::ALL.into_iter().find(|noun| noun.number() == *number)?;
    Some((noun, Uuid::from_slice(uuid).ok()?))
}

/// The id of a thing of this noun.
pub(crate) fn of(noun: Noun, id: &str) -> Result<Uuid, Error> {
    match decode(id) {
        Some((found, id)) if found == noun => Ok(id),
        _ => Err(Error::NotFound(noun.name())),
    }
}

/// The programme that an id names.
pub(crate) fn programme(id: &str) -> Result<ProgrammeId, Error> {
    of(Noun::Programme, id).map(ProgrammeId)
}

/// The axis that an id names.
pub(crate) fn axis(id: &str) -> Result<AxisId, Error> {
    of(Noun::Axis, id).map(AxisId)
}

/// The commitment that an id names.
pub(crate) fn commitment(id: &str) -> Result<CommitmentId, Error> {
    of(Noun::Commitment, id).map(CommitmentId)
}

/// The milestone that an id names.
pub(crate) fn milestone(id: &str) -> Result<MilestoneId, Error> {
    of(Noun::Milestone, id).map(MilestoneId)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_survive_the_round_trip_and_keep_their_noun() {
        for noun in Noun::ALL {
            let id = Uuid::from_u128(0x0192_3456_789a_7bcd_8ef0_1234_5678_9abc);
            let text = encode(noun, id);
            assert_eq!(decode(&text), Some((noun, id)));
            for other in Noun::ALL {
                assert_eq!(of(other, &text).is_ok(), other == noun);
            }
        }
    }

    #[test]
    fn everything_else_is_no_id() {
        let good = encode(Noun::Article, Uuid::from_u128(1)).0;
        let unknown = URL_SAFE_NO_PAD.encode([0_u8; 17]);
        for text in
            ["", "1", "YXJ0aWNsZTox", &good[1..], &format!("{good}A"), &good.replace('A', "="), &unknown]
        {
            assert_eq!(decode(text), None, "{text}");
        }
        assert_eq!(decode(&"é".repeat(12)), None);
        assert_eq!(decode("00000000-0000-0000-0000-000000000001"), None);
    }
}
