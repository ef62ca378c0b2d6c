//! A real S3-compatible server in the test's own process, on a port of the loopback: requests are
//! signed, and refused when they are not.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use hyper_util::rt::TokioIo;
use infitah_core::media::store::Bucket;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use tokio::net::TcpListener;

/// The name of the key.
pub(crate) const ACCESS_KEY: &str = "infitah-tests";
/// The key.
pub(crate) const SECRET_KEY: &str = "a secret of the tests";

/// Starts a server that keeps its one bucket, `files`, in a folder; gives its address.
pub(crate) async fn serve(folder: &Path) -> SocketAddr {
    std::fs::create_dir_all(folder.join("files")).unwrap();
    let mut service = S3ServiceBuilder::new(FileSystem::new(folder).unwrap());
    service.set_auth(SimpleAuth::from_single(ACCESS_KEY, SECRET_KEY));
    let service = service.build();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service.clone());
            tokio::spawn(connection);
        }
    });
    address
}

/// The bucket at a server, for whoever has this key.
pub(crate) fn bucket(server: SocketAddr, secret: &str) -> Bucket {
    Bucket {
        name: "files".into(),
        prefix: "of/members".into(),
        endpoint: Some(format!("http://{server}")),
        region: "us-east-1".into(),
        access_key: ACCESS_KEY.into(),
        secret_key: secret.into(),
    }
}
