//! What stories of the library are told with: forms with several files, and real bytes of each kind.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};
use reqwest::Method;

use crate::harness::{Answer, Caller};

/// A form with fields and files, each under a name.
pub(super) fn form(fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--part\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    for (field, name, bytes) in files {
        let head = format!(
            "--part\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--part--\r\n");
    body
}

/// Sends a form with files.
pub(super) async fn post(caller: &Caller, path: &str, body: Vec<u8>) -> Answer {
    caller.send(Method::POST, path, Some("multipart/form-data; boundary=part"), body).await
}

/// Sends files to the library as a browser without scripts does.
pub(super) async fn send(caller: &Caller, files: &[(&str, &[u8])]) -> Answer {
    let files: Vec<_> = files.iter().map(|(name, bytes)| ("files", *name, *bytes)).collect();
    post(caller, "/office/media", form(&[], &files)).await
}

/// Sends one file as the script does, under its word.
pub(super) async fn send_keyed(caller: &Caller, key: &str, name: &str, bytes: &[u8]) -> Answer {
    let caller = caller.clone().with("accept", "application/json");
    post(&caller, "/office/media", form(&[("key", key)], &[("files", name, bytes)])).await
}

/// Sends one file and gives its id.
pub(in crate::stories) async fn kept(caller: &Caller, name: &str, bytes: &[u8]) -> String {
    let answer = send_keyed(caller, "", name, bytes).await.must(201);
    let said: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
    said["files"][0]["id"].as_str().expect("an id").to_owned()
}

/// A document for reading that says something.
pub(super) fn pdf(words: &str) -> Vec<u8> {
    format!("%PDF-1.7\n% {words}\n%%EOF\n").into_bytes()
}

/// A photograph, with a block of metadata that names a place.
pub(in crate::stories) fn photograph(width: u32, height: u32) -> Vec<u8> {
    let plain = written(width, height, ImageFormat::Jpeg);
    let block = b"Exif\0\0GPSLatitude 34.03 canarycamera";
    let length = u16::try_from(block.len() + 2).expect("a short block").to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, block, &plain[2..]].concat()
}

/// A drawing of flat colours.
pub(super) fn png(width: u32, height: u32) -> Vec<u8> {
    written(width, height, ImageFormat::Png)
}

fn written(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

/// The ids of the files on a page of the library, in their order.
pub(super) fn listed(page: &str) -> Vec<String> {
    let links = page.split("<h2><a href=\"/office/media/").skip(1);
    links.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}
