//! Symbol to paper.
