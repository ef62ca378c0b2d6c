//! What changed between two wordings, word by word: for the draft beside what was adopted, and for
//! the history of a commitment.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PieceKind {
    /// They stand in both wordings.
    Same,
    /// They stood in the first only.
    Gone,
    /// They stand in the second only.
    New,
}

/// Words that follow each other and share their fate, with the space behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What became of them.
    pub kind: PieceKind,
    /// The words.
    pub text: String,
}

/// The way from one wording to the other. The pieces that are the same or new make up the second
/// wording; those that are the same or gone make up the first but for its spaces.
pub fn diff(before: &str, after: &str) -> Vec<Piece> {
    let (before, after) = (words(before), words(after));
    // A word is the same whatever the space behind it.
    let bare =
        |words: &[&str]| -> Vec<String> { words.iter().map(|word| word.trim_end().to_owned()).collect() };
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |kind, words: &[&str]| match pieces.last_mut() {
        Some(last) if last.kind == kind => last.text.push_str(&words.concat()),
        _ if words.is_empty() => {}
        _ => pieces.push(Piece { kind, text: words.concat() }),
    };
    for step in capture_diff_slices(Algorithm::Myers, &bare(&before), &bare(&after)) {
        match step {
            DiffOp::Equal { new_index, len, .. } => push(PieceKind::Same, &after[new_index..new_index + len]),
            DiffOp::Delete { old_index, old_len, .. } => {
                push(PieceKind::Gone, &before[old_index..old_index + old_len]);
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                push(PieceKind::New, &after[new_index..new_index + new_len]);
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                push(PieceKind::Gone, &before[old_index..old_index + old_len]);
                push(PieceKind::New, &after[new_index..new_index + new_len]);
            }
        }
    }
    pieces
}

/// The words of a text, each with the space behind it; space at the beginning is a word too.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut in_space = false;
    for (at, character) in text.char_indices() {
        if in_space && !character.is_whitespace() {
            words.push(&text[start..at]);
            start = at;
        }
        in_space = character.is_whitespace();
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::PieceKind::{Gone, New, Same};
    use super::*;

    fn shown(before: &str, after: &str) -> Vec<(PieceKind, String)> {
        diff(before, after).into_iter().map(|piece| (piece.kind, piece.text)).collect()
    }

    #[test]
    fn arabic_changes_word_by_word() {
        let pieces = shown("إحداث مكتب للمواطن بمقر الجماعة", "إحداث مكتبين للمواطن بمقر الجماعة والملحقات");
        let expected = [
            (Same, "إحداث "),
            (Gone, "مكتب "),
            (New, "مكتبين "),
            (Same, "للمواطن بمقر الجماعة "),
            (New, "والملحقات"),
        ];
        assert_eq!(pieces, expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn nothing_and_everything_are_told() {
        assert_eq!(shown("", ""), []);
        assert_eq!(shown("نشر الميزانية", "نشر الميزانية"), [(Same, "نشر الميزانية".to_owned())]);
        assert_eq!(shown("", "budget citoyen"), [(New, "budget citoyen".to_owned())]);
        assert_eq!(shown("budget citoyen", ""), [(Gone, "budget citoyen".to_owned())]);
        assert_eq!(shown("a  b\nc", "a b c"), [(Same, "a b c".to_owned())], "spaces are no change");
    }

    #[test]
    fn the_second_wording_is_never_lost() {
        let texts = ["", " ", "واحد", "واحد اثنان ثلاثة", "اثنان  واحد\nأربعة ", " ثلاثة واحد", "un deux واحد"];
        for before in texts {
            for after in texts {
                let pieces = diff(before, after);
                let made: String = pieces
                    .iter()
                    .filter(|piece| piece.kind != Gone)
                    .map(|piece| piece.text.as_str())
                    .collect();
                assert_eq!(made, after, "{before:?} to {after:?}");
                let old: Vec<&str> = pieces
                    .iter()
                    .filter(|piece| piece.kind != New)
                    .flat_map(|piece| piece.text.split_whitespace())
                    .collect();
                assert_eq!(old, before.split_whitespace().collect::<Vec<_>>(), "{before:?} to {after:?}");
            }
        }
    }
}
