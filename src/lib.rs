//! Tên Phố: the system behind the QR codes on a city's street-name signs. The map of its rooms; start reading here.
//!
//! The **visitor** under a sign is served by [`visit`], the **editor** by [`office`], the **printer** by [`print`], the **operator** by
//! [`cli`]. They stand on [`register`] (what is true), [`store`] (where it is kept), [`edition`] (what is public), [`qr`] (sign to symbol),
//! [`exchange`] (in and out) and [`web`] (what pages share). Arrows only point down: `tests/house.rs` holds the table of who may use whom.
//!
//! A visitor's page is made of the edition in memory and never waits for the store. What has to touch the disk (a report and what became
//! of it, a photo, a recording) goes through a door that [`web`] describes and behind which [`cli`] puts the store.

pub mod cli;
pub mod edition;
pub mod exchange;
pub mod office;
pub mod print;
pub mod qr;
pub mod register;
pub mod store;
pub mod visit;
pub mod web;
