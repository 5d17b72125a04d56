//! What every answer says, and what nobody can do to the office by sending too much or by a form that is refused.

use crate::kit::Product;
use crate::office_kit::{Staff, hidden};
use actix_web::dev::Service;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{App, HttpResponse, test as served, web};
use std::io::Write;
use std::net::TcpStream;
use tenpho::register::Role;
use tenpho::web::every_answer;
use tenpho::web::metrics::Metrics;

#[actix_web::test]
async fn a_page_that_panics_is_an_answer_with_every_header_and_is_counted() {
    async fn panics() -> HttpResponse {
        panic!("as a page might")
    }
    let (headers, counts) = (every_answer::headers(true), Data::new(Metrics::default()));
    let told = counts.clone();
    let app = App::new()
        .wrap_fn(move |request, service| every_answer::finished(service.call(request), headers.clone(), counts.clone()))
        .route("/", web::get().to(panics));
    let app = served::init_service(app).await;
    let error = app.call(served::TestRequest::get().uri("/").to_request()).await.err().unwrap();
    let answer = error.error_response();
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    for name in ["content-security-policy", "x-content-type-options", "strict-transport-security", "referrer-policy"] {
        assert!(answer.headers().contains_key(name), "{name}");
    }
    assert!(told.text().contains("{status=\"5xx\"} 1"), "{}", told.text());
}

#[test]
fn a_text_that_is_refused_at_the_door_of_review_leaves_the_office_open() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    let page = editor.get("/office/street/an-chan/vi");
    let based_on = hidden(&page.body, "based_on");
    let fields = [("based_on", based_on.as_str()), ("lead", ""), ("body", "Một đoạn."), ("review", "awaiting"), ("then", "submit")];
    let refused = editor.post("/office/street/an-chan/vi", &fields);
    assert!(refused.status == 422 && refused.body.contains("Một đoạn."), "{}: {}", refused.status, refused.body);
    assert_eq!(editor.get("/office/").status, 200, "and everybody goes on");
}

#[test]
fn nobody_without_a_session_fills_the_memory_with_forms_that_never_end() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    editor.get("/office/street/an-chan/vi");
    let address = product.address.trim_start_matches("http://");
    let slow: Vec<TcpStream> = (0..3)
        .map(|_| {
            let mut line = TcpStream::connect(address).unwrap();
            line.write_all(b"POST /office/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 5000000\r\n\r\nlogin=").unwrap();
            line
        })
        .collect();
    let large = "a".repeat(200_000);
    let stranger = product.visitor_of_office(0);
    let send =
        |staff: &Staff<'_>| staff.post("/office/street/an-chan/vi", &[("lead", "Câu."), ("body", &large), ("review", "awaiting")]).status;
    let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while send(&stranger) != 503 {
        assert!(std::time::Instant::now() < until, "a fourth of one network is let in");
    }
    assert_ne!(stranger.post("/office/login", &[("login", "a"), ("password", "b")]).status, 503, "a small form always comes in");
    assert_ne!(send(&editor), 503, "whoever is signed in waits for nobody");
    drop(slow);
    while send(&stranger) == 503 {
        assert!(std::time::Instant::now() < until, "a place is given back");
    }
}
