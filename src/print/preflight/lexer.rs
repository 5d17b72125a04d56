//! Which tokens stand in these bytes? One strict lexer, for the file and for what its pages draw.

/// A token of PDF (ISO 32000-1, 7.2).
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'a> {
    Int(i64),
    Real(f64),
    Name(String),
    Text(Vec<u8>),
    Open,
    Close,
    OpenDict,
    CloseDict,
    Word(&'a [u8]),
}

/// Bytes that are no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unread;

/// Bytes, and how far they are read.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

pub(super) const fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

const fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !is_delimiter(byte)
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at: at.min(bytes.len()) }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Past blanks and comments.
    pub(super) fn skip_blank(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// The next token; none at the end.
    pub(super) fn token(&mut self) -> Result<Option<Token<'a>>, Unread> {
        self.skip_blank();
        let Some(first) = self.peek() else { return Ok(None) };
        let second = self.bytes.get(self.at + 1).copied();
        let short = |token| Ok(Some(token));
        match (first, second) {
            (b'<', Some(b'<')) => self.past(2, short(Token::OpenDict)),
            (b'>', Some(b'>')) => self.past(2, short(Token::CloseDict)),
            (b'[', _) => self.past(1, short(Token::Open)),
            (b']', _) => self.past(1, short(Token::Close)),
            (b'/', _) => self.name().map(|name| Some(Token::Name(name))),
            (b'(', _) => self.text().map(|text| Some(Token::Text(text))),
            (b'<', _) => self.hex().map(|text| Some(Token::Text(text))),
            (b'+' | b'-' | b'.' | b'0'..=b'9', _) => self.number().map(Some),
            (byte, _) if is_delimiter(byte) => Err(Unread),
            _ => short(Token::Word(self.run())),
        }
    }

    fn past<T>(&mut self, count: usize, token: T) -> T {
        self.at += count;
        token
    }

    /// Regular characters up to the next blank or delimiter.
    fn run(&mut self) -> &'a [u8] {
        let from = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        &self.bytes[from..self.at]
    }

    fn number(&mut self) -> Result<Token<'a>, Unread> {
        let run = std::str::from_utf8(self.run()).map_err(|_| Unread)?;
        if let Ok(whole) = run.parse::<i64>() {
            return Ok(Token::Int(whole));
        }
        // An exponent or «inf» would parse, but is no number of PDF.
        let plain = run.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'+' | b'-'));
        let real = run.parse::<f64>().ok().filter(|real| plain && real.is_finite()).ok_or(Unread)?;
        Ok(Token::Real(real))
    }

    fn name(&mut self) -> Result<String, Unread> {
        self.at += 1;
        let run = self.run();
        let mut name = Vec::with_capacity(run.len());
        let mut at = 0;
        while let Some(&byte) = run.get(at) {
            if byte == b'#' {
                let digits = run.get(at + 1..at + 3).ok_or(Unread)?;
                name.push(hex_digit(digits[0]).zip(hex_digit(digits[1])).map(|(high, low)| high << 4 | low).ok_or(Unread)?);
                at += 3;
            } else {
                name.push(byte);
                at += 1;
            }
        }
        Ok(String::from_utf8(name).unwrap_or_else(|other| other.as_bytes().iter().map(|byte| char::from(*byte)).collect()))
    }

    fn text(&mut self) -> Result<Vec<u8>, Unread> {
        self.at += 1;
        let (mut text, mut depth) = (Vec::new(), 1_u32);
        loop {
            let byte = self.peek().ok_or(Unread)?;
            self.at += 1;
            match byte {
                b'\\' => self.escape(&mut text)?,
                b'(' => depth += 1,
                b')' if depth == 1 => return Ok(text),
                b')' => depth -= 1,
                _ => {}
            }
            if byte != b'\\' {
                text.push(byte);
            }
        }
    }

    fn escape(&mut self, text: &mut Vec<u8>) -> Result<(), Unread> {
        let byte = self.peek().ok_or(Unread)?;
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\r' if self.peek() == Some(b'\n') => self.at += 1,
            b'\r' | b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push((code & 0xff) as u8);
            }
            other => text.push(other),
        }
        Ok(())
    }

    fn hex(&mut self) -> Result<Vec<u8>, Unread> {
        self.at += 1;
        let (mut text, mut half) = (Vec::new(), None);
        loop {
            let byte = self.peek().ok_or(Unread)?;
            self.at += 1;
            match (hex_digit(byte), half) {
                _ if byte == b'>' => break,
                _ if is_blank(byte) => {}
                (None, _) => return Err(Unread),
                (Some(digit), None) => half = Some(digit),
                (Some(digit), Some(high)) => {
                    text.push(high << 4 | digit);
                    half = None;
                }
            }
        }
        text.extend(half.map(|high| high << 4));
        Ok(text)
    }
}

pub(super) const fn hex_digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}
