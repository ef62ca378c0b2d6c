//! The mails an installation wrote, read back from its folder.

use std::path::{Path, PathBuf};

use base64::Engine as _;

/// A mail as it was handed over.
#[derive(Debug, Clone)]
pub(crate) struct Mail {
    pub(crate) raw: String,
}

impl Mail {
    /// A header on one line, decoded.
    pub(crate) fn header(&self, name: &str) -> String {
        let head =
            self.raw.split("\r\n\r\n").next().unwrap_or("").replace("\r\n ", " ").replace("\r\n\t", " ");
        let prefix = format!("{}:", name.to_ascii_lowercase());
        let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with(&prefix)).unwrap_or("");
        words(line.get(prefix.len()..).unwrap_or("").trim())
    }

    /// Its whole text with transfer encodings undone, headers of the parts included.
    pub(crate) fn text(&self) -> String {
        self.raw.split("\r\n--").map(part).collect::<Vec<_>>().join("\n")
    }

    /// The first link in its text that contains `part`.
    pub(crate) fn link(&self, part: &str) -> String {
        let text = self.text();
        let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>');
        text.split(ends).find(|word| word.starts_with("http") && word.contains(part)).unwrap_or("").to_owned()
    }
}

/// All mails of the folder, the oldest name first.
pub(crate) fn read(folder: &Path) -> Vec<Mail> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "eml"));
    files.sort();
    files.iter().map(|file| Mail { raw: std::fs::read_to_string(file).unwrap() }).collect()
}

/// The mails that the server of the run took from senders that begin so, each with its sender, the
/// oldest first. A mail counts once its envelope is there, which is written last.
pub(crate) fn sent_by(folder: &Path, start: &str) -> Vec<(String, Mail)> {
    let mut envelopes: Vec<_> =
        std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).collect();
    envelopes.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    envelopes.sort();
    let sent = |file: &PathBuf| {
        let envelope: serde_json::Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        let from = envelope["from"].as_str().unwrap().to_owned();
        let mail = || Mail { raw: std::fs::read_to_string(file.with_extension("eml")).unwrap() };
        from.starts_with(start).then(|| (from.clone(), mail()))
    };
    envelopes.iter().filter_map(sent).collect()
}

fn part(part: &str) -> String {
    let Some((head, body)) = part.split_once("\r\n\r\n") else {
        return part.to_owned();
    };
    let lower = head.to_ascii_lowercase();
    let decoded = if lower.contains("transfer-encoding: base64") {
        let packed: String = body.chars().filter(|c| !c.is_whitespace()).collect();
        let bytes = base64::engine::general_purpose::STANDARD.decode(packed).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    } else if lower.contains("transfer-encoding: quoted-printable") {
        quoted_printable(body)
    } else {
        body.to_owned()
    };
    format!("{head}\n\n{decoded}")
}

fn quoted_printable(text: &str) -> String {
    let text = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'=' {
            let pair = [rest.next().unwrap_or(b'0'), rest.next().unwrap_or(b'0')];
            let pair = String::from_utf8_lossy(&pair).into_owned();
            bytes.push(u8::from_str_radix(&pair, 16).unwrap_or(b'?'));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Undoes RFC 2047 words in base64, which is how the mailer writes them.
fn words(line: &str) -> String {
    let mut out = String::new();
    for word in line.split(' ') {
        let packed = word.strip_prefix("=?utf-8?b?").and_then(|word| word.split("?=").next());
        match packed.and_then(|packed| base64::engine::general_purpose::STANDARD.decode(packed).ok()) {
            Some(bytes) => out.push_str(&String::from_utf8_lossy(&bytes)),
            None if out.is_empty() => out.push_str(word),
            None => {
                out.push(' ');
                out.push_str(word);
            }
        }
    }
    out
}
