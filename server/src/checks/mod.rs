//! Tests of the whole: a site in a box, the architecture as tests, and who may open what.

pub mod testing;

mod changes;

pub mod fences;

mod memory;

mod serving;

mod access;

pub mod access_courses;

mod forms;

mod nul;

mod migrations;

mod nodes;

mod killed;
