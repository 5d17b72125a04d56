//! Two texts held against each other: nothing is lost, and whole words are marked.

use tenpho::register::compare::{Compared, Run, compare, compare_words};

fn side(compared: &[Compared], wanted: fn(&Run) -> Option<&String>) -> String {
    compared
        .iter()
        .map(|runs| runs.iter().filter_map(wanted).cloned().collect::<String>())
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn old_side(run: &Run) -> Option<&String> {
    if let Run::Same(text) | Run::Gone(text) = run { Some(text) } else { None }
}

fn new_side(run: &Run) -> Option<&String> {
    if let Run::Same(text) | Run::New(text) = run { Some(text) } else { None }
}

#[test]
fn a_comparison_holds_both_texts_whole_and_marks_whole_words() {
    let old = "Lê Chân là nữ tướng.\n\nĐoạn giữa nói về biển.\n\nĐoạn cuối còn nguyên.";
    let new = "Đoạn mới đứng đầu.\n\nLê Chân là một nữ tướng.\n\nĐoạn cuối còn nguyên.";
    let compared = compare(old, new);
    assert_eq!((side(&compared, old_side).as_str(), side(&compared, new_side).as_str()), (old, new));
    assert!(compared.contains(&vec![Run::Same("Đoạn cuối còn nguyên.".to_owned())]));
    assert!(compared.contains(&vec![Run::Gone("Đoạn giữa nói về biển.".to_owned())]));
    let marked = compare_words("Hoà bình, cầu Đẫt", "Hòa bình, cầu Đất");
    let changed: Vec<&Run> = marked.iter().filter(|run| !matches!(run, Run::Same(_))).collect();
    assert_eq!(changed, [&Run::Gone("Hoà".into()), &Run::New("Hòa".into()), &Run::Gone("Đẫt".into()), &Run::New("Đất".into())]);
}

#[test]
fn two_texts_of_forty_thousand_letters_are_compared_in_no_time() {
    let words = |step: usize| (0..8_000).map(|at| format!("w{}", at * step % 997)).collect::<Vec<_>>();
    let cases = [
        (words(1).join(" "), words(7).join(" ")),
        (words(1).join("\n\n"), words(7).join("\n\n")),
        (words(1).join(". "), words(7).join(". ")),
        (
            words(1).chunks(40).map(|chunk| chunk.join(" ")).collect::<Vec<_>>().join("\n\n"),
            words(7).chunks(40).map(|chunk| chunk.join(" ")).collect::<Vec<_>>().join("\n\n"),
        ),
        ("a ".repeat(20_000), "b ".repeat(20_000)),
        ("ab".repeat(20_000), "ba".repeat(20_000)),
    ];
    for (old, new) in cases {
        let began = std::time::Instant::now();
        let compared = compare(&old, &new);
        let took = began.elapsed();
        assert!(took.as_millis() < 1_500, "{took:?} for {}", &old[..20]);
        assert_eq!(side(&compared, new_side).trim(), new.trim());
    }
}
