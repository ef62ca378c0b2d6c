//! Pictures are decoded and written anew: what is kept holds pixels only, no place, no camera, no
//! second file behind the first. Bounds are checked before anything is decoded. Beside the picture
//! itself, smaller ones are made for screens that need no more, as WebP.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader, Limits};

use super::content::Kind;

/// Pixels of a picture at most: what a good telephone takes.
const MOST_PIXELS: u64 = 40_000_000;
/// Bytes that decoding may take.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// The longer side of what is kept.
const LONGEST_SIDE: u32 = 2_400;
/// Quality of a photograph, in a hundred.
const QUALITY: u8 = 85;
/// The same of the smaller pictures, on the scale of WebP.
const SMALL_QUALITY: f32 = 78.0;
/// The widths of the smaller pictures.
pub(crate) const WIDTHS: [u32; 3] = [320, 640, 1_280];

/// A picture ready to be kept.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) bytes: Vec<u8>,
    pub(super) kind: Kind,
    pub(super) width: u32,
    pub(super) height: u32,
    /// Smaller ones by their width, as WebP; those narrower than the picture.
    pub(super) smaller: Vec<(u32, Vec<u8>)>,
}

/// Why a picture is not taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It cannot be decoded.
    Broken,
    /// It has too many pixels.
    TooLarge,
    /// It moves.
    Animated,
}

/// Decodes a picture, turns it upright, makes it no larger than pages need and writes it anew:
/// photographs as JPEG, what is partly transparent as PNG. Takes its time: not for the threads
/// that serve requests.
pub(super) fn rewrite(bytes: &[u8], kind: Kind) -> Result<Picture, Refusal> {
    let picture = upright(bytes, kind)?;
    let picture = if picture.width().max(picture.height()) > LONGEST_SIDE {
        picture.resize(LONGEST_SIDE, LONGEST_SIDE, FilterType::Triangle)
    } else {
        picture
    };
    let (width, height) = (picture.width(), picture.height());
    let mut written = Cursor::new(Vec::new());
    let is_photograph = kind == Kind::Jpeg || !picture.color().has_alpha() && kind == Kind::Webp;
    let kept = if is_photograph {
        let encoder = JpegEncoder::new_with_quality(&mut written, QUALITY);
        picture.to_rgb8().write_with_encoder(encoder).map_err(|_| Refusal::Broken)?;
        Kind::Jpeg
    } else {
        picture.write_to(&mut written, ImageFormat::Png).map_err(|_| Refusal::Broken)?;
        Kind::Png
    };
    let mut smaller = Vec::new();
    for narrow in WIDTHS.into_iter().filter(|&narrow| narrow < width) {
        smaller.push((narrow, smaller_of(&picture, narrow, is_photograph)?));
    }
    Ok(Picture { bytes: written.into_inner(), kind: kept, width, height, smaller })
}

/// The picture in this width. What is no photograph is tried without loss too: letters and flat
/// colours are often smaller so, and always sharper.
fn smaller_of(picture: &DynamicImage, width: u32, is_photograph: bool) -> Result<Vec<u8>, Refusal> {
    let height = (u64::from(picture.height()) * u64::from(width)).div_ceil(u64::from(picture.width()).max(1));
    let height = u32::try_from(height).map_err(|_| Refusal::TooLarge)?.max(1);
    let pixels = picture.resize_exact(width, height, FilterType::Triangle).to_rgba8();
    let written = |is_lossless| {
        let encoder = webp::Encoder::from_rgba(&pixels, width, height);
        encoder
            .encode_simple(is_lossless, SMALL_QUALITY)
            .map(|bytes| bytes.to_vec())
            .map_err(|_| Refusal::Broken)
    };
    let lossy = written(false)?;
    if is_photograph {
        return Ok(lossy);
    }
    let lossless = written(true)?;
    Ok(if lossless.len() <= lossy.len() { lossless } else { lossy })
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
    // Only its head is read so far.
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Refusal::TooLarge);
    }
    if moves(bytes, kind)? {
        return Err(Refusal::Animated);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn refusal(error: ImageError) -> Refusal {
    if matches!(error, ImageError::Limits(_)) { Refusal::TooLarge } else { Refusal::Broken }
}

fn moves(bytes: &[u8], kind: Kind) -> Result<bool, Refusal> {
    match kind {
        Kind::Png => {
            PngDecoder::new(Cursor::new(bytes)).and_then(|decoder| decoder.is_apng()).map_err(refusal)
        }
        Kind::Webp => {
            WebPDecoder::new(Cursor::new(bytes)).map(|decoder| decoder.has_animation()).map_err(refusal)
        }
        _ => Ok(false),
    }
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
        let refused = rewrite(&flood(50_000, 50_000), Kind::Png).expect_err("a flood of pixels");
        assert_eq!(refused, Refusal::TooLarge);
        assert_eq!(rewrite(&flood(8_000, 5_001), Kind::Png).err(), Some(Refusal::TooLarge));
        assert_eq!(rewrite(b"\xff\xd8\xff\xe0 no picture", Kind::Jpeg).err(), Some(Refusal::Broken));
        assert_eq!(rewrite(&png(40, 30)[..60], Kind::Png).err(), Some(Refusal::Broken));
    }

    /// A picture of a few bytes whose head says that it has so many pixels.
    fn flood(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = png(8, 8);
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        let sum = checksum(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        bytes
    }

    /// The checksum of a block of a PNG.
    fn checksum(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, &byte| {
            (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
        })
    }

    #[test]
    fn what_moves_is_refused() {
        let still = png(8, 8);
        let mut block = b"acTL\0\0\0\x02\0\0\0\0".to_vec();
        block.extend(checksum(&block).to_be_bytes());
        let moving = [&still[..33], &[0, 0, 0, 8], &block, &still[33..]].concat();
        assert_eq!(rewrite(&moving, Kind::Png).err(), Some(Refusal::Animated));
        let frames = [[10_u8; 16 * 16 * 4], [200; 16 * 16 * 4]];
        let mut config = webp::WebPConfig::new().expect("a configuration");
        config.lossless = 1;
        let mut encoder = webp::AnimEncoder::new(16, 16, &config);
        for (frame, time) in frames.iter().zip([0, 100]) {
            encoder.add_frame(webp::AnimFrame::from_rgba(frame, 16, 16, time));
        }
        assert_eq!(rewrite(&encoder.encode(), Kind::Webp).err(), Some(Refusal::Animated));
        let still = webp::Encoder::from_rgba(&frames[0], 16, 16).encode_lossless();
        assert_eq!(rewrite(&still, Kind::Webp).expect("a picture").kind, Kind::Png);
    }

    #[test]
    fn smaller_pictures_are_made_of_larger_ones() {
        let photograph = DynamicImage::from(image::RgbImage::from_fn(1_300, 650, |x, y| {
            image::Rgb([(x % 251) as u8, (y % 241) as u8, ((x * y) % 239) as u8])
        }));
        let mut sent = Cursor::new(Vec::new());
        photograph.write_to(&mut sent, ImageFormat::Jpeg).expect("a picture");
        let kept = rewrite(sent.get_ref(), Kind::Jpeg).expect("a picture");
        let sizes: Vec<(u32, u32)> = kept
            .smaller
            .iter()
            .map(|(width, bytes)| {
                assert_eq!(Kind::of(bytes, ""), Ok(Kind::Webp));
                let picture = image::load_from_memory(bytes).expect("a picture");
                assert_eq!(picture.width(), *width);
                (picture.width(), picture.height())
            })
            .collect();
        assert_eq!(sizes, [(320, 160), (640, 320), (1_280, 640)]);
        assert!(rewrite(&png(320, 10), Kind::Png).expect("a picture").smaller.is_empty());
    }
}
