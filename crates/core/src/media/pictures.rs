//! Pictures are decoded and written anew: what is kept holds pixels only, no place, no camera, no
//! second file behind the first. Bounds are checked before anything is decoded.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};

use super::content::Kind;

/// Pixels of a picture at most: what a good telephone takes.
const MOST_PIXELS: u64 = 40_000_000;
/// Bytes that decoding may take.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// The longer side of what is kept.
const LONGEST_SIDE: u32 = 2_400;
/// Quality of a photograph, in a hundred.
const QUALITY: u8 = 85;

/// A picture ready to be kept.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) bytes: Vec<u8>,
    pub(super) kind: Kind,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Why a picture is not taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It cannot be decoded.
    Broken,
    /// It has too many pixels.
    TooLarge,
}

/// Decodes a picture, turns it upright, makes it no larger than pages need and writes it anew:
/// photographs as JPEG, what is partly transparent as PNG. Takes its time: not for the threads
/// that serve requests.
pub(super) fn rewrite(bytes: &[u8], kind: Kind) -> Result<Picture, Refusal> {
    let picture = upright(bytes, kind)?;
    let picture = if picture.width().max(picture.height()) > LONGEST_SIDE {
        picture.resize(LONGEST_SIDE, LONGEST_SIDE, image::imageops::FilterType::Triangle)
    } else {
        picture
    };
    let (width, height) = (picture.width(), picture.height());
    let mut written = Cursor::new(Vec::new());
    let kind = if kind == Kind::Jpeg || !picture.color().has_alpha() && kind == Kind::Webp {
        let encoder = JpegEncoder::new_with_quality(&mut written, QUALITY);
        picture.to_rgb8().write_with_encoder(encoder).map_err(|_| Refusal::Broken)?;
        Kind::Jpeg
    } else {
        picture.write_to(&mut written, ImageFormat::Png).map_err(|_| Refusal::Broken)?;
        Kind::Png
    };
    Ok(Picture { bytes: written.into_inner(), kind, width, height })
}

fn upright(bytes: &[u8], kind: Kind) -> Result<DynamicImage, Refusal> {
    let format = match kind {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        _ => ImageFormat::WebP,
    };
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Refusal::Broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Refusal::TooLarge);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Refusal::Broken)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
        bytes.into_inner()
    }

    fn jpeg(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, ImageFormat::Jpeg).expect("a picture");
        bytes.into_inner()
    }

    /// A photograph with a block of metadata that names a place.
    fn with_place(width: u32, height: u32) -> Vec<u8> {
        let plain = jpeg(width, height);
        let block = b"Exif\0\0GPSLatitude 34.03";
        let mut bytes = plain[..2].to_vec();
        bytes.extend([0xff, 0xe1]);
        bytes.extend(u16::try_from(block.len() + 2).expect("a short block").to_be_bytes());
        bytes.extend(block);
        bytes.extend(&plain[2..]);
        bytes
    }

    #[test]
    fn only_pixels_are_kept() {
        let sent = with_place(40, 30);
        assert!(sent.windows(11).any(|window| window == b"GPSLatitude"));
        let picture = rewrite(&sent, Kind::Jpeg).expect("a picture");
        assert!(!picture.bytes.windows(11).any(|window| window == b"GPSLatitude"));
        assert_eq!((picture.kind, picture.width, picture.height), (Kind::Jpeg, 40, 30));
        let mut two_files = png(4, 4);
        two_files.extend(b"<script>alert(1)</script>");
        let picture = rewrite(&two_files, Kind::Png).expect("a picture");
        assert!(!picture.bytes.windows(8).any(|window| window == b"<script>"));
    }

    #[test]
    fn large_pictures_are_made_smaller_and_floods_are_refused() {
        let picture = rewrite(&png(4_800, 100), Kind::Png).expect("a picture");
        assert_eq!((picture.width, picture.height), (2_400, 50));
        let mut flood = png(8, 8);
        // The width and height in its first block.
        flood[16..24].copy_from_slice(&[0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
        let refused = rewrite(&flood, Kind::Png).expect_err("a flood of pixels");
        assert!(matches!(refused, Refusal::TooLarge | Refusal::Broken));
        assert_eq!(rewrite(b"\xff\xd8\xff\xe0 no picture", Kind::Jpeg).err(), Some(Refusal::Broken));
    }
}
