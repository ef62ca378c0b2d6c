//! What a file is, judged by its content and never by its name or by what the browser says.
//! Whatever is not on the list is refused: programs, pages, drawings that can hold scripts.

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
    /// An open text.
    Odt,
    /// An open table.
    Ods,
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
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
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
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Text => "txt",
        }
    }

    /// Whether it is a picture, which is decoded and written anew before it is kept.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp)
    }

    /// The kind of these bytes, none when it is not taken. The name decides only between the two
    /// kinds of plain text, which no byte tells apart.
    pub fn of(bytes: &[u8], file_name: &str) -> Option<Self> {
        match infer::get(bytes).map(|kind| kind.extension()) {
            Some("pdf") => Some(Self::Pdf),
            Some("jpg") => Some(Self::Jpeg),
            Some("png") => Some(Self::Png),
            Some("webp") => Some(Self::Webp),
            Some("docx") => Some(Self::Docx),
            Some("xlsx") => Some(Self::Xlsx),
            Some("odt") => Some(Self::Odt),
            Some("ods") => Some(Self::Ods),
            // Some writers put the parts of a document into the archive in another order.
            Some("zip") => office_document(bytes),
            Some(_) => None,
            None => plain_text(bytes, file_name),
        }
    }
}

fn office_document(bytes: &[u8]) -> Option<Kind> {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    if !holds(b"[Content_Types].xml") || holds(b"vbaProject.bin") {
        return None;
    }
    if holds(b"xl/workbook.xml") {
        return Some(Kind::Xlsx);
    }
    holds(b"word/document.xml").then_some(Kind::Docx)
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
            (&b"%PDF-1.7\n"[..], "budget.pdf", Some(Kind::Pdf)),
            (b"%PDF-1.7\n", "budget.exe", Some(Kind::Pdf)),
            (b"MZ\x90\x00\x03\x00\x00\x00", "budget.pdf", None),
            (b"\x7fELF\x02\x01\x01\x00", "photo.jpg", None),
            (b"\xff\xd8\xff\xe0\x00\x10JFIF", "photo.png", Some(Kind::Jpeg)),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "logo.svg", None),
            (b"<html><script>alert(1)</script>", "page.txt", None),
            (b"#!/bin/sh\nrm -rf /\n", "run.txt", None),
            ("axe,état\n1,\"réalisé\"\n".as_bytes(), "suivi.csv", Some(Kind::Csv)),
            ("محضر الاجتماع".as_bytes(), "محضر.txt", Some(Kind::Text)),
            (b"text without an ending", "notes", None),
            (b"\xff\xfe\x00text", "notes.txt", None),
            (b"", "empty.txt", None),
            (b"PK\x03\x04....................", "archive.zip", None),
        ] {
            assert_eq!(Kind::of(bytes, name), kind, "{name}");
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
        ] {
            assert_eq!(clean_name(sent, Kind::Pdf), name, "{sent:?}");
        }
    }
}
