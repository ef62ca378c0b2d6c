//! An address as a QR code, drawn as one path, so that a page needs no picture and no script. Its
//! colours stand in the drawing: a reader in the dark would otherwise turn it inside out.

use fast_qr::{ECL, QRBuilder};
use infitah_core::ground::error::{Error, Result};

/// The empty modules around the code that cameras need (ISO/IEC 18004).
const QUIET: usize = 4;

/// A drawn code.
#[derive(Debug, Clone)]
pub(crate) struct QrCode {
    /// The modules of a side with the quiet zone.
    pub(crate) side: usize,
    /// The dark modules, each run of a row as a box one module high.
    pub(crate) path: String,
}

impl QrCode {
    /// The code of an address; it is still read with a seventh of it stained.
    pub(crate) fn of(address: &str) -> Result<Self> {
        let code = QRBuilder::new(address).ecl(ECL::M).build().map_err(Error::internal)?;
        let mut path = String::new();
        for row in 0..code.size {
            let mut column = 0;
            for run in code[row][..code.size].chunk_by(|one, next| one.value() == next.value()) {
                if run[0].value() {
                    let length = run.len();
                    path.push_str(&format!("M{} {}h{length}v1h-{length}z", column + QUIET, row + QUIET));
                }
                column += run.len();
            }
        }
        Ok(Self { side: code.size + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::QrCode;

    #[test]
    fn code_has_its_corners_and_its_quiet_zone() {
        let code = QrCode::of("https://fes.example.org/ar/programme/2024-2025").expect("a code");
        assert_eq!(code.side, 8 + 33, "46 bytes with a seventh to spare are a code of version 4");
        assert!(code.path.starts_with("M4 4h7v1h-7z"), "the first corner: {}", code.path);
        assert!(code.path.contains("M30 4h7v1h-7z") && code.path.contains("M4 36h7v1h-7z"));
    }

    #[test]
    fn what_is_longer_than_a_code_is_a_fault() {
        assert!(QrCode::of(&"x".repeat(4_000)).is_err());
    }
}
