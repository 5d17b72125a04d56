//! How fast is it? Ratios measured in one run; never a test.
fn main() {}
