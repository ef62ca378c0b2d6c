//! What an office document holds, by the list at the end of its archive. Nothing is unpacked, so no
//! archive can swell. What stands before the archive or behind it makes it something else.

/// The names in an archive; none when the bytes are not one archive from the first to the last.
pub(super) fn names(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let end = end_of(bytes)?;
    let count = usize::from(short(bytes, end + 10)?);
    let mut at = usize::try_from(long(bytes, end + 16)?).ok()?;
    // The list ends where its end begins; a gap would hide something.
    if at.checked_add(usize::try_from(long(bytes, end + 12)?).ok()?)? != end {
        return None;
    }
    let mut names = Vec::with_capacity(count.min(1_000));
    for _ in 0..count {
        if long(bytes, at)? != 0x0201_4b50 {
            return None;
        }
        let [name, extra, comment] = [28, 30, 32].map(|place| short(bytes, at + place).map(usize::from));
        let (name, rest) = (name?, extra? + comment?);
        names.push(bytes.get(at + 46..at + 46 + name)?);
        at += 46 + name + rest;
    }
    Some(names)
}

/// The first file of the archive, where it is kept as it is and called `mimetype`: how open
/// documents say what they are.
pub(super) fn mimetype(bytes: &[u8]) -> Option<&[u8]> {
    let (method, size) = (short(bytes, 8)?, usize::try_from(long(bytes, 22)?).ok()?);
    let (name, extra) = (short(bytes, 26)?, short(bytes, 28)?);
    if method != 0 || name != 8 || extra != 0 || bytes.get(30..38)? != b"mimetype" {
        return None;
    }
    bytes.get(38..38 + size)
}

/// Where the end of the list begins: its comment reaches to the last byte.
fn end_of(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(22)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    (first..=last).rev().find(|&at| {
        bytes[at..].starts_with(b"PK\x05\x06")
            && short(bytes, at + 20).is_some_and(|comment| at + 22 + usize::from(comment) == bytes.len())
    })
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// An archive of files that are kept as they are, for tests.
#[cfg(test)]
pub(super) fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut list): (Vec<u8>, Vec<u8>) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let at = u32::try_from(bytes.len()).expect("small");
        let size = u32::try_from(content.len()).expect("small").to_le_bytes();
        let length = u16::try_from(name.len()).expect("small").to_le_bytes();
        bytes.extend(b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0");
        bytes.extend(size.iter().chain(&size).chain(&length).chain(&[0, 0]));
        bytes.extend(name.as_bytes());
        bytes.extend(*content);
        list.extend(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0");
        list.extend(size.iter().chain(&size).chain(&length).chain(&[0; 12]).chain(&at.to_le_bytes()));
        list.extend(name.as_bytes());
    }
    let count = u16::try_from(files.len()).expect("few").to_le_bytes();
    let [size, at] = [list.len(), bytes.len()].map(|size| u32::try_from(size).expect("small").to_le_bytes());
    bytes.extend(list);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.iter().chain(&count).chain(&size).chain(&at).chain(&[0, 0]));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_is_one_from_the_first_byte_to_the_last() {
        let good = archive(&[("mimetype", b"application/x"), ("content.xml", b"<x/>")]);
        assert_eq!(names(&good), Some(vec![&b"mimetype"[..], b"content.xml"]));
        assert_eq!(mimetype(&good), Some(&b"application/x"[..]));
        let with = |before: &[u8], after: &[u8]| [before, &good, after].concat();
        for bad in [
            with(b"<html>", b""),
            with(b"", b"<script>alert(1)</script>"),
            good[..good.len() - 1].to_vec(),
            good[..40].to_vec(),
            b"PK\x03\x04".to_vec(),
        ] {
            assert_eq!(names(&bad), None);
        }
        // Whatever byte is turned, it is judged and never a fault.
        for at in 0..good.len() {
            let mut turned = good.clone();
            turned[at] ^= 0xff;
            names(&turned);
            mimetype(&turned);
        }
    }
}
