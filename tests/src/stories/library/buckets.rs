//! The same library with its files in a bucket of a real S3-compatible server: what is told of a
//! folder is true there, with the wrong key nothing is, and the operator is told.

use infitah_core::ground::error::Error;
use infitah_core::media::store::Store;
use infitah_core::tenancy::permission::Role;

use super::desk::{kept, pdf, photograph};
use super::{removing, room, sending, serving};
use crate::harness::TestApp;
use crate::harness::buckets;

#[tokio::test]
async fn files_are_sent_to_a_bucket() {
    sending::told_of(TestApp::with_bucket().await).await;
}

#[tokio::test]
async fn files_are_served_from_a_bucket() {
    serving::told_of(TestApp::with_bucket().await).await;
}

#[tokio::test]
async fn files_in_a_bucket_are_used_and_removed() {
    removing::told_of(TestApp::with_bucket().await).await;
}

#[tokio::test]
async fn a_bucket_has_as_much_room_as_a_folder() {
    room::told_of(TestApp::with_bucket().await).await;
}

#[tokio::test]
async fn each_file_lies_under_the_prefix_and_its_tenant_and_goes_as_a_whole() {
    let app = TestApp::with_bucket().await;
    let editor = app.staff("fes", Role::Editor).await;
    let id = kept(&editor, "photo.jpg", &photograph(700, 350)).await;
    let folder = app.folder().join("buckets/files/of/members").join(app.fes.id.to_string());
    let names = || {
        let mut names: Vec<String> = std::fs::read_dir(&folder)
            .into_iter()
            .flatten()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| !name.starts_with('.'))
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(), [id.clone(), format!("{id}-320"), format!("{id}-640")]);
    editor.post_form(&format!("/office/media/{id}/delete"), &[]).await.must(303);
    assert!(names().is_empty(), "{:?}", names());
}

#[tokio::test]
async fn a_server_that_refuses_the_key_or_is_away_is_said_to_be_unavailable() {
    let folder = tempfile::tempdir().unwrap();
    let server = buckets::serve(folder.path()).await;
    let good = Store::bucket(buckets::bucket(server, buckets::SECRET_KEY)).unwrap();
    good.check().await.expect("it takes and gives");
    let wrong = Store::bucket(buckets::bucket(server, "another secret")).unwrap();
    assert!(matches!(wrong.check().await, Err(Error::Unavailable(_))));
    let nobody = std::net::SocketAddr::from(([127, 0, 0, 1], 1));
    let away = Store::bucket(buckets::bucket(nobody, buckets::SECRET_KEY)).unwrap();
    assert!(matches!(away.check().await, Err(Error::Unavailable(_))));
}

#[tokio::test]
async fn bytes_come_back_as_they_went() {
    let app = TestApp::with_bucket().await;
    let admin = app.staff("fes", Role::Admin).await;
    let mut large = pdf("large");
    large.extend((0..6_000_000_u32).map(|number| (number % 251) as u8));
    let id = kept(&admin, "large.pdf", &large).await;
    let answer = admin.get(&format!("/office/files/{id}")).await.must(200);
    assert!(answer.body == large, "the same bytes");
}
