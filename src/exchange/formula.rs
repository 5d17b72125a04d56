//! How is a cell kept from being run as a formula by a spreadsheet, without losing a letter?
//!
//! One apostrophe goes before every cell that starts with a formula's sign, and also before one that already
//! starts with apostrophes and then such a sign. So exactly one comes off again, whatever the cell held.

/// The signs that make a spreadsheet calculate, also in the full width that some turn into the plain ones.
const SIGNS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The cell with an apostrophe before it where it would be run.
pub(super) fn guard(cell: String) -> String {
    if is_formula(&cell) { format!("'{cell}") } else { cell }
}

/// The cell without the apostrophe that [`guard`] puts there.
pub(super) fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(SIGNS)
}

#[cfg(test)]
mod tests {
    use super::{guard, unguard};

    #[test]
    fn every_cell_comes_back_as_it_was() {
        for cell in ["", "=1", "'=1", "''-1", "'a", "'", "''", "\tx", "'\rx", "＝1", "'＠x", "a=1", "-20.1", "- gạch đầu dòng"] {
            assert_eq!(unguard(&guard(cell.to_owned())), cell);
        }
    }

    #[test]
    fn no_guarded_cell_starts_with_the_sign_of_a_formula() {
        for cell in ["=1", "+1", "-1", "@SUM", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1"] {
            assert_eq!(guard(cell.to_owned()), format!("'{cell}"));
        }
    }
}
