//! How names are said: the northern sounds of Vietnamese spelling.

use tenpho::exchange::starter;
use tenpho::register::said;

/// Syllables with their sounds.
const SYLLABLES: &[(&str, &str)] = &[
    // Tones: ngang, huyền, sắc, hỏi, ngã, nặng; sắc and nặng before a stop.
    ("la", "la˧"),
    ("là", "la˨˩"),
    ("lá", "la˨˦"),
    ("lả", "la˧˩˨"),
    ("lã", "la˧ˀ˥"),
    ("lạ", "la˨˩ˀ"),
    ("lát", "lat˦˥"),
    ("lạt", "lat˨˩"),
    // What begins a syllable.
    ("ba", "ɓa˧"),
    ("ca", "ka˧"),
    ("kê", "ke˧"),
    ("cha", "tɕa˧"),
    ("tra", "tɕa˧"),
    ("da", "za˧"),
    ("ra", "za˧"),
    ("gia", "za˧"),
    ("đa", "ɗa˧"),
    ("ga", "ɣa˧"),
    ("ghê", "ɣe˧"),
    ("hà", "ha˨˩"),
    ("khê", "xe˧"),
    ("ma", "ma˧"),
    ("na", "na˧"),
    ("nga", "ŋa˧"),
    ("nghi", "ŋi˧"),
    ("nhà", "ɲa˨˩"),
    ("phà", "fa˨˩"),
    ("pa", "pa˧"),
    ("sa", "sa˧"),
    ("xa", "sa˧"),
    ("ta", "ta˧"),
    ("tha", "tʰa˧"),
    ("va", "va˧"),
    ("an", "ʔan˧"),
    // Vowels.
    ("ăn", "ʔăn˧"),
    ("ân", "ʔɤ̆n˧"),
    ("xe", "sɛ˧"),
    ("bê", "ɓe˧"),
    ("mỹ", "mi˧ˀ˥"),
    ("to", "tɔ˧"),
    ("tô", "to˧"),
    ("tơ", "tɤ˧"),
    ("tu", "tu˧"),
    ("tư", "tɯ˧"),
    ("bia", "ɓiə˧"),
    ("biên", "ɓiən˧"),
    ("yên", "ʔiən˧"),
    ("yêu", "ʔiəw˧"),
    ("mua", "muə˧"),
    ("muôn", "muən˧"),
    ("mưa", "mɯə˧"),
    ("đường", "ɗɯəŋ˨˩"),
    ("người", "ŋɯəj˨˩"),
    ("rượu", "zɯəw˨˩ˀ"),
    ("sau", "săw˧"),
    ("sao", "saw˧"),
    ("mai", "maj˧"),
    ("may", "măj˧"),
    ("cầu", "kɤ̆w˨˩"),
    ("tây", "tɤ̆j˧"),
    ("mèo", "mɛw˨˩"),
    ("trêu", "tɕew˧"),
    ("dịu", "ziw˨˩ˀ"),
    ("hiệu", "hiəw˨˩ˀ"),
    ("trỗi", "tɕoj˧ˀ˥"),
    ("bưu", "ɓɯw˧"),
    // The glide.
    ("hoa", "hʷa˧"),
    ("hòa", "hʷa˨˩"),
    ("hoà", "hʷa˨˩"),
    ("hoài", "hʷaj˨˩"),
    ("hoe", "hʷɛ˧"),
    ("thuận", "tʰʷɤ̆n˨˩ˀ"),
    ("huệ", "hʷe˨˩ˀ"),
    ("thủy", "tʰʷi˧˩˨"),
    ("nguyễn", "ŋʷiən˧ˀ˥"),
    ("khuya", "xʷiə˧"),
    ("uy", "wi˧"),
    ("oanh", "wɛŋ˧"),
    // qu and gi.
    ("quang", "kʷaŋ˧"),
    ("quân", "kʷɤ̆n˧"),
    ("quý", "kʷi˨˦"),
    ("quyết", "kʷiət˦˥"),
    ("quốc", "kuək˦˥"),
    ("cuốc", "kuək˦˥"),
    ("gì", "zi˨˩"),
    ("giếng", "ziəŋ˨˦"),
    ("giáp", "zap˦˥"),
    ("giới", "zɤj˨˦"),
    // Ends.
    ("anh", "ʔɛŋ˧"),
    ("sách", "sɛk˦˥"),
    ("đinh", "ɗiŋ˧"),
    ("quỳnh", "kʷiŋ˨˩"),
    ("lệnh", "leŋ˨˩ˀ"),
    ("ông", "ʔoŋ͡m˧"),
    ("trọng", "tɕɔŋ͡m˨˩ˀ"),
    ("trung", "tɕuŋ͡m˧"),
    ("dục", "zuk͡p˨˩"),
    ("học", "hɔk͡p˨˩"),
    ("tộc", "tok͡p˨˩"),
    ("bắc", "ɓăk˦˥"),
    ("hợp", "hɤp˨˩"),
    ("điện", "ɗiən˨˩ˀ"),
];

#[test]
fn a_syllable_is_said_as_the_north_says_it() {
    for (written, sound) in SYLLABLES {
        assert_eq!(said(written).as_deref(), Some(*sound), "{written}");
        assert_eq!(said(&written.to_uppercase()).as_deref(), Some(*sound), "{written} in capitals");
    }
}

#[test]
fn what_is_no_vietnamese_word_is_not_said() {
    for written in
        ["", " ", "30/4", "K15", "THPT", "Paul", "Doumer", "Avenue", "Rue", "lac", "lảt", "ngang2", "ă", "iên-", "hoàá", "xyz", "–", "中"]
    {
        assert_eq!(said(written), None, "{written}");
    }
}

#[test]
fn every_name_of_the_starter_register_that_is_written_in_words_is_said() {
    let register = starter().unwrap();
    let streets = register.streets.iter().map(|one| one.name.as_str());
    let names =
        streets.chain(register.landmarks.iter().map(|one| one.name.as_str())).chain(register.namesakes.iter().map(|one| one.name.as_str()));
    let silent: Vec<&str> = names.filter(|name| said(name).is_none()).collect();
    let in_words: Vec<&&str> = silent.iter().filter(|name| name.chars().all(|letter| letter.is_alphabetic() || letter == ' ')).collect();
    let is_foreign = |name: &&&str| name.contains("THPT") || name.contains("Bonnal");
    assert!(in_words.iter().all(is_foreign), "{in_words:?}");
    assert!(silent.len() <= 25, "{silent:?}");
    assert_eq!(said("Điện Biên Phủ").as_deref(), Some("ɗiən˨˩ˀ ɓiən˧ fu˧˩˨"));
    assert_eq!(said("Nguyễn Đức Cảnh").as_deref(), Some("ŋʷiən˧ˀ˥ ɗɯk˦˥ kɛŋ˧˩˨"));
}
