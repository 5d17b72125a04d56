//! What a code promises: it is read as people type it, and no slip of the pen leads to another sign.

use tenpho::register::{CodeError, SignCode, code::SYMBOLS};

#[test]
fn a_code_is_read_as_people_type_it() {
    let code = SignCode::parse("K7M2Q2").unwrap();
    for typed in ["k7m2q2", "K7M-2Q2", " k7m 2q2 ", "K7M\u{2013}2Q2", "k-7-m-2-q-2"] {
        assert_eq!(SignCode::parse(typed), Ok(code), "{typed:?}");
    }
    assert_eq!((code.as_str(), code.grouped().as_str()), ("K7M2Q2", "K7M-2Q2"));
}

#[test]
fn what_is_no_code_is_refused_with_the_reason() {
    assert_eq!(SignCode::parse(""), Err(CodeError::Length(0)));
    assert_eq!(SignCode::parse("K7M2Q"), Err(CodeError::Length(5)));
    assert_eq!(SignCode::parse("K7M2Q22"), Err(CodeError::Length(7)));
    assert_eq!(SignCode::parse("K7M2O2"), Err(CodeError::Symbol('O')));
    assert_eq!(SignCode::parse("K7M2Đ2"), Err(CodeError::Symbol('Đ')));
    assert_eq!(SignCode::parse("K7M2Q3"), Err(CodeError::Check));
    assert!(matches!(SignCode::parse(&"K7M2Q2".repeat(100_000)), Err(CodeError::Length(_))));
}

#[test]
fn every_one_character_error_and_every_swap_is_caught() {
    let code = *b"K7M2Q2";
    for place in 0..6 {
        for symbol in SYMBOLS.iter().filter(|symbol| **symbol != code[place]) {
            let mut wrong = code;
            wrong[place] = *symbol;
            assert!(SignCode::parse(std::str::from_utf8(&wrong).unwrap()).is_err());
        }
        for other in (0..6).filter(|other| code[*other] != code[place]) {
            let mut wrong = code;
            wrong.swap(place, other);
            assert!(SignCode::parse(std::str::from_utf8(&wrong).unwrap()).is_err());
        }
    }
}

#[test]
fn no_word_is_ever_issued() {
    let issued: Vec<SignCode> = (0..31u8).flat_map(|a| (0..31u8).filter_map(move |b| SignCode::issue([a, b, a, 3, b]))).collect();
    assert!(issued.len() > 300);
    for code in issued {
        assert_eq!(SignCode::parse(code.as_str()), Ok(code));
        assert!(!code.as_str().as_bytes().windows(3).any(|three| three.iter().all(u8::is_ascii_alphabetic)), "{code}");
    }
    assert_eq!(SignCode::issue([8, 9, 10, 0, 0]), None);
}
