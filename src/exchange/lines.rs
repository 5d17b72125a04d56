//! On which line of the file does this byte stand?

/// Counts lines up to offsets that only grow, so that a whole file is walked once.
pub(super) struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    pub(super) const fn of(text: &'a str) -> Self {
        Self { text: text.as_bytes(), at: 0, line: 1 }
    }

    /// The line of this offset, from 1; `\n`, `\r\n` and a lone `\r` each end one.
    pub(super) fn line_of(&mut self, offset: usize) -> usize {
        let end = offset.min(self.text.len());
        while self.at < end {
            let ends = match self.text[self.at] {
                b'\n' => true,
                b'\r' => self.text.get(self.at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += usize::from(ends);
            self.at += 1;
        }
        self.line
    }

    /// The first offset from here on that does not end a line.
    pub(super) fn past_line_ends(&self, offset: usize) -> usize {
        let blanks = self.text.iter().skip(offset).take_while(|byte| matches!(byte, b'\n' | b'\r'));
        offset.saturating_add(blanks.count())
    }
}
