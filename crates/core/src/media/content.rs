//! What a file is, judged by its content and never by its name or by what the browser says.
//! Whatever is not on the list is refused: programs, pages, drawings that can hold scripts.

use super::archives;
use crate::ground::input::is_direction_control;

/// The kinds of files that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A document for reading.
    Pdf,
    /// A photograph.
    Jpeg,
    /// A picture.
    Png,
    /// A picture in the format of the web.
    Webp,
    /// A text of an office program.
    Docx,
    /// A table of an office program.
    Xlsx,
    /// Slides of an office program.
    Pptx,
    /// An open text.
    Odt,
    /// An open table.
    Ods,
    /// Open slides.
    Odp,
    /// A table as text.
    Csv,
    /// Plain text.
    Text,
}

impl Kind {
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
        }
    }

    /// The ending of its file name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Odp => "odp",
            Self::Csv => "csv",
            Self::Text => "txt",
        }
    }

    /// Whether it is a picture, which is decoded and written anew before it is kept.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp)
    }

    /// The kind of these bytes. Its signs stand at the first byte, for what stands before them may
    /// be a page. The name decides only between the two kinds of plain text, which no byte tells
    /// apart.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn of(bytes: &[u8], file_name: &str) -> Result<Self, Unfit> {
        match bytes {
            [b'%', b'P', b'D', b'F', b'-', ..] => Ok(Self::Pdf),
            [0xff, 0xd8, 0xff, ..] => Ok(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Self::Webp),
            [b'G', b'I', b'F', b'8', ..] => Err(Unfit::Animated),
            [b'P', b'K', ..] => office_document(bytes),
            _ if is_drawing(bytes) => Err(Unfit::Drawing),
            _ if infer::get(bytes).is_some() => Err(Unfit::Unknown),
            _ => plain_text(bytes, file_name).ok_or(Unfit::Unknown),
        }
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It is of no kind that is taken.
    Unknown,
    /// It is a drawing (SVG), which can hold scripts.
    Drawing,
    /// It moves, or is of a kind that does.
    Animated,
    /// It is an office document with programs in it.
    Macros,
}

impl Unfit {
    /// The message key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unknown => "file-kind-not-taken",
            Self::Drawing => "file-drawing",
            Self::Animated => "file-animated",
            Self::Macros => "file-macros",
        }
    }
}

fn is_drawing(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2_000)]).to_ascii_lowercase();
    let text = start.trim_start_matches('\u{FEFF}').trim_start();
    text.starts_with("<svg") || text.starts_with('<') && text.contains("<svg") && !text.contains("<html")
}

/// An office document by what its archive holds: a part that only this kind has, or the kind that
/// an open document names first.
fn office_document(bytes: &[u8]) -> Result<Kind, Unfit> {
    let names = archives::names(bytes).ok_or(Unfit::Unknown)?;
    let holds = |name: &[u8]| names.contains(&name);
    let runs = |name: &&[u8]| {
        name.ends_with(b"vbaProject.bin") || name.starts_with(b"Basic/") || name.starts_with(b"Scripts/")
    };
    if names.iter().any(runs) {
        return Err(Unfit::Macros);
    }
    if holds(b"[Content_Types].xml") {
        for (part, kind) in [
            (&b"word/document.xml"[..], Kind::Docx),
            (b"xl/workbook.xml", Kind::Xlsx),
            (b"ppt/presentation.xml", Kind::Pptx),
        ] {
            if holds(part) {
                return Ok(kind);
            }
        }
    }
    let named = archives::mimetype(bytes).filter(|_| holds(b"content.xml"));
    [Kind::Odt, Kind::Ods, Kind::Odp]
        .into_iter()
        .find(|kind| named == Some(kind.media_type().as_bytes()))
        .ok_or(Unfit::Unknown)
}

fn plain_text(bytes: &[u8], file_name: &str) -> Option<Kind> {
    let text = std::str::from_utf8(bytes).ok()?;
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let is_markup = start.starts_with('<') || start.starts_with("#!") || start.starts_with("%!");
    let has_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.is_empty() || is_markup || text.chars().any(has_control) {
        return None;
    }
    match file_name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
        Some("csv") => Some(Kind::Csv),
        Some("txt") => Some(Kind::Text),
        _ => None,
    }
}

/// A file name that is only a name: without a path, without what hides or turns its letters, with
/// the ending that its content has.
pub fn clean_name(sent: &str, kind: Kind) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String = last
        .chars()
        .filter(|&c| !c.is_control() && !is_direction_control(c) && !hides(c) && !"\"<>|:*?;".contains(c))
        .collect();
    let stem = visible.rsplit_once('.').map_or(visible.as_str(), |(stem, _)| stem);
    let stem: String = stem.trim().trim_matches('.').chars().take(100).collect();
    let stem = if stem.trim().is_empty() { "file" } else { stem.trim() };
    format!("{stem}.{}", kind.extension())
}

/// Characters without a shape of their own.
fn hides(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{061C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        for (bytes, name, kind) in [
            (&b"%PDF-1.7\n"[..], "budget.pdf", Ok(Kind::Pdf)),
            (b"%PDF-1.7\n", "budget.exe", Ok(Kind::Pdf)),
            (b"<html><script>1</script>%PDF-1.7\n", "budget.pdf", Err(Unfit::Unknown)),
            (b"\n%PDF-1.7\n", "budget.pdf", Err(Unfit::Unknown)),
            (b"MZ\x90\x00\x03\x00\x00\x00", "budget.pdf", Err(Unfit::Unknown)),
            (b"\x7fELF\x02\x01\x01\x00", "photo.jpg", Err(Unfit::Unknown)),
            (b"\xff\xd8\xff\xe0\x00\x10JFIF", "photo.png", Ok(Kind::Jpeg)),
            (b"GIF89a", "moving.png", Err(Unfit::Animated)),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "logo.svg", Err(Unfit::Drawing)),
            (b"\xef\xbb\xbf <?xml version=\"1.0\"?><!-- x --><svg/>", "logo.png", Err(Unfit::Drawing)),
            (b"<html><script>alert(1)</script>", "page.txt", Err(Unfit::Unknown)),
            (b"#!/bin/sh\nrm -rf /\n", "run.txt", Err(Unfit::Unknown)),
            ("axe,état\n1,\"réalisé\"\n".as_bytes(), "suivi.csv", Ok(Kind::Csv)),
            ("محضر الاجتماع".as_bytes(), "محضر.txt", Ok(Kind::Text)),
            (b"text without an ending", "notes", Err(Unfit::Unknown)),
            (b"\xff\xfe\x00text", "notes.txt", Err(Unfit::Unknown)),
            (b"", "empty.txt", Err(Unfit::Unknown)),
            (b"PK\x03\x04....................", "archive.zip", Err(Unfit::Unknown)),
        ] {
            assert_eq!(Kind::of(bytes, name), kind, "{name}");
        }
    }

    #[test]
    fn office_documents_are_told_by_what_they_hold() {
        let types = ("[Content_Types].xml", &b"<x/>"[..]);
        let open = |kind: Kind| {
            archives::archive(&[("mimetype", kind.media_type().as_bytes()), ("content.xml", b"<x/>")])
        };
        let word = archives::archive(&[types, ("word/document.xml", b"<x/>")]);
        for (bytes, kind) in [
            (word.clone(), Ok(Kind::Docx)),
            (archives::archive(&[("xl/workbook.xml", b"<x/>"), types]), Ok(Kind::Xlsx)),
            (archives::archive(&[types, ("ppt/presentation.xml", b"<x/>")]), Ok(Kind::Pptx)),
            (open(Kind::Odt), Ok(Kind::Odt)),
            (open(Kind::Ods), Ok(Kind::Ods)),
            (open(Kind::Odp), Ok(Kind::Odp)),
            (
                archives::archive(&[types, ("word/document.xml", b"<x/>"), ("word/vbaProject.bin", b"x")]),
                Err(Unfit::Macros),
            ),
            (
                archives::archive(&[("mimetype", b"application/epub+zip"), ("content.xml", b"<x/>")]),
                Err(Unfit::Unknown),
            ),
            (archives::archive(&[("word/document.xml", b"<x/>")]), Err(Unfit::Unknown)),
            (archives::archive(&[("run.exe", b"MZ")]), Err(Unfit::Unknown)),
            ([&b"<script>1</script>"[..], &word].concat(), Err(Unfit::Unknown)),
            ([&word[..], b"<script>1</script>"].concat(), Err(Unfit::Unknown)),
        ] {
            assert_eq!(Kind::of(&bytes, "file.zip"), kind);
        }
    }

    #[test]
    fn names_are_only_names() {
        for (sent, name) in [
            ("budget.pdf", "budget.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Users\\a\\budget.docx", "budget.pdf"),
            ("annexe\u{202E}fdp.exe", "annexefdp.pdf"),
            ("ميزانية 2026.pdf", "ميزانية 2026.pdf"),
            ("a\"; rm.pdf", "a rm.pdf"),
            ("...", "file.pdf"),
            ("\u{200F}", "file.pdf"),
            ("محضر\0\r\n\u{1b}[31m.pdf", "محضر[31m.pdf"),
            (&format!("{}.pdf", "a".repeat(5_000)), &format!("{}.pdf", "a".repeat(100))),
        ] {
            assert_eq!(clean_name(sent, Kind::Pdf), name, "{sent:?}");
        }
    }
}
